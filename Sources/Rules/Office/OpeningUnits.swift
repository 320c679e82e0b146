internal import Events

/// The departments that local governments have, and the agencies that they refer to.
enum OpeningUnits {
    static var events: [OfficeEvent] {
        [.hoursSet(OfficeEvent.HoursSet(hours: [], calendar: alwaysOpen))]
            + departments.map { .departmentDefined($0) } + agencies.map { .agencyDefined($0) }
    }

    /// The calendar of those who never close.
    static let alwaysOpen = "always-open"

    private static let departments: [OfficeEvent.DepartmentDefined] = [
        department("clerk", "สำนักปลัด", "Office of the Clerk"),
        department("finance", "กองคลัง", "Finance Division"),
        department("works", "กองช่าง", "Public Works Division"),
        department(
            "health", "กองสาธารณสุขและสิ่งแวดล้อม", "Public Health and Environment Division"),
        department("education", "กองการศึกษา ศาสนาและวัฒนธรรม", "Education Division"),
        department("welfare", "กองสวัสดิการสังคม", "Social Welfare Division"),
        department("strategy", "กองยุทธศาสตร์และงบประมาณ", "Strategy and Budget Division"),
        department("waterworks", "กองการประปา", "Waterworks Division"),
        department("personnel", "กองการเจ้าหน้าที่", "Personnel Division"),
        department("audit", "หน่วยตรวจสอบภายใน", "Internal Audit Unit"),
        department(
            "disaster", "งานป้องกันและบรรเทาสาธารณภัย", "Disaster Prevention and Mitigation",
            under: "clerk", calendar: alwaysOpen),
        department("legal", "งานนิติการ", "Legal Affairs", under: "clerk"),
    ]

    private static func department(
        _ code: String, _ thai: String, _ english: String, under parent: String? = nil,
        calendar: String? = nil
    ) -> OfficeEvent.DepartmentDefined {
        OfficeEvent.DepartmentDefined(
            code: code, name: LocalText(thai, english: english), parent: parent,
            calendar: calendar)
    }

    private static let agencies: [OfficeEvent.AgencyDefined] = [
        agency("district", "ที่ว่าการอำเภอ", "District Office"),
        agency("police", "สถานีตำรวจภูธร", "Provincial Police Station"),
        agency("pea", "การไฟฟ้าส่วนภูมิภาค", "Provincial Electricity Authority"),
        agency("pwa", "การประปาส่วนภูมิภาค", "Provincial Waterworks Authority"),
        agency("highways", "กรมทางหลวง", "Department of Highways"),
        agency("rural-roads", "กรมทางหลวงชนบท", "Department of Rural Roads"),
        agency("irrigation", "กรมชลประทาน", "Royal Irrigation Department"),
        agency("land", "สำนักงานที่ดิน", "Land Office"),
        agency("damrongdhama", "ศูนย์ดำรงธรรม", "Damrongdhama Centre"),
    ]

    private static func agency(
        _ code: String, _ thai: String, _ english: String
    ) -> OfficeEvent.AgencyDefined {
        OfficeEvent.AgencyDefined(code: code, name: LocalText(thai, english: english))
    }
}
