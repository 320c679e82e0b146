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
        if sight == .whole, let last = file.events.last {
            // Whoever has the page has read it: the badge on the list goes.
            try visit.office.readMarks.read(number, through: last.position)
        }
        let asked = sight == .whole ? try defects(file, visit) : []
        let identity = sight == .whole ? try identityNeeded(file, visit) : nil
        let merged = try mergedInto(file.petition, visit)
        let issued = sight == .whole ? try IssuedDocuments(of: number, visit).section() : nil
        var page = Page(visit.say("คำร้อง \(number)", "Petition \(number)")) {
            issues.summary(visit.language)
            h1 {
                span(.class("caption")) { visit.say("คำร้องเลขที่ ", "Petition ") + number }
                heading(file, visit)
            }
            CaseDone.note(visit)
            CaseWords.steps(file.petition, visit)
            if sight == .whole, let result, result.isDecided {
                ResultPanel.html(result, number, visit)
            }
            next(row, file, asked, visit)
            if sight == .status { howToCorrect(file, visit) }
            identity
            merged
            CaseActions.section(file, sight, visit, issues)
            issued
            facts(file, result, visit)
            AttachmentList.section(file, visit)
            CaseTimeline.section(file, visit)
            if sight == .whole { papers(number, visit) } else { more(file, visit) }
        }
        page.mark(issues)
        page.back = visit.session == nil ? visit.path("track") : visit.path("cases")
        return page
    }

    private static func heading(_ file: CaseFile, _ visit: Visit) -> HTML {
        CaseWords.subject(
            file.text?.subject, of: file.petition.service, file.petition.definition, visit)
    }

    private static func next(
        _ row: MyCaseRow?, _ file: CaseFile, _ asked: [String], _ visit: Visit
    ) -> HTML? {
        let petition = file.petition
        // The view may still be on its way to where the case has come.
        guard let row, let step = row.nextStep, step == .rate || !petition.isFinished else {
            return nil
        }
        return Parts.note(step == .correct ? "warn" : step == .rate ? "good" : "") {
            p {
                strong { visit.say("ขั้นต่อไป: ", "Next: ") }
                CaseWords.nextStep(step, of: petition.kind, visit)
                if let at = row.nextAt {
                    visit.say(" ภายใน ", " by ")
                    Parts.moment(at, visit)
                }
            }
            if !asked.isEmpty {
                ol { for text in asked { li { Parts.written(text, visit) } } }
            }
            if let at = row.appointmentAt, at > visit.now {
                p {
                    strong { visit.say("นัดหมาย: ", "Appointment: ") }
                    Parts.moment(at, visit)
                }
            }
        }
    }

    /// What the petitioner is asked to put right; empty once it was.
    private static func defects(_ file: CaseFile, _ visit: Visit) throws -> [String] {
        guard file.petition.standing.isReturned, !file.petition.isErased,
            let event = file.events.last(where: { recorded in
                if case .petition(.returned) = recorded.event { true } else { false }
            })
        else { return [] }
        return try visit.office.office.section(Defects.self, of: event)?.items.map(\.text) ?? []
    }

    /// What is asked for was written to the petitioner, and neighbours know a telephone: whoever
    /// came by its digits hears how to go on.
    private static func howToCorrect(_ file: CaseFile, _ visit: Visit) -> HTML? {
        guard file.account == nil, file.petition.standing.isReturned else { return nil }
        return Parts.note("warn") {
            p {
                visit.say(
                    "รายการที่ขอแก้ไขไม่แสดงที่นี่ เพราะเบอร์โทรศัพท์อย่างเดียวยังไม่พอยืนยันว่าเป็นเรื่องของท่าน",
                    "What was asked for is not shown here: a telephone number alone does not show "
                        + "that the case is yours.")
            }
            if file.trackingCode != nil {
                p {
                    a(.href(visit.path("track", "code"))) {
                        visit.say(
                            "เปิดด้วยรหัสติดตามและรหัสผ่านเพื่อแก้ไข",
                            "Open it by code and password to correct it")
                    }
                }
            }
            reading(file, visit)
            p {
                visit.say(
                    "หรือโทรหรือมาที่สำนักงานพร้อมเลขที่คำร้อง เจ้าหน้าที่จะบอกรายการและรับเอกสารแทน "
                        + "หรือส่งข้อความถึงหน่วยงานด้านล่าง",
                    "Or call or come to the office with the number: an officer tells you what is "
                        + "missing and takes it. Or write to the office below.")
                if let phone = visit.settings.office?.phone { " \(phone)" }
            }
        }
    }

    /// What the office will not finish before it knows who asks, the petitioner hears at once.
    private static func identityNeeded(_ file: CaseFile, _ visit: Visit) throws -> HTML? {
        let petition = file.petition
        let level = try visit.office.petitionerLevel(of: file) ?? .unproven
        guard !petition.isFinished, !petition.isErased,
            let needed = visit.settings.definition(of: petition)?.identityNeededInTheEnd,
            max(petition.identityLevel, level) < needed
        else { return nil }
        return Parts.note("warn") {
            p {
                visit.say(
                    "หน่วยงานออกผลเรื่องนี้ได้เมื่อยืนยันตัวตนของท่านแล้ว ยื่นไว้ก่อนได้ ไม่ต้องยื่นใหม่ ",
                    "The office can finish this once your identity is verified. You need not file "
                        + "again. ")
                if file.account != nil {
                    a(.href(visit.path("account", "identity"))) {
                        visit.say("ยืนยันตัวตน", "Verify your identity")
                    }
                } else {
                    visit.say(
                        "นำบัตรประชาชนมาแสดงที่สำนักงาน", "Show your identity card at the office.")
                }
            }
        }
    }

    /// A merged case goes on as another, which may be somebody else's: only how that one stands
    /// is said.
    private static func mergedInto(_ petition: Petition, _ visit: Visit) throws -> HTML? {
        guard let into = petition.mergedInto,
            let other = try visit.office.office.file(of: into)?.petition
        else { return nil }
        return Parts.note {
            p {
                visit.say(
                    "มีเรื่องเดียวกันอยู่แล้ว หน่วยงานจึงดำเนินการรวมเป็นเรื่องเดียวในเลขที่ \(into) "
                        + "ท่านไม่ต้องยื่นใหม่ ดูความคืบหน้าได้ที่หน้านี้",
                    "There was a case about the same already, so the office handles both as one, "
                        + "number \(into). You need not file again: this page shows how it stands.")
            }
            p {
                strong { visit.say("สถานะของเรื่องที่รวม: ", "How that case stands: ") }
                CaseWords.badge(other.status, of: other.kind, awaitsCitizen: false, visit)
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

    /// How a guest comes to read what was written.
    private static func reading(_ file: CaseFile, _ visit: Visit) -> HTML? {
        guard ReadingPage.isOffered(file) else { return nil }
        return p {
            a(.href(ReadingPage.path(file.petition.number, visit))) {
                visit.say(
                    "อ่านข้อความและเอกสารด้วยรหัสที่ส่งให้", "Read texts and papers by a code sent to you")
            }
        }
    }

    /// How the rest of a case is seen that only shows how it stands.
    private static func more(_ file: CaseFile, _ visit: Visit) -> HTML {
        Parts.note {
            reading(file, visit)
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
            ReceiptFile.warning(visit)
        }
    }
}
