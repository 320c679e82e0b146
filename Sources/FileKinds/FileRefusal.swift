package import Events

/// Why a file is not taken.
package enum FileRefusal: Error, Equatable, Sendable {
    case empty
    case tooLarge(most: Int)
    /// What it really is, as libmagic calls it.
    case notAllowed(found: String, allowed: [FileKind])
    /// The name says one thing and the content another.
    case lies(claimed: FileKind, found: FileKind)
    /// It cannot be opened without a password.
    case encrypted
    /// It holds programs.
    case hasMacros
    /// It would unpack into far more than it is, or its parts overlap.
    case unpacksIntoTooMuch
    /// It begins as what it claims to be, and is not.
    case damaged
    /// The virus scanner knows it.
    case infected
    /// The virus scanner does not answer: it is not the file's fault, and it may be sent again.
    case notScanned

    package var wording: Wording {
        switch self {
        case .empty:
            Wording(thai: "ไฟล์ว่างเปล่า เลือกไฟล์อื่น", english: "The file is empty. Choose another")
        case .tooLarge(let most):
            Wording(
                thai: "ไฟล์ต้องมีขนาดไม่เกิน \(Self.megabytes(most)) MB",
                english: "The file must be \(Self.megabytes(most)) MB or smaller")
        case .notAllowed(_, let allowed):
            Wording(
                thai: "ไฟล์ต้องเป็น \(Self.list(allowed, "หรือ"))",
                english: "The file must be a \(Self.list(allowed, "or"))")
        case .lies(let claimed, let found):
            Wording(
                thai: "ชื่อไฟล์บอกว่าเป็น \(Self.name(claimed)) แต่เนื้อหาเป็น \(Self.name(found)) "
                    + "บันทึกไฟล์ใหม่แล้วอัปโหลดอีกครั้ง",
                english: "The name says \(Self.name(claimed)) but the content is "
                    + "\(Self.name(found)). Save the file again and upload it")
        case .encrypted:
            Wording(
                thai: "ไฟล์มีรหัสผ่าน บันทึกแบบไม่มีรหัสผ่านแล้วอัปโหลดอีกครั้ง",
                english: "The file has a password. Save it without one and upload it again")
        case .hasMacros:
            Wording(
                thai: "ไฟล์มีมาโคร บันทึกแบบไม่มีมาโครหรือเป็น PDF แล้วอัปโหลดอีกครั้ง",
                english: "The file holds macros. Save it without them or as PDF")
        case .unpacksIntoTooMuch, .damaged:
            Wording(
                thai: "เปิดไฟล์ไม่ได้ บันทึกเป็น PDF แล้วอัปโหลดอีกครั้ง",
                english: "The file cannot be opened. Save it as PDF and upload it")
        case .infected:
            Wording(
                thai: "พบไวรัสในไฟล์นี้ จึงไม่รับไว้ ตรวจเครื่องของท่านแล้วอัปโหลดไฟล์อื่น",
                english: "This file holds a virus and was not taken. Check your device and upload "
                    + "another")
        case .notScanned:
            Wording(
                thai: "ขณะนี้ระบบตรวจไวรัสไม่ตอบ จึงยังไม่ได้รับไฟล์ อัปโหลดอีกครั้งในอีกสักครู่",
                english: "The virus scanner does not answer, so the file was not taken yet. Upload "
                    + "it again in a moment")
        }
    }

    private static func name(_ kind: FileKind) -> String { kind.fileExtension.uppercased() }

    /// `JPG, PNG หรือ PDF`.
    private static func list(_ kinds: [FileKind], _ or: String) -> String {
        let names = kinds.map(name)
        guard let last = names.last, names.count > 1 else { return names.first ?? "–" }
        return names.dropLast().joined(separator: ", ") + " \(or) \(last)"
    }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = bytes * 10 / (1 << 20)
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
