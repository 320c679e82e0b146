import Entries
import Events
import TestSupport

/// A seeded source of believable and unbelievable events: views must fold whatever was recorded.
struct RandomHistory {
    var random: SeededGenerator
    let log: OfficeLog
    private var cases: [(number: String, key: KeyReference)] = []
    private var accounts: [String] = []

    init(_ log: OfficeLog, random: SeededGenerator) {
        self.log = log
        self.random = random
    }

    mutating func append(_ count: Int) {
        for _ in 0..<count { append() }
    }

    private mutating func append() {
        log.pass(minutes: Int.random(in: 1...400, using: &random))
        let choice = Int.random(in: 0..<100, using: &random)
        if cases.isEmpty || choice < 15 { return submit() }
        if accounts.isEmpty || choice < 18 { return register() }
        if choice < 22 { return changeAccount() }
        if choice < 24 { return changeOffice() }
        let (number, key) = cases.randomElement(using: &random)!
        change(number, key)
    }

    private mutating func submit() {
        let number = OfficeLog.number(cases.count + 1)
        let key = log.newKey()
        let isImported = Int.random(in: 0..<10, using: &random) == 0
        log.submit(
            number,
            account: Bool.random(using: &random) ? accounts.randomElement(using: &random) : nil,
            key: key,
            category: ["road", "light", "water", nil].randomElement(using: &random)!,
            area: ["830201", "830202", nil].randomElement(using: &random)!,
            channel: Channel.allCases.randomElement(using: &random)!,
            source: isImported ? SourceCase(system: "old", name: "case-\(cases.count)") : nil,
            joinsClocks: Bool.random(using: &random),
            sections: [
                (
                    key,
                    Petitioner(
                        title: "นาย", givenName: "สมชาย", familyName: "ใจดี", phone: "+66810000001")
                ),
                (key, PetitionText(subject: "น้ำท่วม \(cases.count)", details: "ถนนเป็นบ่อ")),
            ])
        cases.append((number, key))
    }

    private mutating func register() {
        let account = "acc-\(accounts.count)"
        log.register(account, photos: Bool.random(using: &random) ? 2 : nil)
        accounts.append(account)
    }

    private mutating func changeAccount() {
        let account = accounts.randomElement(using: &random)!
        let events: [AccountEvent] = [
            .identityEvidenceAdded(.init(photos: 1)),
            .identityVerified(.init(level: .ial21, method: .photo)),
            .identityRefused(.init()),
            .viewed(.init(parts: [.identity])),
            .termsAccepted(.init(version: 2)),
        ]
        log.append(.account(events.randomElement(using: &random)!), to: account)
    }

    private mutating func changeOffice() {
        if Bool.random(using: &random) {
            let day = log.now.milliseconds / 86_400_000 + Int.random(in: 1...20, using: &random)
            log.append(
                .office(
                    .holidayDeclared(
                        .init(
                            date: CivilDate(dayNumber: day), name: LocalText("วันหยุดพิเศษ"),
                            kind: .cabinet))),
                to: "kt")
        } else {
            log.define(version: 1, days: Int.random(in: 5...20, using: &random))
        }
    }

    private mutating func change(_ number: String, _ key: KeyReference) {
        let officer = ["OFF-1", "OFF-2", "OFF-3"].randomElement(using: &random)!
        switch Int.random(in: 0..<22, using: &random) {
        case 0, 1: log.receive(number, by: officer)
        case 2, 3: log.work(number, by: officer)
        case 4, 5: log.complete(number)
        case 6: log.giveBack(number)
        case 7: log.correct(number)
        case 8: log.reopen(number)
        case 9: log.rate(number, Int.random(in: 1...5, using: &random))
        case 10:
            log.append(
                .petition(.messaged(.init(channel: .web))), to: number,
                by: "citizen-\(number)", sealing: [(key, Message(text: "ถึงไหนแล้ว"))])
        case 11:
            log.append(
                .petition(.answered(.init(attachments: 1))), to: number, by: officer,
                sealing: [(key, Message(text: "กำลังทำ"))])
        case 12:
            log.append(
                .petition(.viewed(.init(parts: [.petitioner, .messages]))), to: number,
                by: officer)
        case 13: log.append(.petition(.claimed(.init(officer: officer))), to: number, by: officer)
        case 14: log.append(.petition(.released(.init(officer: officer))), to: number, by: officer)
        case 15:
            log.append(
                .petition(
                    .forwarded(
                        .init(
                            to: "health", state: "received", status: .received))), to: number)
        case 16:
            log.append(
                .petition(
                    .waitingStarted(
                        .init(
                            agency: "การไฟฟ้า", state: "agency", status: .inProgress))), to: number)
        case 17:
            log.append(
                .petition(
                    .waitingEnded(
                        .init(
                            agency: "การไฟฟ้า", state: "working", status: .inProgress))), to: number)
        case 18:
            log.append(
                .petition(
                    .appointmentSet(
                        .init(
                            number: 1, at: log.now.advanced(milliseconds: 86_400_000)))), to: number
            )
        case 19:
            log.append(
                .petition(
                    .documentIssued(
                        .init(
                            number: "D-\(Int.random(in: 1...3, using: &random))", kind: .licence))),
                to: number)
        case 20: log.append(.petition(.recategorised(.init(category: "light"))), to: number)
        default:
            if Int.random(in: 0..<5, using: &random) == 0 {
                log.erase(key, in: number)
            } else {
                log.append(.petition(.noted(.init())), to: number, by: officer)
            }
        }
    }
}
