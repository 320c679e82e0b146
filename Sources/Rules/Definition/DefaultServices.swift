package import Events

/// The services that an office starts with: one of each kind of petition, and what local
/// governments commonly offer, with the times that they promise.
package enum DefaultServices {
    /// Everything, each at version 1 and without a problem.
    package static var all: [ServiceDefinition] { general + licences + counter + field }

    /// One service for each kind of petition: request, complaint, grievance, suggestion.
    package static let general: [ServiceDefinition] = [
        request(
            "general-request", "คำขอรับบริการทั่วไป", "General service request", "clerk", "general",
            within: DefaultClocks.days(15, .workingDays)),
        trouble("complaint", .complaint, "ร้องเรียน", "Complaint"),
        trouble("grievance", .grievance, "ร้องทุกข์", "Grievance"),
        trouble("suggestion", .suggestion, "ข้อเสนอแนะ", "Suggestion"),
    ]

    /// What needs a permit: counted from the complete application.
    static let licences: [ServiceDefinition] = [
        licence(
            "building-permit", "ขออนุญาตก่อสร้าง ดัดแปลง รื้อถอนอาคาร", "Building permit", "works",
            "building-permit", days: 45,
            extensions: ExtensionRule(most: 2, by: DefaultClocks.days(45)),
            promised: [
                promise("ตรวจสอบแบบและสถานที่", "Inspection", DefaultClocks.days(15)),
                promise("ออกใบอนุญาต", "Issue of the permit", DefaultClocks.days(15)),
            ]),
        licence(
            "land-filling", "แจ้งขุดดิน/ถมดิน", "Notice of digging or filling land", "works",
            "building-permit", days: 7),
        licence(
            "hazardous-business", "ขออนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพ",
            "Licence for a business hazardous to health", "health", "public-health", days: 30),
        licence(
            "food-place", "ขออนุญาตจัดตั้งสถานที่จำหน่ายอาหาร", "Licence for a food place", "health",
            "public-health", days: 30),
        licence(
            "market", "ขออนุญาตจัดตั้งตลาด", "Licence for a market", "health", "public-health",
            days: 30),
        licence(
            "public-vending", "ขออนุญาตจำหน่ายสินค้าในที่หรือทางสาธารณะ",
            "Licence for vending in public places", "health", "public-health", days: 20),
    ]

    /// What is done while the citizen waits: office minutes from the moment it is taken in.
    static let counter: [ServiceDefinition] = [
        quick(
            "civil-registration", "แจ้งเกิด แจ้งตาย แจ้งย้าย", "Births, deaths, moves", "clerk",
            "general", minutes: 10),
        quick(
            "elderly-allowance", "ลงทะเบียนเบี้ยยังชีพผู้สูงอายุ", "Old-age allowance", "welfare",
            "allowance", minutes: 30),
        quick(
            "disability-allowance", "ลงทะเบียนเบี้ยความพิการ", "Disability allowance", "welfare",
            "allowance", minutes: 30),
        quick(
            "trade-registration", "จดทะเบียนพาณิชย์", "Trade registration", "finance", "trade",
            minutes: 60),
        quick(
            "land-tax", "ชำระภาษีที่ดินและสิ่งปลูกสร้าง", "Land and building tax", "finance",
            "trade", minutes: 5),
        quick("sign-tax", "ชำระภาษีป้าย", "Sign tax", "finance", "trade", minutes: 5),
        quick("waste-fee", "ชำระค่าธรรมเนียมขยะ", "Waste fee", "finance", "trade", minutes: 3),
        quick(
            "water-bill", "ชำระค่าน้ำประปา", "Water bill", "waterworks", "water-service",
            minutes: 3),
    ]

    /// What somebody comes out for.
    static let field: [ServiceDefinition] = [
        request(
            "house-number", "ขอกำหนดเลขที่บ้าน", "House number", "clerk", "general",
            within: DefaultClocks.days(3)),
        request(
            "water-connection", "ขอใช้น้ำประปา", "Water connection", "waterworks",
            "water-service", within: DefaultClocks.days(7, .workingDays)),
        request(
            "street-light-repair", "ซ่อมไฟฟ้าสาธารณะ", "Street light repair", "works", "general",
            within: DefaultClocks.days(7, .workingDays)),
        request(
            "tree-cutting", "ขอให้ตัดต้นไม้", "Tree cutting", "disaster", "relief",
            within: DefaultClocks.days(7, .workingDays)),
        request(
            "waste-bin", "ขอถังขยะ เก็บสิ่งปฏิกูล", "Waste bin, night soil", "health",
            "public-health", within: DefaultClocks.days(7, .workingDays)),
        request(
            "venue", "ขอใช้สถานที่ เต็นท์ โต๊ะ เก้าอี้", "Venue, tents, chairs", "clerk", "general",
            within: DefaultClocks.days(3, .workingDays)),
        request(
            "water-support", "ขอสนับสนุนน้ำอุปโภคบริโภค", "Water delivery", "disaster", "relief",
            within: DefaultClocks.days(3, .hours), calendar: alwaysOpen),
        request(
            "disaster-relief", "ช่วยเหลือสาธารณภัย", "Disaster relief", "disaster", "relief",
            within: DefaultClocks.days(0, .immediately), calendar: alwaysOpen),
        request(
            "ambulance", "ขอรถกู้ชีพ รับส่งผู้ป่วย", "Ambulance, patient transport", "disaster",
            "relief", within: DefaultClocks.days(0, .immediately), calendar: alwaysOpen),
        request(
            "information", "ขอข้อมูลข่าวสารของราชการ", "Official information", "clerk",
            "information", within: DefaultClocks.days(15, .workingDays)),
        request(
            "licence-register", "ขอข้อมูลการอนุญาต", "Data on licences granted", "clerk",
            "information", within: DefaultClocks.days(3), isLegal: true),
    ]

    /// The calendar of those who never close, as an office declares it when it opens.
    static let alwaysOpen = "always-open"

    // MARK: The kinds

    private static func request(
        _ code: String, _ thai: String, _ english: String, _ department: String,
        _ category: String, within limit: TimeSpan, isLegal: Bool = false, calendar: String? = nil
    ) -> ServiceDefinition {
        var service = base(code, .service, thai, english, guards: [])
        service.department = department
        service.category = category
        service.clocks = DefaultClocks.all(finish: limit, isLegal: isLegal, calendar: calendar)
        service.promised = [promise("ดำเนินการแล้วเสร็จ", "Finished", limit)]
        return service
    }

    private static func quick(
        _ code: String, _ thai: String, _ english: String, _ department: String,
        _ category: String, minutes: Int
    ) -> ServiceDefinition {
        let limit = TimeSpan(amount: minutes, unit: .officeMinutes)
        var service = request(code, thai, english, department, category, within: limit)
        service.clocks = DefaultClocks.all(finish: limit, from: .received)
        return service
    }

    private static func licence(
        _ code: String, _ thai: String, _ english: String, _ department: String,
        _ category: String, days: Int, extensions: ExtensionRule? = nil,
        promised: [PromisedTime] = []
    ) -> ServiceDefinition {
        let limit = DefaultClocks.days(days)
        let guards = [
            Guard(kind: .identityLevel, value: IdentityLevel.ial13.rawValue),
            Guard(kind: .documentIssued, value: DocumentKind.licence.rawValue),
        ]
        var service = base(code, .service, thai, english, guards: guards)
        service.department = department
        service.category = category
        service.guests = .refused
        service.clocks = DefaultClocks.all(
            finish: limit, from: .completeDocuments, isLegal: true, extensions: extensions)
        service.promised =
            promised.isEmpty ? [promise("ออกใบอนุญาต", "Issue of the licence", limit)] : promised
        service.documents = DefaultForms.licenceDocuments
        service.form = DefaultForms.licence
        return service
    }

    private static func trouble(
        _ code: String, _ kind: PetitionKind, _ thai: String, _ english: String
    ) -> ServiceDefinition {
        var service = base(
            code, kind, thai, english, guards: [Guard(kind: .answered)])
        service.department = "clerk"
        service.identityLevel = .unproven
        service.modes = [.online]
        service.form = DefaultForms.trouble
        let result = LocalText("แจ้งผลหรือความก้าวหน้า", english: "Result or progress")
        service.clocks = DefaultClocks.all(finish: DefaultClocks.days(15), called: result)
        service.outcomes = DefaultForms.troubleOutcomes
        service.grounds = DefaultForms.troubleGrounds
        service.promised = [
            promise("ตอบครั้งแรก", "First answer", DefaultClocks.days(7)),
            PromisedTime(step: result, time: DefaultClocks.days(15)),
        ]
        return service
    }

    private static func base(
        _ code: String, _ kind: PetitionKind, _ thai: String, _ english: String, guards: [Guard]
    ) -> ServiceDefinition {
        ServiceDefinition(
            code: code, version: 1, kind: kind, name: LocalText(thai, english: english),
            identityLevel: .contact, guests: .phone, overdue: .notify,
            modes: [.online, .print], form: DefaultForms.request,
            states: DefaultFlow.states(of: kind),
            actions: DefaultFlow.actions(of: kind, completing: guards),
            escalation: DefaultClocks.ladder,
            outcomes: DefaultForms.requestOutcomes, grounds: DefaultForms.requestGrounds,
            appeal: DefaultClocks.days(15), reopenWindow: DefaultClocks.days(30),
            retention: "normal")
    }

    private static func promise(
        _ thai: String, _ english: String, _ time: TimeSpan
    ) -> PromisedTime {
        PromisedTime(step: LocalText(thai, english: english), time: time)
    }
}
