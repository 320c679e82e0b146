/// A media type with its parameters, `text/html; charset=utf-8`.
package struct MediaType: Equatable, Sendable {
    /// In lower case, `text/html`.
    package let essence: String
    /// Names in lower case.
    package let parameters: [String: String]

    package init(essence: String, parameters: [String: String] = [:]) {
        self.essence = essence
        self.parameters = parameters
    }

    package static let html = MediaType(essence: "text/html", parameters: ["charset": "utf-8"])
    package static let plain = MediaType(essence: "text/plain", parameters: ["charset": "utf-8"])
    package static let css = MediaType(essence: "text/css", parameters: ["charset": "utf-8"])
    package static let script = MediaType(
        essence: "text/javascript", parameters: ["charset": "utf-8"])
    package static let zip = MediaType(essence: "application/zip")
    package static let json = MediaType(essence: "application/json")
    package static let pdf = MediaType(essence: "application/pdf")
    package static let svg = MediaType(essence: "image/svg+xml")
    package static let png = MediaType(essence: "image/png")
    package static let jpeg = MediaType(essence: "image/jpeg")
    package static let webp = MediaType(essence: "image/webp")
    package static let icon = MediaType(essence: "image/x-icon")
    package static let woff2 = MediaType(essence: "font/woff2")
    package static let csv = MediaType(essence: "text/csv", parameters: ["charset": "utf-8"])
    package static let xlsx = MediaType(
        essence: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    package static let octets = MediaType(essence: "application/octet-stream")
    package static let eventStream = MediaType(essence: "text/event-stream")
    package static let manifest = MediaType(essence: "application/manifest+json")
    package static let form = MediaType(essence: "application/x-www-form-urlencoded")

    /// The type of a file of our own by the end of its name; a visitor's file is sniffed instead.
    package init(fileExtension: some StringProtocol) {
        let known: [String: MediaType] = [
            "html": .html, "txt": .plain, "css": .css, "js": .script, "mjs": .script,
            "json": .json, "pdf": .pdf, "svg": .svg, "png": .png, "jpg": .jpeg, "jpeg": .jpeg,
            "webp": .webp, "ico": .icon, "woff2": .woff2, "csv": .csv, "xlsx": .xlsx,
            "webmanifest": .manifest,
        ]
        self = known[ASCII.lowercased(fileExtension)] ?? .octets
    }

    /// Whether its bytes are text that gzip makes smaller.
    package var isCompressible: Bool {
        essence.hasPrefix("text/") && essence != "text/event-stream"
            || essence.hasSuffix("+json") || essence.hasSuffix("+xml")
            || essence == "application/json" || essence == "application/xml"
    }

    /// As a field's value.
    package var text: String {
        parameters.sorted { $0.key < $1.key }.reduce(essence) { text, parameter in
            parameter.value.utf8.allSatisfy(ASCII.isToken) && !parameter.value.isEmpty
                ? "\(text); \(parameter.key)=\(parameter.value)"
                : "\(text); \(parameter.key)=\(ParameterList.quoted(parameter.value))"
        }
    }
}
