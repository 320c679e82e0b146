internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Uploads
internal import Workflow

/// The loop of FixMyStreet: what became of requests, and what its users add to their own.
enum Open311Updates {
    private static let mostAtOnce = 10_000
    private static let longestDescription = 4000
    /// What stands with a repeated update under the same key.
    private static let keyPrefix = "open311-update"

    /// What petitioners were told in a time of 90 days at most, the earliest first and without gaps.
    static func list(_ asked: Open311Visit, _ visit: APIVisit) throws -> Open311Tree {
        let time =
            try asked.time("start_date", "end_date", until: visit.now)
            ?? .last90Days(until: visit.now)
        let scope = visit.deskScope()
        let log = visit.office.office.log
        var sights: [String: DeskScope.Sight?] = [:]
        var found: [Open311Tree] = []
        try Open311News.each(from: time.start, through: time.end, in: log) { news in
            guard news.isUpdate else { return }
            let number = news.petition.number
            // How a case stands today says how much of its past is told.
            let sight =
                try sights[number]
                ?? log.history(of: number).flatMap { scope.sight(of: $0.petition) }
            sights[number] = .some(sight)
            guard let sight else { return }
            guard found.count < mostAtOnce else {
                throw Open311Refusal.bad(
                    "there are more than \(mostAtOnce) updates in that time: ask for a shorter one")
            }
            found.append(tree(news, sight, visit.settings.value))
        }
        return .list(of: "request_update", found)
    }

    private static func tree(
        _ news: Open311News, _ sight: DeskScope.Sight, _ settings: OfficeSettings
    ) -> Open311Tree {
        .object([
            .init("update_id", .text(id(of: news.event))),
            .init("service_request_id", .text(news.petition.number)),
            .init("status", .text(news.status(for: sight).rawValue)),
            .init("updated_datetime", .time(news.event.time)),
            .init("description", .text(news.words(for: sight, settings))),
            .init("media_url", .text(nil)),
        ])
    }

    private static func id(of event: RecordedEvent) -> String {
        String(decoding: event.id.text, as: UTF8.self)
    }

    /// A message in a request that the same system filed; the id of the event that it became.
    ///
    /// The office alone moves a case: a status that comes with it is told to the officer in words.
    static func take(_ asked: Open311Visit, _ visit: APIVisit) throws -> Open311Tree {
        let number = try asked.needed("service_request_id")
        let update = try asked.needed("update_id")
        guard visit.request.files.allSatisfy({ !$0.isThere }) else {
            throw Open311Refusal.bad("an update takes no files: send media_url")
        }
        guard let petition = try visit.office.office.log.history(of: number)?.petition,
            petition.number == number, petition.filedBy == visit.actor.id
        else {
            throw Open311Refusal.notFound("this system filed no request \(number)")
        }
        let message = try message(asked, in: petition)
        var draft = Draft(
            .petition(number: number, .message(.init(channel: .api))), by: visit.actor,
            at: visit.now, sections: [PlainSection(Message(text: message))])
        draft.idempotencyKey = "\(keyPrefix)\n\(number)\n\(update)"
        let outcome = visit.office.perform(draft, seenIn: .officerQueue)
        guard case .accepted(let receipt) = outcome, let position = receipt.positions?.upperBound,
            let event = try visit.office.office.event(at: position)
        else { throw Problem.of(outcome) }
        return .list(
            of: "request_update", [.object([.init("update_id", .text(id(of: event)))])])
    }

    private static func message(
        _ asked: Open311Visit, in petition: Petition
    ) throws -> String {
        let description = asked.field("description") ?? ""
        guard description.unicodeScalars.count <= longestDescription else {
            throw Open311Refusal.bad("description has \(longestDescription) letters at most")
        }
        let status = try asked.field("status").map { text in
            guard let status = Open311Status(rawValue: text.uppercased()) else {
                let words = Open311Status.allCases.map(\.rawValue).joined(separator: ", ")
                throw Open311Refusal.bad("status is one of \(words)")
            }
            return status
        }
        // OPEN comes with every update that means nothing by it.
        let news =
            status == .open || status == Open311Status(of: petition, for: .whole) ? nil : status
        let said = [
            description, asked.field("media_url"),
            news.map { "สถานะที่ระบบต้นทางแจ้ง: \($0.rawValue)" },
        ].compactMap(\.self).filter { !$0.isEmpty }
        guard !said.isEmpty else { throw Open311Refusal.bad("description is missing") }
        let name = [asked.field("first_name"), asked.field("last_name")].compactMap(\.self)
        let from = name.isEmpty ? [] : ["จาก \(name.joined(separator: " "))"]
        return (said + from).joined(separator: "\n")
    }
}
