internal import Events
internal import Markup
internal import Rules

/// The parts of a postal address in a form, in Thai order: those that nearly everybody fills in, two
/// beside each other where there is room, and folded below them the few that some addresses have.
///
/// None of them must be there; the heading above says so once for all.
struct AddressFields: Sendable {
    /// What the names of its fields begin with.
    let prefix: String

    private static let longestPart = 150

    init(_ prefix: String = "address") { self.prefix = prefix }

    func name(_ part: Address.Part) -> String { "\(prefix)-\(part)" }

    private static let usual: [Address.Part] = [
        .house, .moo, .road, .subdistrict, .district, .province, .postcode,
    ]
    private static let unusual: [Address.Part] = [.building, .soi]

    func html(_ controls: Controls, _ typed: Typed) -> HTML {
        let isUnfolded = Self.unusual.contains { part in
            typed.text(name(part)) != nil || controls.issues[name(part)] != nil
        }
        var html = boxes(Self.usual, controls, typed)
        html.append(
            details(.class("more"), Attribute("open", isPresent: isUnfolded)) {
                summary {
                    controls.language("เพิ่มอาคาร หมู่บ้าน หรือซอย", "Add a building, village or lane")
                }
                boxes(Self.unusual, controls, typed)
            })
        return html
    }

    private func boxes(
        _ parts: [Address.Part], _ controls: Controls, _ typed: Typed
    ) -> HTML {
        div(.class("pairs")) {
            for part in parts {
                controls.text(
                    name(part), label(part, controls.language), value: typed.text(name(part)),
                    width: width(part), autocomplete: autocomplete(part),
                    inputmode: part == .postcode ? "numeric" : nil)
            }
        }
    }

    /// Nil where nothing was typed.
    func read(_ typed: Typed, _ issues: inout Issues) -> Address? {
        var address = Address()
        for part in Address.Part.allCases {
            guard let text = typed.text(name(part)) else { continue }
            if text.unicodeScalars.count > Self.longestPart {
                issues.add(
                    name(part),
                    "\(address.label(of: part).thai)ต้องไม่เกิน \(Self.longestPart) ตัวอักษร",
                    "\(address.label(of: part).english) must be \(Self.longestPart) letters or fewer"
                )
            }
            address.set(part, part == .postcode ? Digits.arabic.written(text) : text)
        }
        if let postcode = address.postcode, !Address.isPostcode(postcode) {
            issues.add(
                name(.postcode), "กรอกรหัสไปรษณีย์ 5 หลัก เช่น 65210",
                "Enter a postcode of five digits, such as 65210")
        }
        return address == Address() ? nil : address
    }

    /// What a form shows of an address that is known.
    func fill(_ typed: inout Typed, with address: Address?) {
        for part in Address.Part.allCases {
            if let text = address?[part] { typed[name(part)] = text }
        }
    }

    /// Which of two names is right is known once the province is.
    private func label(_ part: Address.Part, _ language: Language) -> String {
        switch part {
        case .subdistrict: language("ตำบล/แขวง", "Subdistrict")
        case .district: language("อำเภอ/เขต", "District")
        case .moo: language("หมู่ที่", "Moo (village)")
        default: language(Address().label(of: part))
        }
    }

    private func width(_ part: Address.Part) -> String? {
        switch part {
        case .moo: "w4"
        case .house, .postcode: "w5"
        default: nil
        }
    }

    private func autocomplete(_ part: Address.Part) -> String? {
        switch part {
        case .house: "address-line1"
        case .road: "address-line2"
        case .subdistrict: "address-level3"
        case .district: "address-level2"
        case .province: "address-level1"
        case .postcode: "postal-code"
        case .moo, .building, .soi: nil
        }
    }
}

extension Address {
    fileprivate mutating func set(_ part: Part, _ text: String) {
        switch part {
        case .house: house = text
        case .moo: moo = text
        case .building: building = text
        case .soi: soi = text
        case .road: road = text
        case .subdistrict: subdistrict = text
        case .district: district = text
        case .province: province = text
        case .postcode: postcode = text
        }
    }
}
