internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// A page of petitions, and where the next one begins.
struct PetitionPage {
    private static let usual = 50
    static let largest = 200

    static let parameters: [APIParameter] = [
        .word("status", PublicStatus.allCases.map(\.rawValue), "Only those with this status."),
        .code("service", "Only those of this service."),
        .code("category", "Only those of this category or subcategory."),
        .code("department", "Only those of this department."),
        .word("channel", Channel.allCases.map(\.rawValue), "Only those that came this way."),
        .number("limit", 1...largest, "How many; \(usual) if nothing is said."),
        .pattern(
            "after", .query, "^(0|[1-9][0-9]{0,15})~[A-Z0-9]{1,32}$",
            "Where the page before ended: its `Link` has it."),
    ]

    private var query: OfficerQueue.Query

    init(_ view: OfficerQueue.DeskView, _ visit: APIVisit) throws {
        query = OfficerQueue.Query(view, at: visit.now, officer: visit.actor.id)
        query.scope = visit.deskScope()
        let asked = visit.request.query
        query.statuses = try asked["status"].map { [try Self.word("status", $0)] } ?? []
        query.channels = try asked["channel"].map { [try Self.word("channel", $0)] } ?? []
        query.services = asked["service"].map { [$0] } ?? []
        query.categories = asked["category"].map { [$0] } ?? []
        query.departments = asked["department"].map { [$0] } ?? []
        query.limit = Self.usual
        if let text = asked["limit"] {
            guard let number = Int(text), (1...Self.largest).contains(number) else {
                throw Problem.invalid(
                    "limit",
                    Wording(
                        thai: "จำนวนเต็ม 1 ถึง \(Self.largest)",
                        english: "a whole number from 1 to \(Self.largest)"))
            }
            query.limit = number
        }
        if let text = asked["after"] {
            guard let end = OfficerQueue.PageEnd(text) else {
                throw Problem.invalid(
                    "after",
                    Wording(
                        thai: "ค่าจากส่วนหัว Link ของหน้าก่อน",
                        english: "what the Link of the page before says"))
            }
            query.after = end
        }
    }

    private static func word<Word: FieldWord>(_ name: String, _ text: String) throws -> Word {
        guard let word = Word(rawValue: text) else {
            let list = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.invalid(
                name, Wording(thai: "หนึ่งใน \(list)", english: "one of \(list)"))
        }
        return word
    }

    func response(to visit: APIVisit) throws -> Response {
        let query = query
        let rows = try visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.page(query, in: database).map(\.row)
        }
        var response = Response.json(rows.map(PetitionOutline.init))
        if rows.count == query.limit, let last = rows.last {
            var fields = FormFields()
            for field in visit.request.query.fields where field.name != "after" {
                fields.append(field.name, field.value)
            }
            fields.append("after", last.pageEnd(in: query.view).text)
            response.headers["Link"] =
                "<\(visit.request.path.text)?\(fields.encoded)>; rel=\"next\""
        }
        return response
    }
}

extension CaseRow {
    fileprivate func pageEnd(in view: OfficerQueue.DeskView) -> OfficerQueue.PageEnd {
        OfficerQueue.PageEnd(
            rank: view == .all ? course.enteredAt.milliseconds : rank, number: number)
    }
}

extension OfficerQueue.PageEnd {
    fileprivate var text: String { "\(rank)~\(number)" }

    fileprivate init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2, let rank = Int(parts[0]),
            (1...32).contains(parts[1].utf8.count)
        else { return nil }
        self.init(rank: rank, number: String(parts[1]))
    }
}
