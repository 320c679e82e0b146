/// What people of the simulated town come with, in the codes that a new office opens with.
package struct Subject: Sendable {
    /// The code of the service that it is filed under.
    package let service: String
    /// The code of the category; the service's own if none.
    package let category: String?
    /// How often it comes, against the others.
    package let weight: Int
    package let subjects: [String]
    package let details: [String]
    /// What the office usually needs for the work itself, by the clock on the wall.
    package let usualMinutes: Int
    /// Codes of the definition's outcomes, the likelier ones more than once.
    package let outcomes: [String]
    package let pace: Pace
    /// Whether its category is sealed.
    package let isConfidential: Bool

    /// How the office goes about it.
    package enum Pace: Sendable {
        case usual
        /// It was promised within a few days.
        case swift
        /// It ends with a licence, for which the law sets a time, and needs a verified account.
        case byTheBook
        /// It is done while the citizen waits at the counter.
        case atCounter
    }

    package var isLicence: Bool { pace == .byTheBook }
    package var isGrievance: Bool { service == "grievance" }

    package static let all: [Subject] =
        grievances + complaints + requests + licences + atCounter

    private static let grievances: [Subject] = [
        grievance(
            "street-light", 16, 60, ["ไฟถนนดับ", "ไฟส่องสว่างกระพริบ", "เสาไฟชำรุด"],
            ["ไฟดับตลอดแนวถนนมาหลายคืน ทางมืดอันตราย", "ขอให้ซ่อมไฟหน้าบ้านและปากซอย"]),
        grievance(
            "road", 14, 140, ["ถนนเป็นหลุมบ่อ", "ผิวจราจรทรุด", "ไหล่ทางพัง"],
            ["ถนนเป็นหลุมลึก รถจักรยานยนต์ล้มบ่อย", "หลังฝนตกถนนทรุดเป็นแอ่ง"]),
        grievance(
            "waste", 13, 30, ["ขยะตกค้าง", "มีคนลักลอบทิ้งขยะ"],
            ["รถเก็บขยะไม่เข้าซอยหลายวันแล้ว ส่งกลิ่นเหม็น", "ถังขยะเต็มล้นออกมาบนทางเท้า"]),
        grievance(
            "drain", 8, 84, ["ท่อระบายน้ำอุดตัน", "ฝาท่อชำรุด"],
            ["น้ำไม่ระบาย ท่อตันทั้งซอย", "ฝาท่อแตก เกรงว่าเด็กจะตกลงไป"]),
        grievance(
            "flood", 7, 40, ["น้ำท่วมขัง", "น้ำรอระบาย"],
            ["ฝนตกทีไรน้ำท่วมถึงหน้าบ้านทุกครั้ง", "น้ำท่วมขังในซอยเกินหนึ่งวัน"]),
        grievance(
            "water", 7, 14, ["น้ำประปาไม่ไหล", "ท่อประปาแตก"],
            ["น้ำไม่ไหลตั้งแต่เช้า", "ท่อแตกหน้าบ้าน น้ำไหลทิ้งตลอด"]),
        grievance(
            "stray-animal", 5, 96, ["สุนัขจรจัด", "ขอให้จับสุนัขดุ"],
            ["มีสุนัขจรจัดฝูงใหญ่ไล่คนเดินเท้า"]),
        grievance(
            "tree", 4, 48, ["กิ่งไม้พาดสายไฟ", "ต้นไม้ล้มขวางทาง"],
            ["กิ่งไม้ใหญ่ใกล้หัก ขอให้ตัดแต่ง"]),
        grievance(
            "traffic-sign", 2, 96, ["ป้ายจราจรล้ม", "ป้ายถูกกิ่งไม้บัง"],
            ["ป้ายหยุดล้มมาหลายวัน เกรงว่าจะเกิดอุบัติเหตุ"]),
    ]

    private static let complaints: [Subject] = [
        complaint(
            "noise", 6, 100, ["เสียงดังรบกวน", "เสียงดังจากร้านค้ายามวิกาล"],
            ["เปิดเพลงเสียงดังหลังสี่ทุ่มเป็นประจำ", "เสียงเครื่องจักรดังทั้งวัน"]),
        complaint(
            "smell", 4, 120, ["กลิ่นเหม็นรบกวน"], ["กลิ่นเหม็นจากน้ำเสียของสถานประกอบการ"]),
        complaint(
            "burning", 4, 40, ["เผาในที่โล่ง", "ควันจากการเผา"],
            ["มีการเผาขยะในที่โล่งทุกเย็น ควันเข้าบ้าน"]),
        complaint(
            "building", 3, 170, ["ก่อสร้างรุกล้ำทางสาธารณะ"],
            ["มีการต่อเติมอาคารล้ำเข้ามาในทางสาธารณะ"]),
        complaint(
            "conduct", 2, 96, ["การให้บริการล่าช้า", "เจ้าหน้าที่พูดจาไม่สุภาพ"],
            ["ไปติดต่อสองครั้งแล้วยังไม่ได้รับคำตอบ"]),
        complaint(
            "corruption", 1, 190, ["ขอให้ตรวจสอบการจัดซื้อจัดจ้าง"],
            ["สงสัยว่าการจัดซื้อไม่เป็นไปตามระเบียบ"], isConfidential: true),
        Subject(
            service: "suggestion", category: "suggestion", weight: 3,
            subjects: ["ขอเสนอแนะเรื่องตลาดนัด", "ขอเสนอให้เพิ่มสวนสาธารณะ"],
            details: ["ควรจัดระเบียบที่จอดรถรอบตลาด", "อยากให้มีที่ออกกำลังกายสำหรับผู้สูงอายุ"],
            usualMinutes: 60 * 60, outcomes: ["noted", "noted", "planned"], pace: .usual,
            isConfidential: false),
    ]

    private static let requests: [Subject] = [
        request(
            "waste-bin", 5, 60, ["ขอถังขยะเพิ่ม", "ขอสูบสิ่งปฏิกูล"], ["ขอถังขยะหน้าบ้านหนึ่งใบ"]),
        request(
            "water-connection", 4, 72, ["ขอติดตั้งประปา", "ขอย้ายมาตรวัดน้ำ"],
            ["ขอใช้น้ำประปาสำหรับบ้านสร้างใหม่"]),
        request(
            "house-number", 3, 5, ["ขอเลขที่บ้าน"], ["บ้านสร้างเสร็จแล้ว ขอเลขที่บ้าน"],
            pace: .swift),
        request(
            "venue", 3, 7, ["ขอยืมเต็นท์และเก้าอี้", "ขอใช้หอประชุม"],
            ["ใช้ในงานบุญประจำปีของหมู่บ้าน"], pace: .swift),
        request("information", 1, 120, ["ขอสำเนาเอกสาร"], ["ขอสำเนารายงานการประชุมสภา"]),
        request(
            "general-request", 2, 90, ["ขอหนังสือรับรอง"], ["ขอหนังสือรับรองเพื่อใช้ประกอบคำขอกู้"]),
    ]

    private static let licences: [Subject] = [
        licence("food-place", 3, 280, ["ขออนุญาตเปิดร้านอาหาร", "ต่ออายุใบอนุญาตร้านอาหาร"]),
        licence("hazardous-business", 2, 290, ["ขออนุญาตเปิดอู่ซ่อมรถ", "ขออนุญาตโรงน้ำแข็ง"]),
        licence("building-permit", 3, 580, ["ขออนุญาตก่อสร้างบ้านพักอาศัย", "ขออนุญาตต่อเติมอาคาร"]),
        licence("public-vending", 2, 170, ["ขออนุญาตจำหน่ายสินค้าในที่สาธารณะ"]),
    ]

    private static let atCounter: [Subject] = [
        counter("elderly-allowance", 5, 17, ["ลงทะเบียนเบี้ยยังชีพผู้สูงอายุ"]),
        counter("disability-allowance", 2, 18, ["ลงทะเบียนเบี้ยความพิการ"]),
        counter("trade-registration", 3, 34, ["จดทะเบียนพาณิชย์ตั้งใหม่", "จดเลิกทะเบียนพาณิชย์"]),
    ]

    private static let troubleOutcomes = ["solved", "solved", "solved", "explained", "planned"]
    private static let requestOutcomes = ["granted", "granted", "granted", "partly-granted"]

    private static func grievance(
        _ category: String, _ weight: Int, _ hours: Int, _ subjects: [String], _ details: [String]
    ) -> Subject {
        Subject(
            service: "grievance", category: category, weight: weight, subjects: subjects,
            details: details, usualMinutes: 60 * hours, outcomes: troubleOutcomes, pace: .usual,
            isConfidential: false)
    }

    private static func complaint(
        _ category: String, _ weight: Int, _ hours: Int, _ subjects: [String], _ details: [String],
        isConfidential: Bool = false
    ) -> Subject {
        Subject(
            service: "complaint", category: category, weight: weight, subjects: subjects,
            details: details, usualMinutes: 60 * hours, outcomes: troubleOutcomes, pace: .usual,
            isConfidential: isConfidential)
    }

    private static func request(
        _ service: String, _ weight: Int, _ hours: Int, _ subjects: [String], _ details: [String],
        pace: Pace = .usual
    ) -> Subject {
        Subject(
            service: service, category: nil, weight: weight, subjects: subjects, details: details,
            usualMinutes: 60 * hours, outcomes: requestOutcomes, pace: pace, isConfidential: false
        )
    }

    private static func licence(
        _ service: String, _ weight: Int, _ hours: Int, _ subjects: [String]
    ) -> Subject {
        Subject(
            service: service, category: nil, weight: weight, subjects: subjects,
            details: ["ขออนุญาตตามแบบและเอกสารที่แนบ"], usualMinutes: 60 * hours,
            outcomes: ["granted"],
            pace: .byTheBook, isConfidential: false)
    }

    private static func counter(
        _ service: String, _ weight: Int, _ minutes: Int, _ subjects: [String]
    ) -> Subject {
        Subject(
            service: service, category: nil, weight: weight, subjects: subjects,
            details: ["ยื่นที่เคาน์เตอร์พร้อมเอกสารครบถ้วน"], usualMinutes: minutes,
            outcomes: ["granted"], pace: .atCounter, isConfidential: false)
    }
}
