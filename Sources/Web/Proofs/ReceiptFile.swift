internal import HTTP
internal import Markup
internal import TransparencyLog
internal import Workflow

/// The file by which somebody can show, without this office, what was filed and when.
enum ReceiptFile {
    static let name = "receipt.\(FilingReceipt.fileExtension)"

    static func link(_ target: String, _ visit: Visit) -> HTML {
        Parts.link(
            target, visit.say("บันทึกหลักฐานการยื่น (ไฟล์)", "Save the proof of filing (file)"))
    }

    /// What to know before it is saved: whoever has the file has what was filed.
    static func warning(_ visit: Visit) -> HTML {
        p(.class("small soft")) {
            visit.say(
                "ไฟล์หลักฐานการยื่นมีข้อความ ชื่อ และเลขประจำตัวที่ยื่นไว้ครบถ้วน เก็บไว้กับตัว และส่งให้เฉพาะผู้ที่ให้เห็นได้",
                "The proof of filing holds the whole of what was filed: texts, name and number. "
                    + "Keep it, and give it only to those who may see that.")
        }
    }

    static func answer(_ number: String, withText: Bool, _ visit: Visit) throws -> Answer {
        let receipt: FilingReceipt?
        do {
            receipt = try visit.office.receipt(of: number, withText: withText)
        } catch is PublisherProblem {
            throw HTTP.Refusal.refused(.serviceUnavailable)
        }
        guard let receipt else { throw HTTP.Refusal.notFound }
        return .response(
            .download(
                receipt.bytes, "text/plain; charset=utf-8",
                name: "\(number).\(FilingReceipt.fileExtension)"))
    }
}
