internal import Events

/// What citizens complain of and ask for, and which department each goes to.
enum OpeningCategories {
    static var events: [OfficeEvent] {
        let all = problems + conduct + requests
        return all.map { OfficeEvent.categoryDefined($0) }
    }

    private static let troubles: [PetitionKind] = [.complaint, .grievance, .suggestion]

    private static let problems: [OfficeEvent.CategoryDefined] = [
        trouble("road", "ถนน", "road", "works"),
        trouble("pavement", "ทางเท้า", "pavement", "works"),
        trouble("lighting", "แสงสว่าง", "lighting", "works"),
        trouble("street-light", "ไฟฟ้าสาธารณะ", "street light", "works"),
        trouble("drain", "ท่อระบายน้ำ", "drain", "works"),
        trouble("flood", "น้ำท่วม", "flood", "disaster"),
        trouble("cleanliness", "ความสะอาด", "cleanliness", "health"),
        trouble("waste", "ขยะตกค้าง", "uncollected waste", "health"),
        trouble("safety", "ความปลอดภัย", "safety", "disaster"),
        trouble("obstruction", "กีดขวาง", "obstruction", "works"),
        trouble("traffic", "จราจร", "traffic", "works"),
        trouble("sign", "ป้าย", "sign", "works"),
        trouble("traffic-sign", "ป้ายจราจร", "traffic sign", "works"),
        trouble("cable", "สายไฟ", "cable", "works"),
        trouble("tree", "ต้นไม้", "tree", "disaster"),
        trouble("canal", "คลอง", "canal", "works"),
        trouble("bridge", "สะพาน", "bridge", "works"),
        trouble("noise", "เสียงรบกวน", "noise", "health"),
        trouble("smell", "กลิ่น", "smell", "health"),
        trouble("burning", "เผาในที่โล่ง", "open burning", "health"),
        trouble("air", "PM2.5", "PM2.5", "health"),
        trouble("nuisance", "เหตุรำคาญ", "nuisance", "health"),
        trouble("stray-animal", "สัตว์จรจัด", "stray animal", "health"),
        trouble("homeless", "คนจรจัด", "homeless person", "welfare"),
        trouble("toilet", "ห้องน้ำ", "toilet", "health"),
        trouble("transport", "การเดินทาง", "transport", "works"),
        trouble("water", "ประปา/น้ำไม่ไหล", "water supply", "waterworks"),
        trouble("building", "ก่อสร้างผิดแบบ/รุกล้ำ", "unlawful building", "works"),
        trouble("question", "สอบถาม", "question", "clerk"),
        trouble("suggestion", "เสนอแนะ", "suggestion", "strategy", kinds: [.suggestion]),
        trouble(
            "other", "ร้องเรียนอื่น ๆ", "other complaint", "clerk", kinds: [.complaint, .grievance]),
    ]

    private static let conduct: [OfficeEvent.CategoryDefined] = [
        trouble("conduct", "การให้บริการของเจ้าหน้าที่", "conduct of officers", "clerk"),
        OfficeEvent.CategoryDefined(
            code: "corruption", name: LocalText("ทุจริตประพฤติมิชอบ", english: "corruption"),
            kinds: [.complaint], department: "legal", isConfidential: true),
    ]

    private static let requests: [OfficeEvent.CategoryDefined] = [
        request("building-permit", "ขออนุญาตก่อสร้าง ขุดดิน ถมดิน", "building permits", "works"),
        request("public-health", "สาธารณสุขและสิ่งแวดล้อม", "public health", "health"),
        request("trade", "ทะเบียนพาณิชย์และภาษี", "trade registration and tax", "finance"),
        request("allowance", "เบี้ยยังชีพและสวัสดิการ", "allowances and welfare", "welfare"),
        request("water-service", "ขอใช้น้ำประปา", "water connection", "waterworks"),
        request("relief", "ช่วยเหลือสาธารณภัยและรถกู้ชีพ", "relief and ambulance", "disaster"),
        request("school", "ศูนย์พัฒนาเด็กเล็กและการศึกษา", "child centres and schools", "education"),
        request("information", "ข้อมูลข่าวสารของราชการ", "official information", "clerk"),
        request("general", "คำขอทั่วไป", "general request", "clerk"),
    ]

    private static func trouble(
        _ code: String, _ thai: String, _ english: String, _ department: String,
        kinds: [PetitionKind] = troubles
    ) -> OfficeEvent.CategoryDefined {
        OfficeEvent.CategoryDefined(
            code: code, name: LocalText(thai, english: english), kinds: kinds,
            department: department)
    }

    private static func request(
        _ code: String, _ thai: String, _ english: String, _ department: String
    ) -> OfficeEvent.CategoryDefined {
        OfficeEvent.CategoryDefined(
            code: code, name: LocalText(thai, english: english), kinds: [.service],
            department: department)
    }
}
