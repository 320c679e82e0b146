/// How large the first page is, and how long the server takes for each.
enum PortalPages {
    static let mostBytes = 60_000.0
    static let mostMilliseconds = 50.0
    private static let visits = 200

    private struct Page {
        let name: String
        var isLoggedIn = false
        let path: (PortalPerson, Int) -> String
    }

    static func measure(_ office: PortalOffice) throws -> [Figure] {
        let client = try PortalClient(port: office.port)
        let root = "/\(BenchOffice.code)"
        let cold = try sight(of: root, client).milliseconds
        var figures = try firstPage(root, client)
        let styles = try assets(of: root, client).first ?? root
        let floor = Times(
            try (0..<visits).map { _ in try sight(of: styles, client).milliseconds })
        figures += [
            Figure(.portal, "home, the very first", cold, "ms", target: .atMost(mostMilliseconds)),
            Figure(
                .portal, "home, its figures out of date, the slowest of twenty",
                try outOfDate(root, office, client).most, "ms", target: .atMost(mostMilliseconds)),
        ]
        for page in pages(root) {
            let times = try self.times(of: page, office, client)
            figures += [
                Figure(
                    .portal, "\(page.name), median", times.median, "ms",
                    baseline: .init(name: "the style sheet, from memory", value: floor.median)),
                Figure(
                    .portal, "\(page.name), p99", times.p99, "ms",
                    target: .atMost(mostMilliseconds)),
            ]
        }
        return figures
    }

    private static func pages(_ root: String) -> [Page] {
        [
            Page(name: "home") { _, _ in root },
            Page(name: "services") { _, _ in "\(root)/services" },
            Page(name: "a service") { _, _ in "\(root)/services/general-request" },
            Page(name: "login") { _, _ in "\(root)/login" },
            Page(name: "track") { _, _ in "\(root)/track" },
            Page(name: "check a licence") { person, turn in
                "\(root)/check?code=\(person.documents[turn % person.documents.count].code)"
            },
            Page(name: "30 cases", isLoggedIn: true) { _, _ in "\(root)/cases" },
            Page(name: "a case", isLoggedIn: true) { person, turn in
                "\(root)/cases/\(person.numbers[turn % person.numbers.count])"
            },
            Page(name: "documents", isLoggedIn: true) { _, _ in "\(root)/documents" },
            Page(name: "my account", isLoggedIn: true) { _, _ in "\(root)/account" },
        ]
    }

    private static func times(
        of page: Page, _ office: PortalOffice, _ client: PortalClient
    ) throws -> Times {
        Times(
            try (0..<visits).map { turn in
                let person = office.people[turn * 37 % office.people.count]
                return try sight(
                    of: page.path(person, turn), client,
                    session: page.isLoggedIn ? person.token : nil
                ).milliseconds
            })
    }

    /// The figures of the office are counted again when half a minute has passed.
    private static func outOfDate(
        _ root: String, _ office: PortalOffice, _ client: PortalClient
    ) throws -> Times {
        Times(
            try (0..<20).map { _ in
                office.advance(seconds: 31)
                return try sight(of: root, client).milliseconds
            })
    }

    /// What a browser asks for before it shows the first page.
    private static func firstPage(_ root: String, _ client: PortalClient) throws -> [Figure] {
        let page = try sight(of: root, client).wireBytes
        let rest = try assets(of: root, client).map { try sight(of: $0, client).wireBytes }
        return [
            Figure(
                .portal, "first page with style, script and icon",
                Double(page + rest.reduce(0, +)), "bytes", target: .atMost(mostBytes)),
            Figure(.portal, "of that the page itself", Double(page), "bytes"),
        ]
    }

    private static func assets(of root: String, _ client: PortalClient) throws -> [String] {
        let text = try client.get(root, isCompressed: false).text
        return Set(text.split(separator: "\"").filter { $0.hasPrefix("/assets/") }).map(String.init)
            .sorted { $0.hasSuffix(".css") && !$1.hasSuffix(".css") }
    }

    private static func sight(
        of path: String, _ client: PortalClient, session token: String? = nil
    ) throws -> PortalClient.Sight {
        let sight = try client.get(path, session: token)
        guard sight.status == 200 else {
            throw BenchProblem.refused("\(path) answers \(sight.status)")
        }
        return sight
    }
}
