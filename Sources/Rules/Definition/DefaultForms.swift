internal import Events

/// The questions, documents and outcomes that services start with.
enum DefaultForms {
    static let request = [
        FormSection(
            code: "details", title: LocalText("รายละเอียด", english: "Details"),
            fields: [subject, details]),
        FormSection(
            code: "place", title: LocalText("สถานที่ (ถ้ามี)", english: "Place (if any)"),
            fields: [place]),
    ]

    static let trouble = [
        FormSection(
            code: "details", title: LocalText("รายละเอียด", english: "Details"),
            fields: [
                subject, details,
                field("occurred", .date, "วันที่เกิดเหตุ", "Date when it happened", isPast: true),
            ]),
        FormSection(
            code: "place", title: LocalText("สถานที่ (ถ้ามี)", english: "Place (if any)"),
            fields: [place]),
    ]

    static let licence = [
        FormSection(
            code: "applicant", title: LocalText("ผู้ขออนุญาต", english: "Applicant"),
            fields: [
                FormField(
                    code: "applicant-kind", label: LocalText("ขออนุญาตในนาม", english: "Applies as"),
                    kind: .choice, isRequired: true,
                    choices: [
                        Choice(code: "person", label: LocalText("บุคคลธรรมดา", english: "Person")),
                        Choice(
                            code: "juristic", label: LocalText("นิติบุคคล", english: "Juristic person")
                        ),
                    ]),
                field("business", .text, "ชื่อสถานประกอบการ", "Name of the business", longest: 200),
            ]),
        FormSection(
            code: "details", title: LocalText("รายละเอียด", english: "Details"),
            fields: [subject, details]),
        FormSection(
            code: "place", title: LocalText("สถานที่ตั้ง", english: "Place"),
            fields: [field("place", .place, "สถานที่ตั้ง", "Place", isRequired: true)]),
    ]

    /// Copies of what other agencies keep are fetched by the office itself.
    static let licenceDocuments = [
        DocumentNeeded(
            code: "house-register", label: LocalText("สำเนาทะเบียนบ้าน", english: "House register"),
            isRequired: true, isObtainedByOffice: true),
        DocumentNeeded(
            code: "company-certificate",
            label: LocalText("หนังสือรับรองนิติบุคคล", english: "Company certificate"),
            isRequired: true, isObtainedByOffice: true,
            when: Condition(field: "applicant-kind", values: ["juristic"])),
        DocumentNeeded(
            code: "plan", label: LocalText("แผนผังหรือแบบแปลน", english: "Plan or drawing"),
            isRequired: true),
        DocumentNeeded(
            code: "consent",
            label: LocalText("หนังสือยินยอมของเจ้าของที่", english: "Consent of the owner of the place")),
    ]

    static let requestOutcomes = [
        outcome("granted", "ดำเนินการให้ตามคำขอ", "Done as requested"),
        outcome("partly-granted", "ดำเนินการให้บางส่วน", "Done in part"),
    ]

    static let requestGrounds = [
        outcome("not-eligible", "ขาดคุณสมบัติตามกฎหมาย", "Not eligible by law"),
        outcome("not-corrected", "ไม่แก้ไขหรือส่งเอกสารภายในเวลา", "Not corrected in time"),
        outcome("unlawful", "ขัดต่อกฎหมาย", "Against the law"),
    ]

    static let troubleOutcomes = [
        outcome("solved", "แก้ไขแล้ว", "Solved"),
        outcome("explained", "ชี้แจงข้อเท็จจริงแล้ว", "Explained"),
        outcome("planned", "บรรจุในแผนงานแล้ว", "Entered into a plan"),
        outcome("noted", "รับไว้ประกอบการพิจารณา", "Taken into account"),
    ]

    static let troubleGrounds = [
        outcome("unfounded", "ตรวจสอบแล้วไม่มีมูล", "Found without cause"),
        outcome("no-evidence", "ไม่ระบุตัวผู้ร้องและไม่มีหลักฐานชัดแจ้ง", "Anonymous without evidence"),
        outcome("not-corrected", "ไม่ส่งข้อมูลเพิ่มเติมภายในเวลา", "No more particulars in time"),
    ]

    private static let subject = field(
        "subject", .text, "เรื่อง", "Subject", isRequired: true, longest: 200)
    private static let details = field(
        "details", .longText, "รายละเอียด", "Details", isRequired: true, longest: 4000)
    private static let place = field("place", .place, "สถานที่", "Place")

    private static func field(
        _ code: String, _ kind: FieldKind, _ thai: String, _ english: String,
        isRequired: Bool = false, longest: Int? = nil, isPast: Bool = false
    ) -> FormField {
        FormField(
            code: code, label: LocalText(thai, english: english), kind: kind,
            isRequired: isRequired, longest: longest, isPast: isPast)
    }

    private static func outcome(_ code: String, _ thai: String, _ english: String) -> Outcome {
        Outcome(code: code, label: LocalText(thai, english: english))
    }
}
