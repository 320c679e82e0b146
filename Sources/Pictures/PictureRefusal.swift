package import Events

/// Why a picture is not taken.
package enum PictureRefusal: Error, Equatable, Sendable {
    /// Neither JPEG nor PNG.
    case notAPicture
    case tooManyPixels(width: Int, height: Int, most: Int)
    /// The file ends before the picture does.
    case truncated
    /// The decoder's words.
    case damaged(String)
    /// A kind of JPEG that phones and browsers do not make: four inks, twelve bits.
    case unusual

    package var wording: Wording {
        switch self {
        case .notAPicture:
            Wording(thai: "ไฟล์ภาพต้องเป็น JPG หรือ PNG", english: "The picture must be a JPG or PNG")
        case .tooManyPixels(let width, let height, let most):
            Wording(
                thai: "ภาพขนาด \(width) × \(height) พิกเซลใหญ่เกินไป "
                    + "ย่อภาพให้ไม่เกิน \(most / 1_000_000) ล้านพิกเซล",
                english: "The picture of \(width) × \(height) pixels is too large. "
                    + "Make it at most \(most / 1_000_000) million pixels")
        case .truncated:
            Wording(
                thai: "ไฟล์ภาพไม่สมบูรณ์ เลือกไฟล์แล้วอัปโหลดอีกครั้ง",
                english: "The picture is not complete. Choose the file and upload it again")
        case .damaged:
            Wording(
                thai: "เปิดไฟล์ภาพไม่ได้ ถ่ายภาพหรือบันทึกภาพใหม่",
                english: "The picture cannot be opened. Take it or save it again")
        case .unusual:
            Wording(
                thai: "ภาพชนิดนี้ใช้ไม่ได้ บันทึกเป็น JPG แบบสี RGB แล้วอัปโหลดอีกครั้ง",
                english: "This kind of picture cannot be used. Save it as an RGB JPG")
        }
    }
}
