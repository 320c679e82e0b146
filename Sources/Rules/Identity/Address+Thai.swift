package import Events

extension Address {
    /// The parts of an address, in the order in which Thai letters and forms give them.
    package enum Part: CaseIterable, Sendable {
        case house, moo, building, soi, road, subdistrict, district, province, postcode
    }

    package subscript(part: Part) -> String? {
        switch part {
        case .house: house
        case .moo: moo
        case .building: building
        case .soi: soi
        case .road: road
        case .subdistrict: subdistrict
        case .district: district
        case .province: province
        case .postcode: postcode
        }
    }

    /// Whether the province is กรุงเทพมหานคร, which has แขวง and เขต and no จังหวัด.
    package var isInBangkok: Bool {
        guard let province else { return false }
        return ["กรุงเทพมหานคร", "กรุงเทพฯ", "กทม.", "กรุงเทพ"].contains(province)
    }

    /// What stands before `part` on a form.
    package func label(of part: Part) -> Wording {
        switch part {
        case .house: Wording(thai: "บ้านเลขที่", english: "House number")
        case .moo: Wording(thai: "หมู่ที่", english: "Moo (village number)")
        case .building: Wording(thai: "อาคาร/หมู่บ้าน", english: "Building or village")
        case .soi: Wording(thai: "ตรอก/ซอย", english: "Lane (soi)")
        case .road: Wording(thai: "ถนน", english: "Road")
        case .subdistrict: Wording(thai: isInBangkok ? "แขวง" : "ตำบล", english: "Subdistrict")
        case .district: Wording(thai: isInBangkok ? "เขต" : "อำเภอ", english: "District")
        case .province: Wording(thai: "จังหวัด", english: "Province")
        case .postcode: Wording(thai: "รหัสไปรษณีย์", english: "Postcode")
        }
    }

    /// One line, as on an envelope; parts that are not known are left out.
    package var line: String {
        Part.allCases.compactMap { part in
            self[part].flatMap { $0.isEmpty ? nil : prefix(of: part) + $0 }
        }.joined(separator: " ")
    }

    private func prefix(of part: Part) -> String {
        switch part {
        case .house: "เลขที่ "
        case .moo: "หมู่ที่ "
        case .building, .postcode: ""
        case .soi: "ซอย"
        case .road: "ถนน"
        case .subdistrict: isInBangkok ? "แขวง" : "ตำบล"
        case .district: isInBangkok ? "เขต" : "อำเภอ"
        case .province: isInBangkok ? "" : "จังหวัด"
        }
    }

    /// Whether `text` has the shape of a postcode: five digits, the first not 0.
    package static func isPostcode(_ text: some StringProtocol) -> Bool {
        Digits.typed(text)?.utf8.count == 5 && text.utf8.first != UInt8(ascii: "0")
    }
}
