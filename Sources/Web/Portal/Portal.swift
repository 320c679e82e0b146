package import API
internal import Crypto
package import Entries
internal import Events
package import FileKinds
package import HTTP
internal import Rules
internal import Threads
internal import Vault
package import Workflow

/// The citizens' pages and the officers' desk of all offices that are served here.
package final class Portal: Sendable {
    private let offices: Offices
    private let api: API
    private let site: String?
    private let scanner: VirusScanner?
    private let clock: @Sendable () -> Instant
    private let seals = Monitor<[String: VisitSeal]>([:])
    private let memories: [String: PageMemory]

    /// `site` is where visitors reach it, `https://kathu.go.th`; what the request says if nil.
    package init(
        _ offices: Offices, api: API, site: String? = nil, scanner: VirusScanner? = nil,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.offices = offices
        self.api = api
        self.site = site
        self.scanner = scanner
        self.clock = clock
        memories = Dictionary(
            offices.codes.map { ($0, PageMemory()) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every page of an office; what shows that each is guarded asks the same list.
    package static let pages: [PageRoute] = {
        var routes = PageRoutes()
        HomePages.add(to: &routes)
        TextPages.add(to: &routes)
        EntryCode.add(to: &routes)
        MessagesPage.add(to: &routes)
        AccountPages.add(to: &routes)
        CaseListPages.add(to: &routes)
        CasePages.add(to: &routes)
        CaseActions.add(to: &routes)
        MessageForm.add(to: &routes)
        CasePapers.add(to: &routes)
        CorrectionPage.add(to: &routes)
        ServicePages.add(to: &routes)
        FilingPages.add(to: &routes)
        FiledPage.add(to: &routes)
        TrackingPages.add(to: &routes)
        SurveyPages.add(to: &routes)
        DocumentPages.add(to: &routes)
        CheckPages.add(to: &routes)
        ReceiptCheckPage.add(to: &routes)
        LogPage.add(to: &routes)
        WitnessRoutes.add(to: &routes)
        LINERoutes.add(to: &routes)
        RegisterPages.add(to: &routes)
        ChannelsPage.add(to: &routes)
        DeskPages.add(to: &routes)
        return routes.all
    }()

    package var router: Router {
        var router = Router()
        for asset in Assets.all { router.get(asset.path, lane: .direct) { _ in asset.response } }
        HealthAnswers(offices, api).add(to: &router)
        router.get("/") { try self.choice(for: $0) }
        for page in Self.pages + WaysBack.routes(beside: Self.pages) {
            router.add(
                Route(
                    page.method, "/{office}\(page.pattern)", body: page.body, lane: page.lane
                ) { try self.response(to: $0, with: page) })
        }
        return router
    }

    /// A page for what the server itself refuses: with the office around it whose address it was.
    package func refused(_ refusal: HTTP.Refusal, _ request: HTTP.Request?) -> Response {
        // An office that cannot be opened now is left out rather than nothing said; and who has too
        // much to do does no more than needed.
        if let request, !refusal.isOfBusyServer,
            let visit = try? visit(
                for: request, at: request.path.segments.first, knowingWho: false)
        {
            return ErrorPage.page(refusal, visit).response(to: visit)
        }
        let language = request.map(Visit.language(asked:)) ?? .thai
        return ErrorPage.plain(refusal, request, language)
    }

    private func choice(for request: HTTP.Request) throws -> Response {
        let language = Visit.language(asked: request)
        let served = try offices.codes.compactMap { try offices.office($0) }
        if served.count == 1 { return .redirect(to: "/\(served[0].code)") }
        return OfficesPage.response(try served.map { ($0.code, try $0.settings()) }, language)
    }

    private func response(to request: HTTP.Request, with page: PageRoute) throws -> Response {
        guard let visit = try visit(for: request, at: request.parameters["office"]) else {
            throw HTTP.Refusal.notFound
        }
        var response: Response
        do {
            response = try answer(visit, with: page).response(to: visit)
        } catch let refusal as HTTP.Refusal {
            response = ErrorPage.page(refusal, visit).response(to: visit)
        } catch SealedFileError.missing {
            response = ErrorPage.missingFile(visit).response(to: visit)
        }
        // What everybody's caches keep is of no one visit.
        if !(response.headers["Cache-Control"] ?? "").hasPrefix("public") {
            visit.setCookies(of: &response)
        }
        return response
    }

    /// Nil where no such office is served here. To know who it is, files are read, for which no
    /// network thread waits.
    private func visit(
        for request: HTTP.Request, at code: String?, knowingWho: Bool = true
    ) throws -> Visit? {
        guard let code, let office = try offices.office(code), let memory = memories[code] else {
            return nil
        }
        return try Visit(
            request, at: office, try seal(of: office), memory, api, site: site, scanner: scanner,
            now: clock(), knowingWho: knowingWho)
    }

    private func answer(_ visit: Visit, with page: PageRoute) throws -> Answer {
        if page.method == .post, !page.isForMachines {
            guard visit.seal.isForm(visit.request.form[VisitSeal.field], of: visit.visitor) else {
                return .page(ExpiredForm.page(visit))
            }
        }
        let here = page.method == .get ? visit.request.path.text : nil
        switch page.access {
        case .anyone: break
        case .citizen:
            guard visit.session == nil else { break }
            return ExpiredForm.kept(visit).map(Answer.page)
                ?? .go(visit.login(thenTo: visit.request.path.text))
        case .desk(let area):
            guard let officer = visit.officer else {
                let next = UnsentForm.keep(visit) ? UnsentPages.path(visit) : here
                return .go(visit.signIn(thenTo: next))
            }
            guard area.isOpen(to: officer.roles) else { throw HTTP.Refusal.refused(.forbidden) }
            if page.method == .post { UnsentForm.forget(sentIn: visit) }
        }
        return try page.answer(visit)
    }

    private func seal(of office: ServedOffice) throws -> VisitSeal {
        try seals.with { seals in
            if let seal = seals[office.code] { return seal }
            let seal = VisitSeal(key: try office.office.vault.secret(named: "visits"))
            seals[office.code] = seal
            return seal
        }
    }
}

extension HTTP.Refusal {
    /// Whether the server is at its limits, or on its way out.
    fileprivate var isOfBusyServer: Bool {
        [.serviceUnavailable, .requestTimeout, .internalServerError].contains(status)
    }
}

extension Answer {
    func response(to visit: Visit) -> Response {
        switch self {
        case .page(let page): page.response(to: visit)
        case .go(let target): .redirect(to: target)
        case .response(let response): response
        }
    }
}
