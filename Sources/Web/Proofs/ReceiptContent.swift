internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import TransparencyLog

/// What a receipt proves of what was filed, for people: under names, numbers covered as elsewhere.
enum ReceiptContent {
    typealias Row = (label: String, value: HTML, change: HTML?)

    /// - Parameter definition: of the case, where this office knows it: another office's questions
    ///   are not in its receipt.
    static func rows(
        _ section: FilingReceipt.Section, _ definition: ServiceDefinition?, _ visit: Visit
    ) -> [Row] {
        let kind = SectionKind(rawValue: section.field)
        let bytes = Array(section.content.utf8)
        let known: [Row]? =
            switch kind {
            case .text: (try? PetitionText.decoded(bytes)).map { text($0, definition, visit) }
            case .petitioner: (try? Petitioner.decoded(bytes)).map { petitioner($0, visit) }
            case .place:
                (try? Place.decoded(bytes)).map {
                    [row("สถานที่", "Place", CaseWords.place($0), visit)].compactMap { $0 }
                }
            case .attachment: (try? Attachment.decoded(bytes)).map { attachment($0, visit) }
            case .classification:
                (try? Classification.decoded(bytes)).map {
                    [
                        row("ประเภทเรื่อง", "Category", CaseWords.category($0.category, visit), visit)
                    ].compactMap { $0 }
                }
            default: nil
            }
        // Of a kind that means nothing to people, that it is proven too is all there is to say.
        return known ?? [
            (
                kind.map { visit.language($0.label) } ?? section.field,
                .text(visit.say("พิสูจน์แล้ว อ่านได้ในไฟล์", "proven; it stands in the file")), nil
            )
        ]
    }

    private static func row(
        _ thai: String, _ english: String, _ value: String?, _ visit: Visit
    ) -> Row? {
        guard let value, !value.isEmpty else { return nil }
        return (visit.say(thai, english), Parts.written(value, visit), nil)
    }

    private static func text(
        _ text: PetitionText, _ definition: ServiceDefinition?, _ visit: Visit
    ) -> [Row] {
        let rows = [
            row("เรื่อง", "Subject", text.subject, visit),
            row("รายละเอียด", "Details", text.details, visit),
        ].compactMap { $0 }
        let fields = definition?.form.flatMap(\.fields) ?? []
        let answers = text.answers.filter { !$0.values.isEmpty }.map { answer in
            let field = fields.first { $0.code == answer.field }
            let values = AnswerRows.text(answer.values.map(covered), of: field, visit)
            return (
                label: field.map { visit.language($0.label) }
                    ?? visit.say("คำตอบ ", "Answer: ") + answer.field,
                value: Parts.written(values, visit), change: HTML?.none
            )
        }
        return rows + answers
    }

    /// Whatever the question was: thirteen digits that check are somebody's number.
    private static func covered(_ value: String) -> String {
        (try? ThaiID(value))?.masked ?? value
    }

    private static func petitioner(_ person: Petitioner, _ visit: Visit) -> [Row] {
        [
            row("ผู้ยื่น", "Petitioner", PersonName(person).thai, visit),
            row(
                "เลขประจำตัวประชาชน", "National ID",
                person.nationalID.map { (try? ThaiID($0))?.masked ?? hidden }, visit),
            row(
                "หนังสือเดินทาง", "Passport",
                person.passport.map { (try? PassportNumber($0))?.masked ?? hidden }, visit),
            row("หน่วยงานหรือนิติบุคคล", "Organisation", person.organisation, visit),
            row(
                "โทรศัพท์", "Telephone",
                person.phone.map { (try? PhoneNumber($0))?.masked ?? hidden }, visit),
            row(
                "อีเมล", "E-mail", person.email.map { (try? EmailAddress($0))?.masked ?? hidden },
                visit),
            row("ที่อยู่", "Address", person.address?.line, visit),
        ].compactMap { $0 }
    }

    private static let hidden = "•••"

    private static func attachment(_ file: Attachment, _ visit: Visit) -> [Row] {
        [
            row(
                "เอกสารแนบ", "Attachment",
                "\(file.name) (\(DocumentsStep.size(file.size)))\nSHA-256 \(file.content)", visit)
        ].compactMap { $0 }
    }
}
