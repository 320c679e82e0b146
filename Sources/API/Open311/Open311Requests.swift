internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// Service requests as Open311 knows them: filed, and read without what is personal.
enum Open311Requests {
    private static let longestDescription = 4000
    private static let dayMilliseconds = 86_400_000
    private static let largestPage = 1000

    /// Where a petition stands; its words and its exact place are the petitioner's.
    static func tree(_ row: CaseRow, _ visit: APIVisit) -> Open311Tree {
        let settings = visit.settings.value
        let service = settings.definition(of: row.course.service, version: row.course.definition)
        let department = row.department.flatMap { settings.departments[$0]?.value.name.thai }
        return .object([
            .init("service_request_id", .text(row.number)),
            .init("status", .text(row.course.isOpen ? "open" : "closed")),
            .init("status_notes", .text(row.course.status.label.thai)),
            .init("service_name", .text(service?.name.thai ?? row.course.service)),
            .init("service_code", .text(row.course.service)), .init("description", .text(nil)),
            .init("agency_responsible", .text(department)), .init("service_notice", .text(nil)),
            .init("requested_datetime", .time(row.course.enteredAt)),
            .init("updated_datetime", .time(row.course.finishedAt ?? row.lastActivityAt)),
            .init("expected_datetime", .time(row.next.due)), .init("address", .text(nil)),
            .init("address_id", .text(nil)), .init("zipcode", .text(nil)),
            .init("lat", .plain(nil)), .init("long", .plain(nil)), .init("media_url", .text(nil)),
        ])
    }

    static func one(_ number: String, _ visit: APIVisit) throws -> Open311Tree {
        guard let row = try row(of: number, visit) else {
            throw Open311Refusal.notFound("there is no request \(number)")
        }
        return .list(of: "request", [tree(row, visit)])
    }

    private static func row(of number: String, _ visit: APIVisit) throws -> CaseRow? {
        let row = try visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.entry(number, in: database)?.row
        }
        guard let row,
            visit.deskScope().sight(
                department: row.department, owner: row.owner, isConfidential: row.isConfidential)
                != nil
        else { return nil }
        return row
    }

    /// By number, or the newest of the last 90 days; 1,000 at most.
    static func list(_ asked: Open311Visit, _ visit: APIVisit) throws -> Open311Tree {
        let numbers = asked.list("service_request_id")
        if !numbers.isEmpty {
            let rows = try numbers.prefix(largestPage).compactMap { try row(of: $0, visit) }
            return .list(of: "request", rows.map { tree($0, visit) })
        }
        let end = try asked.instant("end_date") ?? visit.now
        let start =
            try asked.instant("start_date") ?? end.advanced(milliseconds: -90 * dayMilliseconds)
        guard end.milliseconds - start.milliseconds <= 90 * dayMilliseconds else {
            throw Open311Refusal.bad("start_date and end_date span 90 days at most")
        }
        let wanted = asked.list("status")
        guard wanted.allSatisfy(["open", "closed"].contains) else {
            throw Open311Refusal.bad("status is open or closed")
        }
        let size =
            try number(asked.field("page_size"), "page_size", most: largestPage) ?? largestPage
        let page = try number(asked.field("page"), "page", most: 100_000) ?? 1
        var query = OfficerQueue.Query(.all, at: visit.now, officer: visit.actor.id)
        query.scope = visit.deskScope()
        query.services = asked.list("service_code")
        query.limit = largestPage
        // The first row that may be meant: the view goes from the newest on.
        query.after = OfficerQueue.PageEnd(rank: end.milliseconds + 1, number: "")
        var found: [CaseRow] = []
        search: while found.count < page * size {
            let next = query
            let rows = try visit.office.views.read(.officerQueue) { database in
                try OfficerQueue.page(next, in: database).map(\.row)
            }
            for row in rows {
                guard row.course.enteredAt >= start else { break search }
                let status = row.course.isOpen ? "open" : "closed"
                if wanted.isEmpty || wanted.contains(status) { found.append(row) }
            }
            guard rows.count == query.limit, let last = rows.last else { break }
            query.after = OfficerQueue.PageEnd(
                rank: last.course.enteredAt.milliseconds, number: last.number)
        }
        let rows = found.dropFirst((page - 1) * size).prefix(size)
        return .list(of: "request", rows.map { tree($0, visit) })
    }

    private static func number(_ text: String?, _ name: String, most: Int) throws -> Int? {
        try text.map { text in
            guard let number = Int(text), (1...most).contains(number) else {
                throw Open311Refusal.bad("\(name) is a number from 1 to \(most)")
            }
            return number
        }
    }

    /// Files what was sent; its number.
    static func file(_ asked: Open311Visit, _ visit: APIVisit) throws -> Open311Tree {
        var petition = NewPetition()
        guard let code = asked.field("service_code") else {
            throw Open311Refusal.bad("service_code is missing")
        }
        guard Open311Services.offered(visit).contains(where: { $0.code == code }) else {
            throw Open311Refusal.notFound("there is no service \(code)")
        }
        petition.service = code
        let description = asked.field("description") ?? ""
        guard description.unicodeScalars.count <= longestDescription else {
            throw Open311Refusal.bad("description has \(longestDescription) letters at most")
        }
        let lines = description.split(whereSeparator: \.isNewline)
        petition.subject = String((lines.first ?? "").prefix(100))
        if petition.subject.isEmpty {
            petition.subject = visit.settings.value.definition(of: code)?.name.thai ?? code
        }
        let media = asked.field("media_url").map { "\n\($0)" } ?? ""
        petition.details = description + media
        petition.place = try place(asked)
        var person = Petitioner(
            givenName: asked.field("first_name"), familyName: asked.field("last_name"),
            phone: asked.field("phone"), email: asked.field("email"))
        petition.isAnonymous = person == Petitioner()
        if person.givenName == nil, !petition.isAnonymous { person.givenName = "–" }
        petition.petitioner = petition.isAnonymous ? nil : person
        petition.answers = answers(visit.request.form)
        let number = try PetitionFiling(
            petition, visit, once: asked.field("idempotency_key") ?? visit.request.id
        ).file()
        return .list(
            of: "request",
            [
                .object([
                    .init("service_request_id", .text(number)),
                    .init("service_notice", .text(nil)), .init("account_id", .text(nil)),
                ])
            ])
    }

    private static func place(_ asked: Open311Visit) throws -> Place? {
        var place = Place()
        place.description = asked.field("address_string")
        if let lat = asked.field("lat"), let long = asked.field("long") {
            guard let latitude = Double(lat), let longitude = Double(long),
                (-90...90).contains(latitude), (-180...180).contains(longitude)
            else { throw Open311Refusal.bad("lat and long are degrees") }
            place.latitudeMicrodegrees = Int((latitude * 1_000_000).rounded())
            place.longitudeMicrodegrees = Int((longitude * 1_000_000).rounded())
        }
        return place == Place() ? nil : place
    }

    /// `attribute[code]=v`, and `attribute[code][]=v` once for each of several.
    private static func answers(_ form: FormFields) -> [Answer] {
        var answers: [Answer] = []
        for field in form.fields where field.name.hasPrefix("attribute[") && !field.value.isEmpty {
            let code = String(field.name.dropFirst("attribute[".count).prefix { $0 != "]" })
            if let index = answers.firstIndex(where: { $0.field == code }) {
                answers[index].values.append(field.value)
            } else {
                answers.append(Answer(field: code, values: [field.value]))
            }
        }
        return answers
    }
}
