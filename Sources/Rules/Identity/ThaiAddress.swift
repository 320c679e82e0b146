/// An address with its parts in the order in which Thai letters give them.
///
/// Codes of places change: the names stand as they were filed.
package struct ThaiAddress: Hashable, Sendable {
    /// The parts, in order.
    package enum Part: String, CaseIterable, Sendable {
        case houseNumber = "house_number"
        case villageNumber = "moo"
        case building
        case lane
        case road
        case subdistrict
        case district
        case province
        case postcode
    }

    private var parts: [Part: String]

    package init(_ parts: [Part: String] = [:]) { self.parts = parts.filter { !$0.value.isEmpty } }

    package subscript(part: Part) -> String? {
        get { parts[part] }
        set { parts[part] = newValue?.isEmpty == true ? nil : newValue }
    }

    /// Whether the province is กรุงเทพมหานคร, which has แขวง and เขต and no จังหวัด.
    package var isInBangkok: Bool {
        ["กรุงเทพมหานคร", "กรุงเทพฯ", "กทม.", "กรุงเทพ"].contains(parts[.province])
    }

    /// What stands before `part` on a form.
    package func label(of part: Part) -> Wording {
        switch part {
        case .houseNumber: Wording(thai: "บ้านเลขที่", english: "House number")
        case .villageNumber: Wording(thai: "หมู่ที่", english: "Moo (village number)")
        case .building: Wording(thai: "อาคาร/หมู่บ้าน", english: "Building or village")
        case .lane: Wording(thai: "ตรอก/ซอย", english: "Lane (soi)")
        case .road: Wording(thai: "ถนน", english: "Road")
        case .subdistrict:
            Wording(thai: isInBangkok ? "แขวง" : "ตำบล", english: "Subdistrict")
        case .district: Wording(thai: isInBangkok ? "เขต" : "อำเภอ", english: "District")
        case .province: Wording(thai: "จังหวัด", english: "Province")
        case .postcode: Wording(thai: "รหัสไปรษณีย์", english: "Postcode")
        }
    }

    /// One line, as on an envelope; parts that are not known are left out.
    package var line: String {
        Part.allCases.compactMap { part in
            parts[part].map { prefix(of: part) + $0 }
        }.joined(separator: " ")
    }

    private func prefix(of part: Part) -> String {
        switch part {
        case .houseNumber: "เลขที่ "
        case .villageNumber: "หมู่ที่ "
        case .building, .postcode: ""
        case .lane: "ซอย"
        case .road: "ถนน"
        case .subdistrict: isInBangkok ? "แขวง" : "ตำบล"
        case .district: isInBangkok ? "เขต" : "อำเภอ"
        case .province: isInBangkok ? "" : "จังหวัด"
        }
    }

    package static func isPostcode(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 5 && Digits.typed(text)?.utf8.count == 5
            && text.utf8.first != UInt8(ascii: "0")
    }
}
