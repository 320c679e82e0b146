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

    package var code: String {
        switch self {
        case .stale: "stale-version"
        case .keyReused: "idempotency-key-reused"
        case .noSuchStream: "not-found"
        case .noNumbering: "no-numbering"
        }
    }

    package var wording: Wording {
        switch self {
        case .stale(let expected, let actual):
            Wording(
                thai:
                    "เรื่องนี้มีการเปลี่ยนแปลงแล้ว (คุณดูรุ่น \(expected) ล่าสุดคือ \(actual)) เปิดดูใหม่แล้วลองอีกครั้ง",
                english: "This has changed since you opened it (you saw version \(expected), it is "
                    + "now \(actual)). Open it again and retry.")
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
        }
    }
}
