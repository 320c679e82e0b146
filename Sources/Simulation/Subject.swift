/// What people of the simulated town petition about.
package struct Subject: Sendable {
    /// The code of the office's category.
    package let category: String
    /// How often it comes, against the others.
    package let weight: Int
    package let subjects: [String]
    package let details: [String]
    /// Hours that the office usually needs.
    package let usualHours: Int

    package static let all: [Subject] = [
        Subject(
            category: "street-light", weight: 16,
            subjects: ["ไฟถนนดับ", "ไฟส่องสว่างกระพริบ", "เสาไฟชำรุด"],
            details: ["ไฟดับตลอดแนวถนนมาหลายคืน ทางมืดอันตราย", "ขอให้ซ่อมไฟหน้าบ้านและปากซอย"],
            usualHours: 40),
        Subject(
            category: "road", weight: 14, subjects: ["ถนนเป็นหลุมบ่อ", "ผิวจราจรทรุด", "ไหล่ทางพัง"],
            details: ["ถนนเป็นหลุมลึก รถจักรยานยนต์ล้มบ่อย", "หลังฝนตกถนนทรุดเป็นแอ่ง"],
            usualHours: 90),
        Subject(
            category: "garbage", weight: 13, subjects: ["ขยะตกค้าง", "ขอถังขยะเพิ่ม", "มีคนลักลอบทิ้งขยะ"],
            details: ["รถเก็บขยะไม่เข้าซอยหลายวันแล้ว ส่งกลิ่นเหม็น", "ถังขยะเต็มล้นออกมาบนทางเท้า"],
            usualHours: 20),
        Subject(
            category: "drainage", weight: 8, subjects: ["ท่อระบายน้ำอุดตัน", "ฝาท่อชำรุด"],
            details: ["น้ำไม่ระบาย ท่อตันทั้งซอย", "ฝาท่อแตก เกรงว่าเด็กจะตกลงไป"], usualHours: 50),
        Subject(
            category: "flood", weight: 7, subjects: ["น้ำท่วมขัง", "น้ำรอระบาย"],
            details: ["ฝนตกทีไรน้ำท่วมถึงหน้าบ้านทุกครั้ง", "น้ำท่วมขังในซอยเกินหนึ่งวัน"], usualHours: 30),
        Subject(
            category: "noise", weight: 6, subjects: ["เสียงดังรบกวน", "เสียงดังจากร้านค้ายามวิกาล"],
            details: ["เปิดเพลงเสียงดังหลังสี่ทุ่มเป็นประจำ", "เสียงเครื่องจักรดังทั้งวัน"], usualHours: 70),
        Subject(
            category: "water-supply", weight: 7, subjects: ["น้ำประปาไม่ไหล", "ท่อประปาแตก"],
            details: ["น้ำไม่ไหลตั้งแต่เช้า", "ท่อแตกหน้าบ้าน น้ำไหลทิ้งตลอด"], usualHours: 16),
        Subject(
            category: "stray-animals", weight: 5, subjects: ["สุนัขจรจัด", "ขอให้จับสุนัขดุ"],
            details: ["มีสุนัขจรจัดฝูงใหญ่ไล่คนเดินเท้า"], usualHours: 60),
        Subject(
            category: "smell", weight: 4, subjects: ["กลิ่นเหม็นรบกวน"],
            details: ["กลิ่นเหม็นจากน้ำเสียของสถานประกอบการ"], usualHours: 80),
        Subject(
            category: "burning", weight: 4, subjects: ["เผาในที่โล่ง", "ควันจากการเผา"],
            details: ["มีการเผาขยะในที่โล่งทุกเย็น ควันเข้าบ้าน"], usualHours: 24),
        Subject(
            category: "tree", weight: 4, subjects: ["กิ่งไม้พาดสายไฟ", "ต้นไม้ล้มขวางทาง"],
            details: ["กิ่งไม้ใหญ่ใกล้หัก ขอให้ตัดแต่ง"], usualHours: 36),
        Subject(
            category: "encroachment", weight: 3, subjects: ["ก่อสร้างรุกล้ำทางสาธารณะ"],
            details: ["มีการต่อเติมอาคารล้ำเข้ามาในทางสาธารณะ"], usualHours: 200),
    ]
}
