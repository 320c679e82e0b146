import Entries
import EventLog
import Events
import Foundation
import Rules
import Testing
import Vault
import Workflow

extension Town {
    /// Files a complaint with a photo, as a person would at the portal, while nobody serves the
    /// office.
    func fileOne(subject: String = "ไฟถนนดับ") throws {
        let clock: @Sendable () -> Instant = {
            Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        }
        let (office, port) = try Office.open(paths, clock: clock)
        defer { port.close() }
        let writer = try #require(port as? OfficeWriter)
        let key = try writer.newKey()
        let photo = try office.files.seal(
            Array(subject.utf8), under: key, after: office.log.head)
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.tracking = .phone
        submit.terms = 1
        submit.notice = 1
        var draft = Draft(
            .petition(number: nil, .submit(submit)), by: .guest("guest-\(subject.utf8.count)"),
            at: clock(),
            sections: [
                PlainSection(
                    Petitioner(
                        givenName: "สมชาย", familyName: "ทดสอบดี", phone: "+66810000001")),
                PlainSection(PetitionText(subject: subject, details: "ดับมาสามคืนแล้ว")),
                PlainSection(
                    Attachment(
                        name: "ถนน.jpg", mediaType: "image/jpeg", size: photo.size,
                        file: photo.file, content: photo.content)),
            ])
        draft.key = key.reference
        let outcome = port.perform(draft)
        guard case .accepted = outcome else { throw NotFiled(outcome: outcome) }
    }

    struct NotFiled: Error { let outcome: CommandOutcome }
}
