internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Web
internal import Workflow

/// What an officer waits for at a desk with a quarter of the long log's petitions open: any view
/// and filter of the queue with its counts, a search, many cases at once.
enum OfficerDesk {
    static let mostListMilliseconds = 20.0
    static let mostSearchMilliseconds = 50.0
    static let mostShortSearchMilliseconds = 300.0
    static let mostBulkMilliseconds = 2000.0
    private static let visits = 100

    static func measure(_ bench: Bench) throws -> [Figure] {
        let desk = try DeskOffice(bench)
        defer { desk.close() }
        return try views(desk) + filters(desk) + searches(desk) + bulk(desk)
    }

    private static func views(_ desk: DeskOffice) throws -> [Figure] {
        try [
            "open", "mine", "unclaimed", "awaiting-citizen", "near", "overdue", "appointments",
            "returned", "finished-today",
        ].map { view in
            try figure(
                desk, "view \(view)", "?view=\(view)", mostListMilliseconds)
        }
    }

    private static func filters(_ desk: DeskOffice) throws -> [Figure] {
        try [
            ("a status", "?status=in-progress"), ("a category", "?category=noise"),
            ("two services", "?service=complaint&service=general-request"),
            ("a department", "?department=health"), ("an officer", "?owner=OFF-3"),
            ("with nobody", "?owner=-"), ("a channel", "?channel=line"), ("a moo", "?moo=7"),
            ("an urgency", "?urgency=emergency"), ("an area", "?area=650101"),
            ("unread", "?unread=yes"), ("overdue", "?overdue=yes"),
            ("several that few pass", "?status=received&category=noise&moo=7&owner=OFF-3"),
            ("several that none passes", "?kind=suggestion&channel=letter"),
        ].map { try figure(desk, "filter: \($0)", $1, mostListMilliseconds) }
            + [
                try figure(
                    desk, "an officer of one department", "", mostListMilliseconds,
                    as: DeskOffice.bound),
                try figure(
                    desk, "of one department, filtered", "?category=noise&channel=line",
                    mostListMilliseconds, as: DeskOffice.bound),
            ]
    }

    private static func searches(_ desk: DeskOffice) throws -> [Figure] {
        try [
            ("a name", "สมชาย"), ("a word that many have", "ถนน"), ("last digits", "000123"),
            ("two words", "ถนน ไฟ"), ("what nobody wrote", "ไม่มีใครเขียน"),
        ].map { try search(desk, $0, $1, mostSearchMilliseconds) }
            + [
                try search(desk, "two letters", "กข", mostShortSearchMilliseconds),
                try search(desk, "one letter", "ฮ", mostShortSearchMilliseconds),
            ]
    }

    private static func figure(
        _ desk: DeskOffice, _ name: String, _ query: String, _ most: Double,
        as officer: String = BenchOffice.officers[0]
    ) throws -> Figure {
        let times = Times(
            try (0..<visits).map { _ in try desk.milliseconds(of: query, as: officer) })
        return Figure(.desk, "\(name), p99", times.p99, "ms", target: .atMost(most))
    }

    private static func search(
        _ desk: DeskOffice, _ name: String, _ words: String, _ most: Double
    ) throws -> Figure {
        let query = try desk.address(seeking: words)
        return try figure(desk, "search: \(name)", query, most)
    }

    private static func bulk(_ desk: DeskOffice) throws -> [Figure] {
        let (preview, doing) = try desk.claimMany(500)
        return [
            Figure(
                .desk, "preview of 500 cases", preview, "ms", target: .atMost(mostBulkMilliseconds)),
            Figure(
                .desk, "500 cases claimed", doing, "ms", target: .atMost(mostBulkMilliseconds)),
        ]
    }
}
