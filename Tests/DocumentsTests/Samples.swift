import Documents
import Entries
import Events
import Rules

/// An office, a service and a petitioner that do not exist.
enum Samples {
    static let office = OfficeHead(
        OfficeEvent.OfficeOpened(
            code: "KT", name: LocalText("เทศบาลเมืองกะทู้", english: "Kathu Town Municipality"),
            kind: .townMunicipality, prefix: "KT", origin: "example.test/kathu",
            address: LocalText(
                "เลขที่ 12 หมู่ที่ 2 ถนนวิชิตสงคราม ตำบลกะทู้ อำเภอกะทู้ จังหวัดภูเก็ต 83120",
                english: "12 Moo 2, Wichit Songkhram Road, Kathu, Phuket 83120"),
            phone: "+6676321500"))

    static let number = "KT1080767000011"
    /// Monday 8 July 2024, 17:56:42 in Thailand: after hours.
    static let entered = Instant(milliseconds: 1_720_436_202_000)
    /// Tuesday 9 July 2024, 08:30.
    static let received = Instant(milliseconds: 1_720_488_600_000)
    static let digest = Digest(
        (0..<32).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) })

    static func erasure(_ manner: Manner = Manner()) -> ErasureSheet {
        let leaf = digest ?? .zero
        return ErasureSheet(
            office: office, account: "c-0192f3a4", requestedAt: entered,
            ground: ErasureGround.request.label,
            rows: [
                ErasureSheet.Row(
                    "ทำลายกุญแจของบัญชี", position: 4712, time: received, leaf: leaf),
                ErasureSheet.Row("ลบเสร็จสิ้น", position: 4719, time: received, leaf: leaf),
            ], epoch: 5,
            checkpoint: ["example.test/kathu", "4720", "\(leaf)"],
            key: "example.test/kathu+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            path: Array(repeating: leaf, count: 13), manner: manner)
    }

    static let petitioner = Petitioner(
        title: "นาย", givenName: "สมชาย", familyName: "ใจดี", nationalID: "1999900001010",
        phone: "+66810000012", email: "somchai@example.test",
        address: Address(
            house: "99/12", moo: "4", soi: "ประปา 3", road: "วิชิตสงคราม", subdistrict: "กะทู้",
            district: "กะทู้", province: "ภูเก็ต", postcode: "83120"))

    static let place = Place(
        latitudeMicrodegrees: 7_911_234, longitudeMicrodegrees: 98_336_001, moo: "4",
        road: "วิชิตสงคราม", subdistrict: "กะทู้", district: "กะทู้", province: "ภูเก็ต",
        postcode: "83120", description: "หน้าร้านขายของชำ เยื้องศาลาประชาคมหมู่ 4")

    static let details = """
        ด้วยข้าพเจ้าได้พบว่าถนนหน้าหมู่บ้านชำรุดเป็นหลุมบ่อหลายแห่ง น้ำท่วมขังทุกครั้งที่ฝนตก \
        รถจักรยานยนต์ล้มบ่อยครั้ง โดยเฉพาะช่วงเช้าที่ผู้ปกครองไปส่งบุตรหลานที่ศูนย์เด็กเล็ก \
        จึงขอให้เทศบาลซ่อมแซมผิวจราจรและลอกท่อระบายน้ำโดยเร็ว รวมทั้งติดตั้งไฟฟ้าสาธารณะเพิ่มอีก 2 จุด
        นอกจากนี้ ป้ายจราจรบริเวณทางแยกชำรุด มองไม่เห็นในเวลากลางคืน กุฏิ ญาติ ฐาน ที่ ปั่น น้ำ อื่น ๆ ฯลฯ
        """

    static let filing = PetitionFiling(
        text: PetitionText(
            subject: "ถนนชำรุดและน้ำท่วมขังหน้าหมู่บ้าน", details: details,
            answers: [Answer(field: "occurred", values: ["2024-07-06"])]),
        petitioner: petitioner, place: place,
        attachments: ["ภาพถ่ายถนน 1.jpg", "ภาพถ่ายถนน 2.jpg", "แผนที่สังเขป.pdf"])

    static func service(_ code: String) -> ServiceDefinition {
        guard let service = DefaultServices.all.first(where: { $0.code == code }) else {
            preconditionFailure("no service \(code)")
        }
        return service
    }

    static let verification = Verification(
        address: "https://example.test/kathu/check/7K3M9QXT2F4H", code: "7K3M-9QXT-2F4H")

    static func form(_ code: String, _ manner: Manner = Manner()) -> PetitionForm {
        PetitionForm(
            office: office, service: service(code), created: entered, manner: manner,
            digest: digest)
    }

    static func sheet(_ manner: Manner = Manner()) -> PetitionSheet {
        var sheet = PetitionSheet(
            office: office, number: number, service: service("grievance").name, kind: .grievance,
            enteredAt: entered, deemedReceivedAt: received, filing: filing,
            created: entered.advanced(milliseconds: 60_000), manner: manner)
        sheet.department = LocalText("กองช่าง", english: "Public Works Division")
        sheet.officer = "นางสาวพัชรี ตัวอย่าง"
        sheet.category = LocalText("ถนน", english: "Roads")
        sheet.subcategory = LocalText("ไหล่ทาง", english: "Shoulder")
        sheet.channel = .web
        sheet.status = .submitted
        sheet.verification = verification
        sheet.digest = digest
        return sheet
    }

    static func slip(_ manner: Manner = Manner()) -> ReceiptSlip {
        var slip = ReceiptSlip(
            office: office, number: number, service: service("grievance").name,
            subject: filing.text.subject, enteredAt: entered, deemedReceivedAt: received,
            manner: manner)
        slip.petitioner = "นายสมชาย ใจดี"
        slip.department = LocalText("กองช่าง", english: "Public Works Division")
        slip.steps = [
            ReceiptSlip.Step(
                LocalText("เจ้าหน้าที่รับเรื่อง", english: "An officer takes it in"),
                due: received.advanced(milliseconds: 8 * 3_600_000)),
            ReceiptSlip.Step(
                LocalText("ตอบครั้งแรก", english: "First answer"),
                due: received.advanced(milliseconds: 7 * 86_400_000)),
            ReceiptSlip.Step(
                LocalText("แจ้งผลหรือความก้าวหน้า", english: "Result or progress"),
                due: received.advanced(milliseconds: 15 * 86_400_000)),
        ]
        slip.attachments = 3
        slip.verification = verification
        slip.digest = digest
        return slip
    }
}
