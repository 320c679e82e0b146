package import Entries
package import Events

/// Why an answer does not do, in words that say what to enter.
package enum AnswerRefusal: Refusal {
    case missing(LocalText, FieldKind)
    case tooLong(LocalText, Int)
    case tooShort(LocalText, Int)
    case notANumber
    case tooLarge(LocalText, Int)
    case tooSmall(LocalText, Int)
    case notAChoice
    case date(LocalText, DateRefusal)
    case ahead(LocalText)
    case phone(PhoneRefusal)
    case email(EmailRefusal)
    case nationalID(ThaiIDRefusal)

    package var wording: Wording {
        switch self {
        case .missing(let label, let kind): Self.missing(label, kind)
        case .tooLong(let label, let most):
            Self.bound(label, "ต้องไม่เกิน \(most) ตัวอักษร", "use \(most) letters or fewer")
        case .tooShort(let label, let least):
            Self.bound(label, "ต้องมีอย่างน้อย \(least) ตัวอักษร", "use \(least) letters or more")
        case .notANumber:
            Wording(thai: "กรอกเป็นตัวเลข เช่น 12", english: "Enter a number, such as 12")
        case .tooLarge(let label, let most):
            Self.bound(label, "ต้องไม่เกิน \(most)", "enter \(most) or less")
        case .tooSmall(let label, let least):
            Self.bound(label, "ต้องไม่น้อยกว่า \(least)", "enter \(least) or more")
        case .notAChoice:
            Wording(thai: "เลือกจากรายการ", english: "Choose from the list")
        case .date(let label, let refusal): refusal.wording(of: label)
        case .ahead(let label):
            Self.bound(label, "ต้องไม่เกินวันนี้", "enter today or an earlier day")
        case .phone(let refusal): refusal.wording
        case .email(let refusal): refusal.wording
        case .nationalID(let refusal): refusal.wording
        }
    }

    /// The question is named: the summary stands far from it.
    private static func bound(_ label: LocalText, _ thai: String, _ english: String) -> Wording {
        Wording(
            thai: "\(label.thai)\(thai)", english: "\(label.english ?? label.thai): \(english)")
    }

    private static func missing(_ label: LocalText, _ kind: FieldKind) -> Wording {
        let english = label.english ?? label.thai
        switch kind {
        case .choice, .choices, .yesNo:
            return Wording(thai: "เลือก\(label.thai)", english: "Choose: \(english)")
        default: return Wording(thai: "กรอก\(label.thai)", english: "Enter: \(english)")
        }
    }
}

extension FormField {
    /// What was typed, as it is kept: trimmed, numbers and dates in one form; empty for nothing.
    ///
    /// A date comes as its three boxes: day, month, year; `today` is the day at the office.
    /// Addresses and places have parts of their own and are not read here.
    package func answer(typed: [String], today: CivilDate) throws(AnswerRefusal) -> [String] {
        let values = typed.map { ThaiText.trimmed($0) }
        guard values.contains(where: { !$0.isEmpty }) else {
            if isRequired { throw .missing(label, kind) }
            return []
        }
        switch kind {
        case .choices: return try values.map { (value) throws(AnswerRefusal) in try choice(value) }
        case .date: return [try date(values, today).description]
        default: return [try single(values[0])]
        }
    }

    private func single(_ value: String) throws(AnswerRefusal) -> String {
        switch kind {
        case .text, .longText, .address, .place: return try text(value)
        case .number: return String(try number(value))
        case .money: return try money(value)
        case .choice: return try choice(value)
        case .yesNo: return try yesNo(value)
        case .phone, .email, .nationalId: return try contact(value)
        case .date, .choices: return value
        }
    }

    private func contact(_ value: String) throws(AnswerRefusal) -> String {
        switch kind {
        case .phone:
            do throws(PhoneRefusal) { return try PhoneNumber(ofPerson: value).stored } catch {
                throw .phone(error)
            }
        case .email:
            do throws(EmailRefusal) { return try EmailAddress(value).text } catch {
                throw .email(error)
            }
        default:
            do throws(ThaiIDRefusal) { return try ThaiID(value).digits } catch {
                throw .nationalID(error)
            }
        }
    }

    private func text(_ value: String) throws(AnswerRefusal) -> String {
        // Counted as people count letters on a form: by scalars, marks too, whatever the script.
        let count = value.unicodeScalars.count
        if let longest, count > longest { throw .tooLong(label, longest) }
        if let least, count < least { throw .tooShort(label, least) }
        return value
    }

    private func number(_ value: String) throws(AnswerRefusal) -> Int {
        let plain = Digits.arabic.written(value).filter { $0 != "," && $0 != " " }
        guard let number = Int(plain) else { throw .notANumber }
        if let longest, number > longest { throw .tooLarge(label, longest) }
        if let least, number < least { throw .tooSmall(label, least) }
        return number
    }

    /// Baht with at most two decimals.
    private func money(_ value: String) throws(AnswerRefusal) -> String {
        let plain = Digits.arabic.written(value).filter { $0 != "," && $0 != " " }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let baht = Int(parts[0]), baht >= 0 else {
            throw .notANumber
        }
        if let longest, baht > longest { throw .tooLarge(label, longest) }
        if let least, baht < least { throw .tooSmall(label, least) }
        guard parts.count == 2 else { return String(baht) }
        guard (1...2).contains(parts[1].utf8.count), UInt(parts[1]) != nil else {
            throw .notANumber
        }
        return "\(baht).\(parts[1])\(parts[1].utf8.count == 1 ? "0" : "")"
    }

    private func choice(_ value: String) throws(AnswerRefusal) -> String {
        guard choices.contains(where: { $0.code == value }) else { throw .notAChoice }
        return value
    }

    private func yesNo(_ value: String) throws(AnswerRefusal) -> String {
        guard value == "yes" || value == "no" else { throw .notAChoice }
        return value
    }

    private func date(_ values: [String], _ today: CivilDate) throws(AnswerRefusal) -> CivilDate {
        let date: CivilDate
        do throws(DateRefusal) {
            date =
                values.count == 3
                ? try CivilDate(day: values[0], month: values[1], year: values[2])
                : try CivilDate(typed: values[0])
        } catch {
            throw .date(label, error)
        }
        if isPast, date > today { throw .ahead(label) }
        return date
    }
}

extension ServiceDefinition {
    /// Whether a question is asked, given what was answered to others.
    package func isAsked(_ condition: Condition?, given answers: [Answer]) -> Bool {
        guard let condition else { return true }
        let given = answers.first { $0.field == condition.field }?.values ?? []
        return given.contains { condition.values.contains($0) }
    }
}
