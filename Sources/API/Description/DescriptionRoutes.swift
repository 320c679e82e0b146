internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// What the API says of itself, to everybody.
enum DescriptionRoutes {
    static let all = [
        APIRoute(
            operation: "readOpenAPI", method: .get, pattern: "/v1/openapi.json",
            access: .everybody,
            summary: Wording(thai: "เอกสาร OpenAPI นี้", english: "This OpenAPI document"),
            answer: .bytes(MediaType.json.essence, "OpenAPI 3.1.")
        ) { visit in
            document(OpenAPI.document(of: API.routes, server: "/\(visit.office.code)"))
        },
        APIRoute(
            operation: "readAsyncAPI", method: .get, pattern: "/v1/asyncapi.json",
            access: .everybody,
            summary: Wording(
                thai: "เอกสาร AsyncAPI ของเหตุการณ์", english: "The AsyncAPI document of the events"),
            answer: .bytes(MediaType.json.essence, "AsyncAPI 3.1.")
        ) { _ in document(AsyncAPI.document()) },
        APIRoute(
            operation: "readDocs", method: .get, pattern: "/v1/docs", access: .everybody,
            summary: Wording(thai: "หน้าอ่านสำหรับคน", english: "The same, for people to read"),
            answer: .bytes(MediaType.html.essence, "A page.")
        ) { DocsPage(of: $0).response },
        APIRoute(
            operation: "readDocsStyle", method: .get, pattern: "/v1/docs.css",
            access: .everybody,
            summary: Wording(thai: "รูปแบบของหน้านั้น", english: "That page's style"),
            answer: .bytes(MediaType.css.essence, "A style sheet.")
        ) { _ in
            var response = Response.text(DocsPage.style, .css)
            response.setCaching("public, max-age=3600")
            return response
        },
    ]

    private static func document(_ document: SchemaJSON) -> Response {
        var response = Response.text(document.text, .json)
        response.setCaching("public, max-age=300")
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response
    }
}
