internal import Entries
package import Events
internal import Rules

/// Why a request is refused before any rule is asked.
package enum RequestRefusal: CommandRefusal {
    /// The sender was looking at an older version.
    case stale(expected: Int, actual: Int)
    /// The idempotency key came before with another request.
    case keyReused
    case noSuchStream
    /// The office has not said how its petitions are numbered.
    case noNumbering
    /// An idempotency key stands for one command; several were sent together.
    case keyInBatch
    /// The entry would be larger than a log can hold.
    case tooLarge(bytes: Int)
    /// The sections are sealed under another key than the stream's.
    case wrongKey
    /// What it is about was erased, and with it the key that its sections would be sealed under.
    case erased
    /// A text is longer than its field allows.
    case textTooLong(field: String, most: Int)
    /// A section that does not belong beside such an event.
    case strangeSection(String)
    /// The key that its files are sealed under stands for another command, or is no more.
    case keyNotFresh
    /// A failed write is being looked at.
    case notReady

    package var code: String {
        switch self {
        case .stale: "stale-version"
        case .keyReused: "idempotency-key-reused"
        case .noSuchStream: "not-found"
        case .noNumbering: "no-numbering"
        case .keyInBatch: "idempotency-key-in-batch"
        case .tooLarge: "too-large"
        case .wrongKey: "wrong-key"
        case .erased: "erased"
        case .textTooLong: "text-too-long"
        case .strangeSection: "strange-section"
        case .keyNotFresh: "key-not-fresh"
        case .notReady: "not-ready"
        }
    }

    package var wording: Wording {
        switch self {
        case .stale:
            Wording(
                thai: "มีผู้อื่นดำเนินการไปแล้วหลังจากที่ท่านเปิดหน้านี้ ยังไม่มีการบันทึก เปิดดูใหม่แล้วลองอีกครั้ง",
                english: "Somebody else acted after you opened this. Nothing was saved. Open it "
                    + "again and retry.")
        case .keyReused:
            Wording(
                thai: "รหัสกันยื่นซ้ำนี้ใช้กับคำสั่งอื่นไปแล้ว",
                english: "This idempotency key was used with another request.")
        case .noSuchStream:
            Wording(thai: "ไม่พบเรื่องนี้", english: "There is no such case.")
        case .noNumbering:
            Wording(
                thai: "หน่วยงานยังไม่ได้กำหนดรูปแบบเลขคำร้อง",
                english: "The office has not set how petitions are numbered.")
        case .keyInBatch:
            Wording(
                thai: "รหัสกันยื่นซ้ำใช้ได้กับคำสั่งเดียวเท่านั้น",
                english: "An idempotency key goes with one command only.")
        case .tooLarge(let bytes):
            Wording(
                thai: "ข้อมูลยาวเกินไป (\(bytes) ไบต์ มากที่สุด \(Envelope.largestSize)) ตัดให้สั้นลง",
                english: "This is too long (\(bytes) bytes, \(Envelope.largestSize) at most). "
                    + "Make it shorter.")
        case .wrongKey:
            Wording(
                thai: "ส่งคำสั่งนี้อีกครั้งหลังจากคำสั่งก่อนหน้าสำเร็จแล้ว",
                english: "Send this again once the command before it has been recorded.")
        case .erased:
            Wording(
                thai: "ข้อมูลส่วนบุคคลของเรื่องนี้ถูกลบแล้ว จึงดำเนินการต่อไม่ได้",
                english: "The personal data of this was erased, so nothing more can be done.")
        case .textTooLong(let field, let most):
            Wording(
                thai: "ข้อความยาวเกินไป (\(field) ได้ไม่เกิน \(most) ตัวอักษร) ตัดให้สั้นลง",
                english: "A text is too long (\(field), \(most) letters at most). Make it shorter.")
        case .strangeSection(let field):
            Wording(
                thai: "แนบข้อมูลส่วน \(field) กับขั้นตอนนี้ไม่ได้",
                english: "A section \(field) does not belong to this step.")
        case .keyNotFresh:
            Wording(
                thai: "ไฟล์แนบเตรียมไว้สำหรับเรื่องอื่นหรือหมดเวลาแล้ว แนบไฟล์ใหม่แล้วส่งอีกครั้ง",
                english: "The files were prepared for another case, or too long ago. Attach them "
                    + "again and send this once more.")
        case .notReady:
            Wording(thai: "ลองอีกครั้งในอีกสักครู่", english: "Try again in a moment.")
        }
    }
}
