internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// Service requests as Open311 knows them: filed, and read without what is personal.
enum Open311Requests {
    private static let longestDescription = 4000
    private static let largestPage = 1000

    /// Where a petition stands; its words and its exact place are the petitioner's.
    private static func tree(
        _ row: CaseRow, _ asked: Open311Visit, _ visit: APIVisit
    ) throws -> Open311Tree {
        let settings = visit.settings.value
        let service = settings.definition(of: row.course.service, version: row.course.definition)
        let department = row.department.flatMap { settings.departments[$0]?.value.name.thai }
        let members: [Open311Tree.Member] = [
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
        ]
        guard asked.field("extensions") == "true" else { return .object(members) }
        return .object(members + (try extensions(row, visit)))
    }

    /// What more is told of it to whoever asks for extensions: its history among that.
    private static func extensions(
        _ row: CaseRow, _ visit: APIVisit
    ) throws -> [Open311Tree.Member] {
        let sight: DeskScope.Sight =
            visit.deskScope().sight(
                department: row.department, owner: row.owner, isConfidential: row.isConfidential)
            ?? .outline
        let notes = try Open311News.all(of: row.number, in: visit.office.office.log).map { news in
            Open311Tree.object([
                .init("datetime", .time(news.event.occurredAt)),
                .init("description", .text(news.words(for: sight, visit.settings.value))),
                .init("type", .text(type(of: news.fact.data).name)),
            ])
        }
        return [
            .init(
                "extended_attributes",
                .object([
                    .init("channel", .text(row.channel.rawValue)),
                    .init("urgency", .text(row.urgency.rawValue)),
                    .init("category", .text(row.category)),
                    .init("department", .text(row.department)),
                ])), .init("notes", .list(of: "note", notes)),
        ]
    }

    static func one(
        _ number: String, _ asked: Open311Visit, _ visit: APIVisit
    ) throws -> Open311Tree {
        guard let row = try visit.row(of: number) else {
            throw Open311Refusal.notFound("there is no request \(number)")
        }
        return .list(of: "request", [try tree(row, asked, visit)])
    }

    /// By number, or as they are searched for; 1,000 at most.
    static func list(_ asked: Open311Visit, _ visit: APIVisit) throws -> Open311Tree {
        let numbers = asked.list("service_request_id")
        let rows =
            numbers.isEmpty
            ? try Open311Search(asked, visit).rows()
            : try numbers.prefix(largestPage).compactMap { try visit.row(of: $0) }
        return .list(of: "request", try rows.map { try tree($0, asked, visit) })
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
