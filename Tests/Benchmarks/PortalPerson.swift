internal import Entries
internal import Events
internal import Rules
internal import Vault
internal import Workflow

/// Somebody with an account, thirty cases in all their stages, and a few licences.
struct PortalPerson: Sendable {
    struct Document: Sendable {
        let number: String
        let document: String
        let code: String
    }

    static let cases = 30
    private static let people = 100
    private static let batch = 500
    private static let checker = "OFF-ID"

    let account: String
    /// Of the session.
    let token: String
    fileprivate(set) var numbers: [String] = []
    fileprivate(set) var documents: [Document] = []

    /// Has a hundred people register, file, and be answered; their cases are counted on from
    /// `petitions`.
    static func settle(
        in office: ServedOffice, after petitions: Int
    ) throws -> [PortalPerson] {
        let appointment = OfficeEvent.officerAppointed(
            .init(officer: checker, roles: [.identityChecker]))
        _ = try office.perform(
            Draft(.office(OfficeCommand(appointment)), by: .system, at: office.clock())
        ).receipt
        var settlers = try (0..<people).map { try register($0, in: office) }
        var cases = (0..<people * Self.cases).map { Case(petition: petitions + $0) }
        for step in 0..<Case.steps {
            let next = cases.indices.filter { $0 % Case.steps >= step }
            for start in stride(from: 0, to: next.count, by: batch) {
                let numbers = next[start..<min(next.count, start + batch)]
                let drafts = numbers.map { number in
                    var draft = cases[number].draft(at: office.clock(), isKeyed: false)
                    if step == 0 {
                        let owner = Owner(account: settlers[number / Self.cases].account)
                        draft.sections.append(PlainSection(owner))
                    }
                    return draft
                }
                for (number, outcome) in zip(numbers, office.perform(drafts)) {
                    cases[number].took(try outcome.receipt)
                }
            }
        }
        for (index, filed) in cases.enumerated() {
            let number = filed.number ?? ""
            settlers[index / Self.cases].numbers.append(number)
            // Licences are given in cases that are under way and no complaints.
            guard filed.step == 3, filed.petition % 2 == 0 else { continue }
            settlers[index / Self.cases].documents.append(
                try issue(in: number, filed.petition, by: office))
        }
        return settlers
    }

    private static func register(
        _ number: Int, in office: ServedOffice
    ) throws -> PortalPerson {
        let account = "person-\(String(0x5EED_0000 + number, radix: 16))"
        var registration = AccountEvent.Registered()
        registration.terms = 1
        registration.notice = 1
        let identity = Identity(title: "นาย", givenName: "สมชาย", familyName: "ทดสอบดี")
        let contact = Contact(email: "person\(number)@example.com", phone: "+66810000001")
        let outcomes = office.perform([
            Draft(
                .account(id: account, .register(registration)), by: .citizen(account, .unproven),
                at: office.clock(), sections: [PlainSection(identity), PlainSection(contact)]),
            Draft(
                .account(id: account, .verifyIdentity(.init(level: .ial13, method: .card))),
                by: .officer(checker, .identityChecker), at: office.clock()),
        ])
        for outcome in outcomes { _ = try outcome.receipt }
        let token = try office.sessions.begin(
            of: account, at: office.clock(), lifetimeMilliseconds: 12 * 3_600_000)
        return PortalPerson(account: account, token: token)
    }

    private static func issue(
        in number: String, _ petition: Int, by office: ServedOffice
    ) throws -> Document {
        let code = AccessCode(
            random: (0..<AccessCode.verificationLength).map {
                UInt8(truncatingIfNeeded: petition >> ($0 * 5))
            })
        var data = PetitionEvent.DocumentIssued(number: "\(petition)/2569", kind: .licence)
        data.verificationCode = code.text
        let licence = IssuedDocument(
            title: "ใบอนุญาต", file: .zero, content: .zero, holder: "นายสมชาย ทดสอบดี")
        let officer = BenchOffice.officers[petition % BenchOffice.officers.count]
        let outcome = office.perform(
            Draft(
                .petition(number: number, .issueDocument(data)),
                by: .officer(officer, .receiver, .handler), at: office.clock(),
                sections: [PlainSection(licence)]))
        _ = try outcome.receipt
        return Document(number: number, document: data.number, code: code.text)
    }
}
