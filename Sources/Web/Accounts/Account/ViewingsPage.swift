internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Who looked at one's personal data, in words.
enum ViewingsPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/viewings", .citizen) { try page($0) }
    }

    static func rows(of account: String, _ visit: Visit) throws -> [MyViewingRow] {
        try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.viewings(of: account, in: database)
        }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let mine = try visit.mine()
        let viewings = try rows(of: mine.account, visit)
        let title = visit.say("ใครเปิดดูข้อมูลของฉัน", "Who saw my data")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ทุกครั้งที่เจ้าหน้าที่เปิดดูข้อมูลส่วนบุคคลของท่าน ระบบบันทึกไว้และลบไม่ได้",
                    "Each time that an officer opens your personal data it is recorded for good.")
            }
            if viewings.isEmpty {
                Parts.note { p { visit.say("ยังไม่มีใครเปิดดู", "Nobody has looked yet.") } }
            } else {
                ul(.class("timeline")) { for viewing in viewings { item(viewing, visit) } }
            }
        }
        page.back = visit.path("account")
        return page
    }

    private static func item(_ viewing: MyViewingRow, _ visit: Visit) -> HTML {
        li {
            Parts.moment(viewing.at, visit)
            strong { viewer(viewing, visit) }
            br()
            visit.say("เปิดดู ", "opened: ") + parts(viewing, visit)
            if let purpose = purpose(viewing, visit) {
                br()
                span(.class("who")) { purpose }
            }
            if let number = viewing.number {
                br()
                Parts.link(visit.path("cases", number), visit.say("คำร้อง ", "Case ") + number)
            }
        }
    }

    /// The officer's name, position and department; the id where no name is known.
    static func viewer(_ viewing: MyViewingRow, _ visit: Visit) -> String {
        if OfficeSettings.client(ofWorker: viewing.viewer) != nil {
            return visit.say("ระบบเชื่อมต่อ ", "Connected system ")
                + visit.officerName(viewing.viewer)
        }
        guard let officer = visit.settings.officers[viewing.viewer] else {
            return visit.say("ระบบของหน่วยงาน", "The office’s system")
        }
        let department = officer.department
            .flatMap { visit.settings.departments[$0]?.value.name }
            .map { visit.language($0) }
        let position = visit.officerPerson(officer.id)?.position
        return [visit.officerName(officer.id), position ?? "", department ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    static func parts(_ viewing: MyViewingRow, _ visit: Visit) -> String {
        viewing.parts.split(separator: " ").map { word in
            ViewedPart(rawValue: String(word)).map { visit.language($0.label) } ?? String(word)
        }.joined(separator: ", ")
    }

    static func purpose(_ viewing: MyViewingRow, _ visit: Visit) -> String? {
        switch viewing.purpose {
        case "identity-check":
            visit.say("เพื่อตรวจสอบการยืนยันตัวตน", "To check the identity")
        case ViewingRecord.export:
            visit.say("เพื่อส่งออกเป็นไฟล์รายการเรื่อง", "Exported in a file with a list of cases")
        case let purpose?: visit.say("เหตุผล: ", "Purpose: ") + purpose
        case nil: nil
        }
    }
}
