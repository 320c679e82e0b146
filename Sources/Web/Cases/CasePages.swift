internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// One case as its petitioner sees it: where it stands, what comes next, all that was said.
enum CasePages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/cases/{number}") { visit in
            let (file, sight) = try visit.shownCase()
            return try page(of: file, sight, visit)
        }
    }

    static func page(
        of file: CaseFile, _ sight: CaseSight, _ visit: Visit, issues: Issues = Issues()
    ) throws -> Page {
        let number = file.petition.number
        let row = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.caseRow(number, in: database)
        }
        let result = try CaseOutcome(of: file, visit)
        var page = Page(visit.say("คำร้อง \(number)", "Petition \(number)")) {
            issues.summary(visit.language)
            h1 {
                span(.class("caption")) { visit.say("คำร้องเลขที่ ", "Petition ") + number }
                heading(file, visit)
            }
            CaseWords.steps(file.petition, visit)
            next(row, file.petition, visit)
            CaseActions.section(file, sight, visit, issues)
            facts(file, result, visit)
            AttachmentList.section(file, visit)
            CaseTimeline.section(file, visit)
            if sight == .whole { papers(number, visit) } else { more(file, visit) }
        }
        page.mark(issues)
        page.back = visit.session == nil ? visit.path("track") : visit.path("cases")
        return page
    }

    private static func heading(_ file: CaseFile, _ visit: Visit) -> String {
        file.text?.subject
            ?? CaseWords.service(file.petition.service, file.petition.definition, visit)
    }

    private static func next(
        _ row: MyCaseRow?, _ petition: Petition, _ visit: Visit
    ) -> HTML? {
        // The view may still be on its way to where the case has come.
        guard let row, let step = row.nextStep, step == .rate || !petition.isFinished else {
            return nil
        }
        return Parts.note(step == .correct ? "warn" : step == .rate ? "good" : "") {
            p {
                strong { visit.say("ขั้นต่อไป: ", "Next: ") }
                CaseWords.nextStep(step, visit)
                if let at = row.nextAt {
                    visit.say(" ภายใน ", " by ")
                    Parts.moment(at, visit)
                }
            }
            if let at = row.appointmentAt, at > visit.now {
                p {
                    strong { visit.say("นัดหมาย: ", "Appointment: ") }
                    Parts.moment(at, visit)
                }
            }
        }
    }

    private static func facts(
        _ file: CaseFile, _ result: CaseOutcome?, _ visit: Visit
    ) -> HTML {
        section {
            h2 { visit.say("ข้อมูลคำร้อง", "The petition") }
            if file.petition.isErased { erased(file.petition, visit) }
            Parts.rows(FactRows.rows(file, result, visit))
        }
    }

    private static func erased(_ petition: Petition, _ visit: Visit) -> HTML? {
        petition.erasedAt.map { at in
            Parts.note {
                p {
                    visit.say("ข้อมูลส่วนบุคคลของเรื่องนี้ถูกลบแล้วเมื่อ ", "Personal data erased ")
                    Parts.moment(at, visit)
                }
            }
        }
    }

    /// How the rest of a case is seen that only shows how it stands.
    private static func more(_ file: CaseFile, _ visit: Visit) -> HTML {
        Parts.note {
            p {
                if file.account == nil {
                    visit.say(
                        "ด้วยเบอร์โทรศัพท์เห็นเฉพาะสถานะ ข้อความและเอกสารไม่แสดงที่นี่",
                        "By telephone you see how it stands; texts and papers are not shown here.")
                } else {
                    visit.say(
                        "ข้อความและเอกสารเห็นได้เฉพาะเจ้าของเรื่อง ",
                        "Texts and papers are its owner's to see: ")
                    a(.href(visit.login(thenTo: visit.request.path.text))) {
                        visit.say("เข้าสู่ระบบ", "log in")
                    }
                }
            }
        }
    }

    private static func papers(_ number: String, _ visit: Visit) -> HTML {
        section {
            h2 { visit.say("เอกสารของคำร้อง", "Papers of this case") }
            ul {
                li {
                    a(.href(visit.path("cases", number, "sheet.pdf"))) {
                        visit.say("พิมพ์คำร้องนี้ (PDF)", "Print this petition (PDF)")
                    }
                }
                li {
                    a(.href(visit.path("cases", number, "receipt.pdf"))) {
                        visit.say("ใบรับคำร้อง (PDF)", "Slip of receipt (PDF)")
                    }
                }
                li { ReceiptFile.link(visit.path("cases", number, ReceiptFile.name), visit) }
            }
        }
    }
}
