package import Events

/// The blind comparison of an identity check: an officer types the number from the photo without
/// seeing the one that was entered, so that no glance at the one is taken for reading the other.
package enum Rekeying {
    /// Why `typed` is no number at all, for whoever reads it from the photo; nil if it is one.
    package static func objection(to typed: String, with identity: Identity) -> Wording? {
        guard identity.nationalID != nil else {
            let isNumber = identity.passport == nil || (try? PassportNumber(typed)) != nil
            return isNumber ? nil : incomplete
        }
        do throws(ThaiIDRefusal) {
            _ = try ThaiID(typed)
            return nil
        } catch .notThirteenDigits {
            return incomplete
        } catch {
            return Wording(
                thai:
                    "เลข 13 หลักนี้ไม่ใช่เลขประจำตัวที่มีได้ เพราะเลขหลักสุดท้ายไม่ตรงกับหลักอื่น อ่านจากภาพอีกครั้งทีละหลัก",
                english: "Those 13 digits are no possible number: the last one does not fit the "
                    + "others. Read the photo again, digit by digit.")
        }
    }

    private static let incomplete = Wording(
        thai: "พิมพ์เลขให้ครบตามที่เห็นในภาพ", english: "Type the whole number as the photo shows it")

    /// How `typed` compares with what the person entered; nil if it is no number at all.
    ///
    /// Somebody who registered with a passport is compared by its number.
    package static func outcome(of typed: String, with identity: Identity) -> CheckOutcome? {
        if let entered = identity.nationalID {
            guard let read = try? ThaiID(typed) else { return nil }
            return read.digits == entered ? .matched : .mismatched
        }
        guard let entered = identity.passport else { return .unavailable }
        guard let read = try? PassportNumber(typed) else { return nil }
        return read.text == entered ? .matched : .mismatched
    }
}
