package import Events
internal import Paper
internal import Rules

/// What stands at the head of every paper of an office.
package struct OfficeHead: Equatable, Sendable {
    package var name: LocalText
    package var address: LocalText?
    package var phone: String?
    /// The letters of its numbers, in place of a seal.
    package var letters: String
    /// To whom petitions are addressed: นายกเทศมนตรี …
    package var addressee: LocalText

    package init(
        name: LocalText, letters: String, addressee: LocalText, address: LocalText? = nil,
        phone: String? = nil
    ) {
        self.name = name
        self.letters = letters
        self.addressee = addressee
        self.address = address
        self.phone = phone
    }

    package init(_ office: OfficeEvent.OfficeOpened) {
        self.init(
            name: office.name, letters: office.prefix, addressee: Self.head(of: office),
            address: office.address, phone: office.phone)
    }

    /// เทศบาลเมืองกะทู้ is led by the นายกเทศมนตรีเมืองกะทู้.
    private static func head(of office: OfficeEvent.OfficeOpened) -> LocalText {
        let leads =
            switch office.kind {
            case .subdistrictMunicipality, .townMunicipality, .cityMunicipality: "นายกเทศมนตรี"
            case .subdistrictAdministration: "นายกองค์การบริหารส่วนตำบล"
            case .provincialAdministration: "นายกองค์การบริหารส่วนจังหวัด"
            case .special, .other: "หัวหน้าหน่วยงาน "
            }
        let name = office.name.thai
        let kind = ["เทศบาล", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด"]
            .first { name.hasPrefix($0) }
        let place = kind.map { String(name.unicodeScalars.dropFirst($0.unicodeScalars.count)) }
        return LocalText(
            leads + (leads.hasSuffix(" ") ? name : place ?? name),
            english: "the head of \(office.name.english ?? name)")
    }

    /// Seal, name, address and telephone on the left; `right` beside them.
    func block(_ manner: Manner, right: [Block] = []) -> Block {
        var lines: [Block] = [
            .paragraph(manner.say(name), style: ParagraphStyle(.body, isBold: true))
        ]
        if let address {
            lines.append(.paragraph(manner.say(address), style: ParagraphStyle(.small)))
        }
        if let phone {
            let shown = PhoneNumber.shown(phone)
            lines.append(
                .paragraph(
                    manner.say("โทรศัพท์ \(shown)", "Telephone \(shown)"),
                    style: ParagraphStyle(.small)))
        }
        let columns = [Column(.points(54), [.seal(letters)]), Column(.share(5), lines)]
        return .columns(columns + (right.isEmpty ? [] : [Column(.share(3.2), right)]))
    }
}
