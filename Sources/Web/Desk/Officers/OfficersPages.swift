internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who works here, as what, and how they sign in: for administrators.
enum OfficersPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/officers", .desk(.officers)) { page($0) }
        AppointPage.add(to: &routes)
        OfficerPage.add(to: &routes)
        ChangePage.add(to: &routes)
        DismissPage.add(to: &routes)
        AccessActions.add(to: &routes)
    }

    static func path(_ visit: Visit) -> String { visit.deskPath("officers") }

    private static func page(_ visit: Visit) -> Page {
        let title = visit.say("เจ้าหน้าที่", "Officers")
        let showsAll = visit.request.query["all"] == "yes"
        let officers = visit.settings.officers.values
            .filter { showsAll || !$0.isDismissed }
            .sorted { ($0.department ?? "", $0.id) < ($1.department ?? "", $1.id) }
        var page = Page(title) {
            DeskDone.note(visit)
            h1 { title }
            Parts.actions {
                Parts.link(
                    visit.deskPath("appoint"),
                    visit.say("แต่งตั้งเจ้าหน้าที่", "Appoint an officer"), class: "button")
                Parts.link(
                    SettingsPages.path(of: .signIn, visit),
                    visit.say("วิธีเข้าสู่ระบบ", "How officers sign in"), class: "button second")
            }
            table(officers, visit)
            if !showsAll {
                p {
                    Parts.link(
                        "\(path(visit))?all=yes",
                        visit.say("แสดงผู้ที่พ้นหน้าที่แล้วด้วย", "Show those dismissed too"))
                }
            }
        }
        page.isNarrow = false
        return page
    }

    private static func table(_ officers: [OfficeSettings.Officer], _ visit: Visit) -> HTML {
        Parts.table(visit.say("เจ้าหน้าที่", "Officers"), class: "officers") {
            Parts.heads(
                [
                    visit.say("ชื่อ", "Name"),
                    visit.say("รหัส", "Id"),
                    visit.say("หน้าที่", "Roles"),
                    visit.say("หน่วยงาน", "Department"),
                    visit.say("การเข้าสู่ระบบ", "Sign-in"),
                ])
            tbody {
                for officer in officers {
                    tr {
                        td {
                            a(.href(visit.deskPath("officers", officer.id))) {
                                visit.officerName(officer.id)
                            }
                        }
                        td { officer.id }
                        td { OfficerFacts.roles(officer.roles, visit) }
                        td { OfficerFacts.department(officer, visit) }
                        td { state(of: officer, visit) }
                    }
                }
            }
        }
    }

    /// How an officer stands, in a word.
    static func state(of officer: OfficeSettings.Officer, _ visit: Visit) -> HTML {
        if officer.isDismissed { return Parts.badge(visit.say("พ้นหน้าที่", "Dismissed"), "bad") }
        if officer.isPasswordInitial {
            return Parts.badge(visit.say("ยังไม่ได้ตั้งรหัสผ่าน", "Has yet to choose a password"), "warn")
        }
        if officer.hasSecondFactor {
            return Parts.badge(visit.say("มีรหัสขั้นที่สอง", "Second factor set"), "good")
        }
        return visit.settings.officerPolicy.asksSecondFactor(of: officer.roles)
            ? Parts.badge(visit.say("ยังไม่มีรหัสขั้นที่สอง", "No second factor yet"), "warn")
            : Parts.badge(visit.say("รหัสผ่านอย่างเดียว", "Password only"))
    }
}

extension Visit {
    /// The officer whom the address names, dismissed or not.
    func namedOfficer() throws -> OfficeSettings.Officer {
        try request.parameter("officer") { settings.officers[$0] }
    }

    /// One who still works here.
    func namedActiveOfficer() throws -> OfficeSettings.Officer {
        try request.parameter("officer") { settings.activeOfficer($0) }
    }
}
