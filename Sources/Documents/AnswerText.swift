internal import Entries
internal import Events
internal import Rules

/// Answers as they are printed.
struct AnswerText {
    let manner: Manner

    /// What was answered to `field`; empty if nothing was.
    func values(of field: FormField, in filing: PetitionFiling) -> [String] {
        if let answer = filing.text.answers.first(where: { $0.field == field.code }) {
            return answer.values.filter { !$0.isEmpty }
        }
        switch field.code {
        case "subject": return [filing.text.subject].filter { !$0.isEmpty }
        case "details": return [filing.text.details ?? ""].filter { !$0.isEmpty }
        default:
            guard field.kind == .place, let place = filing.place else { return [] }
            return [self.place(place)].filter { !$0.isEmpty }
        }
    }

    /// A value as people write it.
    func text(_ value: String, of field: FormField) -> String {
        switch field.kind {
        case .date: CivilDate(canonical: Array(value.utf8)).map(manner.date) ?? value
        case .nationalId: ThaiID.shown(value)
        case .phone: PhoneNumber.shown(value)
        case .choice, .choices: choice(value, of: field)
        case .yesNo: yesNo(value)
        case .money: grouped(value) + manner.say(" บาท", " baht")
        case .number: grouped(value)
        case .text, .longText, .email, .address, .place: value
        }
    }

    private func choice(_ value: String, of field: FormField) -> String {
        field.choices.first { $0.code == value }.map { manner.say($0.label) } ?? value
    }

    private func yesNo(_ value: String) -> String {
        switch value {
        case "yes", "true": manner.say("ใช่", "Yes")
        case "no", "false": manner.say("ไม่ใช่", "No")
        default: value
        }
    }

    /// `1234567.50` as `1,234,567.50`; what is no number stays as it is.
    func grouped(_ value: String) -> String {
        let parts = value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return value }
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// A place in one line, its coordinates behind it.
    func place(_ place: Place) -> String {
        let address = Address(
            house: place.house, moo: place.moo, building: place.building, soi: place.soi,
            road: place.road, subdistrict: place.subdistrict, district: place.district,
            province: place.province, postcode: place.postcode)
        var parts = [place.description ?? "", address.line].filter { !$0.isEmpty }
        if let latitude = place.latitudeMicrodegrees, let longitude = place.longitudeMicrodegrees {
            let point = "\(Microdegrees.text(latitude)), \(Microdegrees.text(longitude))"
            parts.append(manner.say("(พิกัด \(point))", "(coordinates \(point))"))
        }
        return parts.joined(separator: " ")
    }
}
