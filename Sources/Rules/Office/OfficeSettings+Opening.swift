package import Events

extension OfficeSettings {
    /// What a new office starts with: enough to serve on its first day, all of it to be changed.
    package static func opening(_ office: OfficeEvent.OfficeOpened) -> [OfficeEvent] {
        let numbering = OfficeEvent.NumberingSet(
            prefix: office.prefix, digit: 1, width: PetitionNumber.standardWidth)
        let head: [OfficeEvent] = [.officeOpened(office), .numberingSet(numbering)]
        return head + GovernmentCalendar.events + OpeningUnits.events + OpeningPolicies.events
            + OpeningCategories.events + OpeningTexts.events + OpeningServices.events
    }

    package static func opening(
        code: String, name: LocalText, kind: OfficeKind, prefix: String, origin: String,
        area: String? = nil, address: LocalText? = nil, phone: String? = nil,
        isSimulated: Bool = false
    ) -> [OfficeEvent] {
        opening(
            OfficeEvent.OfficeOpened(
                code: code, name: name, kind: kind, prefix: prefix, origin: origin, area: area,
                address: address, phone: phone, isSimulated: isSimulated))
    }
}
