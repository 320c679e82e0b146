import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import Workflow

extension WebSite {
    /// A complaint of somebody, filed without a browser; the number that it gets.
    @discardableResult
    func filed(
        _ subject: String, category: String = "road", name: (String, String) = ("สมชาย", "ทดสอบดี"),
        phone: String = "+66810000001", area: String? = nil,
        change: (inout PetitionCommand.Submit) -> Void = { _ in }
    ) throws -> String {
        var filing = PetitionCommand.Submit(service: "complaint")
        (filing.terms, filing.notice, filing.category, filing.area) = (1, 1, category, area)
        change(&filing)
        let petitioner = Petitioner(
            title: "นาย", givenName: name.0, familyName: name.1, nationalID: "1999900001010",
            phone: phone)
        var sections = [
            PlainSection(petitioner), PlainSection(PetitionText(subject: subject)),
        ]
        if filing.isConfidential {
            sections.append(PlainSection(Classification(category: filing.category)))
            filing.category = nil
        }
        let receipt = try perform(
            Draft(
                .petition(number: nil, .submit(filing)), by: .citizen("c-\(subject)", .ial13),
                at: clock.now(), sections: sections))
        views()
        return String(receipt.stream.split(separator: "/")[1])
    }

    func categoryName(_ code: String) -> String? {
        try? office.settings().value.categories[code]?.value.name.thai
    }

    /// Waits until the desk's views show what was recorded.
    func views() {
        let head = (try? office.office.log.head) ?? 0
        office.views.wait(for: .officerQueue, at: head)
        office.views.wait(for: .search, at: head)
    }

    /// What an officer does in a case, without a browser.
    func act(
        _ number: String, _ command: PetitionCommand, by actor: Actor,
        _ sections: [PlainSection] = []
    ) throws {
        try perform(
            Draft(
                .petition(number: number, command), by: actor, at: clock.now(), sections: sections))
        views()
    }
}

extension Browser {
    /// The numbers of the cases that the list shows, in its order.
    var listed: [String] {
        text.split(separator: "<tr id=\"case-").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }

    /// What a page says of a case in its row.
    func row(_ number: String) -> String {
        guard let start = text.firstRange(of: "id=\"case-\(number)\"") else { return "" }
        let rest = text[start.upperBound...]
        return String(rest[..<(rest.firstRange(of: "</tr>")?.lowerBound ?? rest.endIndex)])
    }

    /// Filters the queue by its form; several of one name are written with commas.
    func narrow(_ fields: [String: String]) throws {
        try submit("desk/filter", fields)
    }
}
