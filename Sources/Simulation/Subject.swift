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
    /// Hours that the office usually needs.
    package let usualHours: Int
    /// Codes of the definition's outcomes, the likelier ones more than once.
    package let outcomes: [String]
    /// Whether it ends with a licence, and needs an account that was verified.
    package let isLicence: Bool
    /// Whether its category is sealed.
    package let isConfidential: Bool

    package static let all: [Subject] = grievances + complaints + requests + licences

    private static let grievances: [Subject] = [
        grievance(
            "street-light", 16, 40, ["ไฟถนนดับ", "ไฟส่องสว่างกระพริบ", "เสาไฟชำรุด"],
            ["ไฟดับตลอดแนวถนนมาหลายคืน ทางมืดอันตราย", "ขอให้ซ่อมไฟหน้าบ้านและปากซอย"]),
        grievance(
            "road", 14, 90, ["ถนนเป็นหลุมบ่อ", "ผิวจราจรทรุด", "ไหล่ทางพัง"],
            ["ถนนเป็นหลุมลึก รถจักรยานยนต์ล้มบ่อย", "หลังฝนตกถนนทรุดเป็นแอ่ง"]),
        grievance(
            "waste", 13, 20, ["ขยะตกค้าง", "มีคนลักลอบทิ้งขยะ"],
            ["รถเก็บขยะไม่เข้าซอยหลายวันแล้ว ส่งกลิ่นเหม็น", "ถังขยะเต็มล้นออกมาบนทางเท้า"]),
        grievance(
            "drain", 8, 50, ["ท่อระบายน้ำอุดตัน", "ฝาท่อชำรุด"],
            ["น้ำไม่ระบาย ท่อตันทั้งซอย", "ฝาท่อแตก เกรงว่าเด็กจะตกลงไป"]),
        grievance(
            "flood", 7, 30, ["น้ำท่วมขัง", "น้ำรอระบาย"],
            ["ฝนตกทีไรน้ำท่วมถึงหน้าบ้านทุกครั้ง", "น้ำท่วมขังในซอยเกินหนึ่งวัน"]),
        grievance(
            "water", 7, 16, ["น้ำประปาไม่ไหล", "ท่อประปาแตก"],
            ["น้ำไม่ไหลตั้งแต่เช้า", "ท่อแตกหน้าบ้าน น้ำไหลทิ้งตลอด"]),
        grievance(
            "stray-animal", 5, 60, ["สุนัขจรจัด", "ขอให้จับสุนัขดุ"],
            ["มีสุนัขจรจัดฝูงใหญ่ไล่คนเดินเท้า"]),
        grievance(
            "tree", 4, 36, ["กิ่งไม้พาดสายไฟ", "ต้นไม้ล้มขวางทาง"],
            ["กิ่งไม้ใหญ่ใกล้หัก ขอให้ตัดแต่ง"]),
        grievance(
            "traffic-sign", 2, 60, ["ป้ายจราจรล้ม", "ป้ายถูกกิ่งไม้บัง"],
            ["ป้ายหยุดล้มมาหลายวัน เกรงว่าจะเกิดอุบัติเหตุ"]),
    ]

    private static let complaints: [Subject] = [
        complaint(
            "noise", 6, 70, ["เสียงดังรบกวน", "เสียงดังจากร้านค้ายามวิกาล"],
            ["เปิดเพลงเสียงดังหลังสี่ทุ่มเป็นประจำ", "เสียงเครื่องจักรดังทั้งวัน"]),
        complaint(
            "smell", 4, 80, ["กลิ่นเหม็นรบกวน"], ["กลิ่นเหม็นจากน้ำเสียของสถานประกอบการ"]),
        complaint(
            "burning", 4, 24, ["เผาในที่โล่ง", "ควันจากการเผา"],
            ["มีการเผาขยะในที่โล่งทุกเย็น ควันเข้าบ้าน"]),
        complaint(
            "building", 3, 150, ["ก่อสร้างรุกล้ำทางสาธารณะ"],
            ["มีการต่อเติมอาคารล้ำเข้ามาในทางสาธารณะ"]),
        complaint(
            "conduct", 2, 60, ["การให้บริการล่าช้า", "เจ้าหน้าที่พูดจาไม่สุภาพ"],
            ["ไปติดต่อสองครั้งแล้วยังไม่ได้รับคำตอบ"]),
        complaint(
            "corruption", 1, 160, ["ขอให้ตรวจสอบการจัดซื้อจัดจ้าง"],
            ["สงสัยว่าการจัดซื้อไม่เป็นไปตามระเบียบ"], isConfidential: true),
        Subject(
            service: "suggestion", category: "suggestion", weight: 3,
            subjects: ["ขอเสนอแนะเรื่องตลาดนัด", "ขอเสนอให้เพิ่มสวนสาธารณะ"],
            details: ["ควรจัดระเบียบที่จอดรถรอบตลาด", "อยากให้มีที่ออกกำลังกายสำหรับผู้สูงอายุ"],
            usualHours: 50, outcomes: ["noted", "noted", "planned"], isLicence: false,
            isConfidential: false),
    ]

    private static let requests: [Subject] = [
        request(
            "waste-bin", 5, 30, ["ขอถังขยะเพิ่ม", "ขอสูบสิ่งปฏิกูล"], ["ขอถังขยะหน้าบ้านหนึ่งใบ"]),
        request(
            "water-connection", 4, 40, ["ขอติดตั้งประปา", "ขอย้ายมาตรวัดน้ำ"],
            ["ขอใช้น้ำประปาสำหรับบ้านสร้างใหม่"]),
        request("house-number", 3, 14, ["ขอเลขที่บ้าน"], ["บ้านสร้างเสร็จแล้ว ขอเลขที่บ้าน"]),
        request(
            "venue", 3, 10, ["ขอยืมเต็นท์และเก้าอี้", "ขอใช้หอประชุม"],
            ["ใช้ในงานบุญประจำปีของหมู่บ้าน"]),
        request("information", 1, 60, ["ขอสำเนาเอกสาร"], ["ขอสำเนารายงานการประชุมสภา"]),
        request(
            "general-request", 2, 40, ["ขอหนังสือรับรอง"], ["ขอหนังสือรับรองเพื่อใช้ประกอบคำขอกู้"]),
    ]

    private static let licences: [Subject] = [
        licence("food-place", 3, 110, ["ขออนุญาตเปิดร้านอาหาร", "ต่ออายุใบอนุญาตร้านอาหาร"]),
        licence("hazardous-business", 2, 130, ["ขออนุญาตเปิดอู่ซ่อมรถ", "ขออนุญาตโรงน้ำแข็ง"]),
        licence("building-permit", 2, 220, ["ขออนุญาตก่อสร้างบ้านพักอาศัย", "ขออนุญาตต่อเติมอาคาร"]),
        licence("public-vending", 2, 80, ["ขออนุญาตจำหน่ายสินค้าในที่สาธารณะ"]),
    ]

    private static let troubleOutcomes = ["solved", "solved", "solved", "explained", "planned"]
    private static let requestOutcomes = ["granted", "granted", "granted", "partly-granted"]

    private static func grievance(
        _ category: String, _ weight: Int, _ hours: Int, _ subjects: [String], _ details: [String]
    ) -> Subject {
        Subject(
            service: "grievance", category: category, weight: weight, subjects: subjects,
            details: details, usualHours: hours, outcomes: troubleOutcomes, isLicence: false,
            isConfidential: false)
    }

    private static func complaint(
        _ category: String, _ weight: Int, _ hours: Int, _ subjects: [String], _ details: [String],
        isConfidential: Bool = false
    ) -> Subject {
        Subject(
            service: "complaint", category: category, weight: weight, subjects: subjects,
            details: details, usualHours: hours, outcomes: troubleOutcomes, isLicence: false,
            isConfidential: isConfidential)
    }

    private static func request(
        _ service: String, _ weight: Int, _ hours: Int, _ subjects: [String], _ details: [String]
    ) -> Subject {
        Subject(
            service: service, category: nil, weight: weight, subjects: subjects, details: details,
            usualHours: hours, outcomes: requestOutcomes, isLicence: false, isConfidential: false)
    }

    private static func licence(
        _ service: String, _ weight: Int, _ hours: Int, _ subjects: [String]
    ) -> Subject {
        Subject(
            service: service, category: nil, weight: weight, subjects: subjects,
            details: ["ขออนุญาตตามแบบและเอกสารที่แนบ"], usualHours: hours, outcomes: ["granted"],
            isLicence: true, isConfidential: false)
    }
}
