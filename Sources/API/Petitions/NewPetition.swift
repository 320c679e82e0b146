internal import Entries
internal import Events
internal import Rules
internal import Workflow

/// A petition as a connected system hands it in.
struct NewPetition: Fields {
    var service = ""
    var category: String?
    var subject = ""
    var details: String?
    /// To the form's other questions.
    var answers: [Answer] = []
    var place: Place?
    var petitioner: Petitioner?
    var contactPreference: ContactPreference?
    var urgency: Urgency?
    var channel: Channel?
    /// When it came to whoever hands it in, if that was earlier.
    var occurredAt: Instant?
    /// Why it is handed in more than 30 days after that.
    var lateReason: String?
    var isAnonymous = false
    var isConfidential = false

    static var longestText: Int? { Bounds.sealed }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.flag("anonymous", &isAnonymous)
        try fields.list("answers", &answers)
        try fields.field("category", &category)
        try fields.field("channel", &channel)
        try fields.flag("confidential", &isConfidential)
        try fields.field("contact_preference", &contactPreference)
        try fields.field("details", &details)
        try fields.field("late_reason", &lateReason)
        try fields.field("occurred_at", &occurredAt)
        try fields.field("petitioner", &petitioner)
        try fields.field("place", &place)
        try fields.field("service", &service)
        try fields.field("subject", &subject)
        try fields.field("urgency", &urgency)
    }

    /// As the office's own forms would have it: each answer in its one form, and everything that
    /// is wrong said at once.
    func answers(
        to service: ServiceDefinition, on today: CivilDate, _ problems: inout [SettingsProblem]
    ) -> PetitionAnswers {
        var found = PetitionAnswers()
        found.service = service.code
        found.definition = service.version
        found.mode = .online
        found.category = category
        found.contactPreference = contactPreference
        found.place = place
        found.petitioner = kept(petitioner, &problems)
        var entry = DeskEntry()
        entry.channel = channel ?? .api
        entry.occurredAt = occurredAt
        entry.lateReason = lateReason.map { ThaiText.trimmed($0) }.flatMap { $0.isEmpty ? nil : $0 }
        entry.urgency = urgency ?? .normal
        (entry.isAnonymous, entry.isConfidential) = (isAnonymous, isConfidential)
        found.desk = entry
        found["subject"] = subject.isEmpty ? [] : [ThaiText.trimmed(subject)]
        found["details"] = details.map { [ThaiText.trimmed($0)] } ?? []
        check(answers, of: service, on: today, &found, &problems)
        return found
    }

    private func check(
        _ given: [Answer], of service: ServiceDefinition, on today: CivilDate,
        _ found: inout PetitionAnswers, _ problems: inout [SettingsProblem]
    ) {
        let fields = service.form.flatMap(\.fields)
        for (index, answer) in given.enumerated() {
            let isKnown = fields.contains { $0.code == answer.field }
            if !isKnown || ["subject", "details"].contains(answer.field) {
                problems.append(
                    SettingsProblem(
                        path: "answers[\(index + 1)].field",
                        Wording(
                            thai: "บริการนี้ไม่มีคำถาม “\(answer.field.prefix(60))”",
                            english: "The service asks nothing like “\(answer.field.prefix(60))”")))
            }
        }
        for field in fields where service.isAsked(field.when, given: found.answers) {
            guard field.kind != .place, field.kind != .address else { continue }
            let isOwn = ["subject", "details"].contains(field.code)
            let place = given.firstIndex { $0.field == field.code }
            let typed = isOwn ? found[field.code] : place.map { given[$0].values } ?? []
            do throws(AnswerRefusal) {
                found[field.code] = try field.answer(typed: typed, today: today)
            } catch {
                let path = isOwn ? field.code : place.map { "answers[\($0 + 1)]" } ?? "answers"
                problems.append(SettingsProblem(path: path, error.wording))
            }
        }
    }

    /// Numbers and addresses in their one form.
    private func kept(
        _ petitioner: Petitioner?, _ problems: inout [SettingsProblem]
    ) -> Petitioner? {
        guard var kept = petitioner else { return nil }
        if let phone = kept.phone {
            do throws(PhoneRefusal) { kept.phone = try PhoneNumber(ofPerson: phone).stored } catch {
                problems.append(SettingsProblem(path: "petitioner.phone", error.wording))
            }
        }
        if let email = kept.email {
            do throws(EmailRefusal) { kept.email = try EmailAddress(email).text } catch {
                problems.append(SettingsProblem(path: "petitioner.email", error.wording))
            }
        }
        if let number = kept.nationalID {
            do throws(ThaiIDRefusal) { kept.nationalID = try ThaiID(number).digits } catch {
                problems.append(SettingsProblem(path: "petitioner.national_id", error.wording))
            }
        }
        return kept
    }
}
