import Entries
import EventLog
import Events
import Glibc
import Rules
import Vault
import Workflow

/// Another process for the walks through the citizens' pages: does at an office in service what
/// officers do.
///
/// `DeskClerk DATA KEYS OFFICE complete|return|issue NUMBER`, or `refuse-identity` for the account
/// that was registered last. Prints what followed; a refusal ends it badly.
@main enum DeskClerk {
    struct Refused: Error { let outcome: CommandOutcome }
    struct Unknown: Error { let word: String }

    private static let officer = "officer-walk"

    static func main() throws {
        let words = CommandLine.arguments
        let paths = OfficePaths(data: words[1], keys: words[2], code: words[3])
        let (office, port) = try Office.open(paths, clock: now)
        defer { port.close() }
        // A second time it is refused, and that is as good.
        _ = port.perform(
            Draft(
                .office(OfficeCommand(.officerAppointed(.init(officer: officer, roles: roles)))),
                by: .system, at: now()))
        if words[4] == "refuse-identity" {
            try refuseIdentity(of: try lastAccount(in: office.log), port)
        } else {
            let desk = Desk(office: office, port: port, number: words[5])
            switch words[4] {
            case "complete": try desk.complete()
            case "return": try desk.askCorrection()
            case "issue": try desk.issueLicence()
            default: throw Unknown(word: words[4])
            }
        }
        print("\(words[4]): done")
    }

    private static let roles: [Role] = [.receiver, .handler, .head, .identityChecker]

    private static func lastAccount(in log: EventLog) throws -> String {
        var last = ""
        var position: Position = 0
        while case let entries = try log.read(after: position, limit: 1000), !entries.isEmpty {
            for entry in entries {
                let recorded = try RecordedEvent.read(entry)
                if case .account(.registered) = recorded.event { last = recorded.stream.name }
            }
            position = entries.last?.position ?? position
        }
        return last
    }

    private static func refuseIdentity(of account: String, _ port: any CommandPort) throws {
        try perform(
            .account(id: account, .refuseIdentity(.init(grounds: ["unreadable"]))),
            [PlainSection(Reason(text: "ภาพบัตรประชาชนไม่ชัด อ่านเลขประจำตัวไม่ได้"))], port)
    }

    fileprivate static func perform(
        _ command: Command, _ sections: [PlainSection], _ port: any CommandPort
    ) throws {
        let outcome = port.perform(
            Draft(
                command, by: .officer(officer, .receiver, .handler, .head, .identityChecker),
                at: now(), sections: sections))
        guard case .accepted = outcome else { throw Refused(outcome: outcome) }
    }

    @Sendable private static func now() -> Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}

/// One case on the officer's desk.
private struct Desk {
    let office: Office
    let port: any CommandPort
    let number: String

    func complete() throws {
        try take(.start(.init()))
        try take(
            .answer(.init()), PlainSection(Message(text: "เจ้าหน้าที่จะโทรนัดวันรับของ")))
        try take(
            .complete(.init(outcome: "granted")),
            PlainSection(CaseResult(text: "จัดเต็นท์และโต๊ะให้ตามคำขอแล้ว รับได้ที่สำนักงาน")))
    }

    func askCorrection() throws {
        try take(
            .askCorrection(.init(items: 2)),
            PlainSection(
                Defects(items: [
                    Defect(text: "ขอแผนผังที่ตั้งของสถานที่จัดงาน"),
                    Defect(text: "ระบุจำนวนโต๊ะและเก้าอี้ที่ต้องการ"),
                ])))
    }

    func issueLicence() throws {
        let stream = StreamName(.petition, number)
        guard
            let first = try office.log.readStream(stream.subject, afterVersion: 0, limit: 1).first,
            case .petition(.submitted(let data)) = try RecordedEvent.read(first).event
        else { throw DeskClerk.Unknown(word: number) }
        let sealed = try office.files.seal(
            Array("%PDF-1.7\n%%EOF\n".utf8), under: try office.vault.key(data.caseKey),
            after: try office.log.head)
        var document = IssuedDocument(
            title: "ใบอนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพ", file: sealed.file,
            content: sealed.content)
        document.holder = "นายสมชาย ทดสอบดี"
        document.size = sealed.size
        document.mediaType = "application/pdf"
        try take(
            .issueDocument(
                .init(
                    number: "12-2570", kind: .licence, verificationCode: "7K3M9QXT2F4H",
                    validUntil: CivilDate(year: 2027, month: 12, day: 31))),
            PlainSection(document))
    }

    private func take(_ command: PetitionCommand, _ sections: PlainSection...) throws {
        try DeskClerk.perform(.petition(number: number, command), sections, port)
    }
}
