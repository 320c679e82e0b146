internal import Documents
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Paper
internal import Rules
internal import Vault
internal import Workflow

/// What can be filed here: the list, each service with its manual, and the way in.
enum ServicePages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/services") { try list($0, kind: .service) }
        routes.get("/services/kind/{kind}") { visit in
            let kind = try visit.request.parameter("kind", PetitionKind.init(rawValue:))
            let open = visit.openServices(of: kind)
            // One of a kind needs no list.
            if open.count == 1 { return .go(visit.path("services", open[0].code)) }
            return .page(try list(visit, kind: kind))
        }
        routes.page("/services/{service}") { try page(of: try $0.openService(), $0) }
        routes.get("/services/{service}/form.pdf", lane: .slow) { try blankForm($0) }
        routes.post("/filings") { try begin($0) }
    }

    private static func list(_ visit: Visit, kind: PetitionKind) throws -> Page {
        let unfinished = try UnfinishedList.reminder(visit)
        let title =
            kind == .service
            ? visit.say("แจ้งคำร้อง/ร้องเรียน", "File a petition") : visit.language(kind.label)
        var page = Page(title) {
            RemovalPage.note(visit)
            h1 { title }
            unfinished
            if kind == .service { kinds(visit) }
            groups(visit.openServices(of: kind), visit)
        }
        page.isNarrow = false
        page.back = visit.path()
        return page
    }

    /// What is no service stands first: most come with a trouble.
    private static func kinds(_ visit: Visit) -> HTML {
        var html = HTML()
        let troubles = [PetitionKind.grievance, .complaint, .suggestion].flatMap {
            visit.openServices(of: $0)
        }
        if !troubles.isEmpty {
            html.append(h2 { visit.say("ร้องเรียน ร้องทุกข์ เสนอแนะ", "Complain, ask, suggest") })
            html.append(cards(troubles, visit))
        }
        html.append(h2 { visit.say("บริการออนไลน์", "Online services") })
        return html
    }

    /// A long list under the names of what its services are about.
    private static func groups(_ services: [ServiceDefinition], _ visit: Visit) -> HTML {
        guard services.count > mostInOneList else { return cards(services, visit) }
        let groups = Dictionary(grouping: services) { $0.category ?? "" }
            .map { code, members in
                (
                    title: CaseWords.category(code, visit).flatMap { $0.isEmpty ? nil : $0 },
                    members: members
                )
            }
            .sorted { one, other in
                // What is about nothing in particular comes last.
                guard let first = one.title, let second = other.title else {
                    return one.title != nil
                }
                return ThaiText.order(first).lexicographicallyPrecedes(ThaiText.order(second))
            }
        var html = HTML()
        for group in groups {
            html.append(h3 { group.title ?? visit.say("อื่น ๆ", "Others") })
            html.append(cards(group.members, visit, isGrouped: true))
        }
        return html
    }

    private static let mostInOneList = 12

    private static func cards(
        _ services: [ServiceDefinition], _ visit: Visit, isGrouped: Bool = false
    ) -> HTML {
        ul(.class("cards")) {
            for service in services {
                let name = a(.href(visit.path("services", service.code))) {
                    visit.language(service.name)
                }
                li(.class("card lift")) {
                    if isGrouped { h4 { name } } else { h3 { name } }
                    if let purpose = service.purpose { p { visit.language(purpose) } }
                    for promise in service.promised {
                        p(.class("small soft")) {
                            visit.language(promise.step) + " " + visit.within(promise.time)
                        }
                    }
                }
            }
        }
    }

    private static func page(
        of service: ServiceDefinition, _ visit: Visit, _ issues: Issues = Issues()
    ) throws -> Page {
        let unfinished = try UnfinishedList.reminder(visit)
        var page = Page(visit.language(service.name)) {
            issues.summary(visit.language)
            h1 { visit.language(service.name) }
            unfinished
            if let purpose = service.purpose { p { visit.language(purpose) } }
            for paragraph in service.manual { p { visit.language(paragraph) } }
            ServiceManual.section(service, visit)
            start(service, visit)
        }
        page.back = visit.path("services")
        return page
    }

    private static func start(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        if service.isInPersonOnly {
            return Parts.note("warn") {
                p {
                    visit.say(
                        "กฎหมายกำหนดให้มาดำเนินการด้วยตนเองที่สำนักงาน",
                        "The law wants you to come to the office for this.")
                }
            }
        }
        return div {
            if visit.session == nil { guestNote(service, visit) }
            if visit.session != nil || service.guests != .refused {
                visit.form(to: visit.path("filings")) {
                    input(.type("hidden"), .name("service"), .value(service.code))
                    Parts.actions {
                        Controls(visit).submit(visit.say("เริ่มยื่นเรื่อง", "Start"))
                        blankLink(service, visit)
                    }
                }
            } else {
                Parts.actions { blankLink(service, visit) }
            }
        }
    }

    private static func blankLink(_ service: ServiceDefinition, _ visit: Visit) -> HTML? {
        guard FilingStep.modes(of: service).contains(.print) else { return nil }
        return Parts.link(
            visit.path("services", service.code, "form.pdf"),
            visit.say("ดาวน์โหลดแบบฟอร์มเปล่า (PDF)", "Blank form (PDF)"))
    }

    private static func guestNote(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        let login = visit.login(thenTo: visit.request.path.text)
        return Parts.note {
            p {
                if service.guests == .refused {
                    visit.say("บริการนี้ต้องเข้าสู่ระบบก่อน ", "You need an account for this. ")
                } else {
                    visit.say(
                        "ยื่นได้โดยไม่ต้องลงทะเบียน หรือ ",
                        "You can file without an account, or ")
                }
                a(.href(login)) { visit.say("เข้าสู่ระบบ", "log in") }
                " · "
                a(.href(visit.register(thenTo: visit.request.path.text))) {
                    visit.say("ลงทะเบียน", "register")
                }
            }
        }
    }

    /// The same bytes as long as the definition is the same.
    private static func blankForm(_ visit: Visit) throws -> Answer {
        let service = try visit.openService()
        guard let office = visit.settings.office else { throw HTTP.Refusal.notFound }
        let form = PetitionForm(
            office: OfficeHead(office), service: service, created: Instant(milliseconds: 0),
            manner: visit.manner)
        var response = Response.bytes(try form.blank().pdf(), .pdf)
        response.setDisposition(
            fileName: "\(visit.language(service.name)).pdf", isAttachment: false)
        return .response(response)
    }

    private static func begin(_ visit: Visit) throws -> Answer {
        guard let code = visit.request.form["service"],
            let service = visit.openService(code), !service.isInPersonOnly
        else { throw HTTP.Refusal.notFound }
        if visit.session == nil, service.guests == .refused {
            return .go(visit.login(thenTo: visit.path("services", code)))
        }
        do {
            let filing = try visit.office.beginFiling(service, for: visit.account, at: visit.now)
            var response = Response.redirect(to: FilingPages.first(of: filing, visit))
            if visit.account == nil { GuestDrafts.remember(filing.id, visit, &response) }
            return .response(response)
        } catch let error as FilingError {
            var issues = Issues()
            issues.add("main", FilingVisit.wording(of: error))
            var page = try page(of: service, visit, issues)
            page.hasIssues = true
            page.status = .unprocessableContent
            return .page(page)
        }
    }
}

extension Visit {
    /// The services of a kind that may be filed today, in the order of their names.
    func openServices(of kind: PetitionKind) -> [ServiceDefinition] {
        settings.services.values.compactMap { service in
            guard let newest = service.newest, newest.kind == kind else { return nil }
            return openService(newest.code)
        }.sorted {
            ThaiText.order($0.name.thai).lexicographicallyPrecedes(ThaiText.order($1.name.thai))
        }
    }

    /// The newest definition of a service that is offered today.
    func openService(_ code: String) -> ServiceDefinition? {
        settings.isOpen(code, on: now.local.date) ? settings.definition(of: code) : nil
    }

    func openService() throws -> ServiceDefinition {
        try request.parameter("service") { openService($0) }
    }

    /// `ภายใน 15 วัน`, `ทันที`.
    func within(_ time: TimeSpan) -> String {
        let words = language(time.wording)
        return time.unit == .immediately ? words : say("ภายใน \(words)", "within \(words)")
    }

    /// How papers are written for this visitor.
    var manner: Manner {
        Manner(language: language == .thai ? .thai : .english)
    }
}
