internal import Documents
internal import Events
internal import HTTP
internal import Paper
internal import Rules
internal import Workflow

/// One's own data as a paper.
enum DataPaper {
    static func response(_ visit: Visit) throws -> Response {
        let mine = try visit.mine()
        var response = Response.bytes(try pdf(of: mine.account, mine.person, visit), .pdf)
        response.headers["Cache-Control"] = "private, no-store"
        response.setDisposition(fileName: "my-data.pdf")
        return response
    }

    static func pdf(
        of id: String, _ person: PersonFile, _ visit: Visit
    ) throws -> [UInt8] {
        guard let office = visit.settings.office else { throw HTTP.Refusal.notFound }
        let data = try MyData(of: id, person, visit)
        let sheet = PersonalDataSheet(
            office: OfficeHead(office),
            parts: [
                identity(person, visit), contact(person, visit),
                agreements(data, visit), cases(data, visit), viewings(data, visit),
                history(data, visit),
            ],
            created: visit.now,
            manner: Manner(language: visit.language == .thai ? .thai : .english))
        return try sheet.paper().pdf()
    }

    private typealias Part = PersonalDataSheet.Part
    private typealias Fact = PersonalDataSheet.Fact

    /// In full: it is the person's own copy.
    private static func identity(_ person: PersonFile, _ visit: Visit) -> Part {
        let identity = person.identity
        return Part(
            visit.say("ตัวตน", "Who I am"),
            facts(
                [
                    (visit.say("ชื่อ", "Name"), Holder.name(person, visit.language)),
                    (
                        visit.say("เลขประจำตัวประชาชน", "National ID"),
                        identity?.nationalID.flatMap { (try? ThaiID($0))?.display }
                    ),
                    (visit.say("หนังสือเดินทาง", "Passport"), identity?.passport),
                    (
                        visit.say("วันเกิด", "Date of birth"),
                        identity?.birthDate.map { visit.day($0) }
                    ),
                    (
                        visit.say("ระดับการยืนยันตัวตน", "Identity level"),
                        visit.language(person.account.identityLevel.label)
                    ),
                ]))
    }

    private static func contact(_ person: PersonFile, _ visit: Visit) -> Part {
        Part(
            visit.say("ติดต่อ", "How to reach me"),
            facts(
                [
                    (
                        visit.say("เบอร์โทรศัพท์", "Telephone"),
                        person.contact.phone.map(PhoneNumber.shown)
                    ),
                    (visit.say("อีเมล", "E-mail"), person.contact.email),
                    (visit.say("ที่อยู่", "Address"), person.contact.address?.line),
                ]))
    }

    private static func agreements(_ data: MyData, _ visit: Visit) -> Part {
        let version = visit.say("ฉบับที่ ", "version ")
        var facts = [
            Fact(visit.say("ข้อตกลงและเงื่อนไข", "Terms"), "\(version)\(data.terms)"),
            Fact(visit.say("ประกาศความเป็นส่วนตัว", "Privacy notice"), "\(version)\(data.notice)"),
        ]
        for consent in data.consents {
            let text = visit.settings.consents[consent.purpose].map { visit.language($0.text) }
            facts.append(Fact(text ?? consent.purpose, "\(version)\(consent.version)"))
        }
        return Part(visit.say("สิ่งที่ยอมรับไว้", "What I agreed to"), facts)
    }

    private static func cases(_ data: MyData, _ visit: Visit) -> Part {
        Part(
            visit.say("คำร้อง", "Cases"),
            data.cases.map { Fact($0.number, visit.moment($0.enteredAt)) })
    }

    private static func viewings(_ data: MyData, _ visit: Visit) -> Part {
        Part(
            visit.say("ใครเปิดดูข้อมูลของฉัน", "Who saw my data"),
            data.viewings.map { viewing in
                let parts = viewing.parts.map { word in
                    ViewedPart(rawValue: word).map { visit.language($0.label) } ?? word
                }
                return Fact(
                    visit.moment(viewing.at),
                    ([viewing.viewer] + parts).joined(separator: ", "))
            })
    }

    private static func history(_ data: MyData, _ visit: Visit) -> Part {
        Part(
            visit.say("ประวัติบัญชี", "History of the account"),
            data.events.map { Fact(visit.moment($0.at), $0.meaning) })
    }

    private static func facts(_ pairs: [(String, String?)]) -> [Fact] {
        pairs.compactMap { label, value in value.map { Fact(label, $0) } }
    }
}
