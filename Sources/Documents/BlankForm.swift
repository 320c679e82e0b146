internal import Paper

/// The parts of a blank form that every service has.
struct BlankForm {
    let manner: Manner

    static func lead(_ manner: Manner) -> String { manner.say("ลงชื่อ", "Signed") }

    var petitioner: [Block] {
        let titles = [
            manner.say("นาย", "Mr"), manner.say("นาง", "Mrs"), manner.say("นางสาว", "Ms"),
            manner.say("อื่น ๆ ....................", "other ...................."),
        ]
        return [
            .heading(manner.say("ผู้ยื่นคำร้อง", "Petitioner")),
            .choices(
                Choices(manner.say("คำนำหน้า", "Title"), titles.map { Choices.Option($0) })),
            .fields([
                [
                    line("ชื่อ", "Given name", 1), line("นามสกุล", "Family name", 1),
                ],
                [
                    Field(
                        manner.say("เลขประจำตัวประชาชน", "National ID"), .boxes([1, 4, 5, 2, 1]))
                ],
                [
                    Field(manner.say("โทรศัพท์", "Telephone"), .boxes([3, 3, 4]), share: 5),
                    line("อีเมล", "E-mail", 4),
                ],
            ]),
        ] + address
    }

    private var address: [Block] {
        [
            .fields([
                [
                    line("บ้านเลขที่", "House no.", 3), line("หมู่ที่", "Moo", 2),
                    line("อาคาร/หมู่บ้าน", "Building", 5),
                ],
                [line("ตรอก/ซอย", "Lane", 4), line("ถนน", "Road", 4)],
                [
                    line("ตำบล/แขวง", "Subdistrict", 4), line("อำเภอ/เขต", "District", 4),
                ],
                [
                    line("จังหวัด", "Province", 4),
                    Field(manner.say("รหัสไปรษณีย์", "Postcode"), .boxes([5]), share: 4),
                ],
            ])
        ]
    }

    func place(_ label: String) -> [Block] {
        [.fields([[Field(label, .blank(lines: 1))]])] + address
    }

    var signature: Signature {
        Signature(
            role: manner.say("ผู้ยื่นคำร้อง", "Petitioner"),
            lines: [
                manner.say(
                    "วันที่ ......... / ..................... / .............",
                    "Date ......... / ..................... / .............")
            ], lead: Self.lead(manner))
    }

    /// What an officer fills in when the paper is handed over.
    var forOfficers: Block {
        .box([
            .paragraph(
                manner.say("สำหรับเจ้าหน้าที่", "For the office"), style: ParagraphStyle(isBold: true)),
            .fields([
                [
                    line("เลขที่คำร้อง", "Number", 5), line("วันที่รับ", "Received", 4),
                    line("เวลา", "at", 2),
                ],
                [line("ผู้รับเรื่อง", "Received by", 5), line("ตำแหน่ง", "Position", 5)],
            ]),
        ])
    }

    private func line(_ thai: String, _ english: String, _ share: Double) -> Field {
        Field(manner.say(thai, english), .blank(lines: 1), share: share)
    }
}
