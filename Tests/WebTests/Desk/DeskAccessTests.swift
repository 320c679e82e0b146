import Entries
import Events
import HTTP
import Rules
import Testing
import Threads
import Web

/// Who gets what at the desk: every page and form of it, by everybody and by every role.
@Suite struct DeskAccessTests {
    /// To whom each area is open, written down once more: a change of the rules has to be meant.
    private static let roles: [DeskArea: Set<Role>] = [
        .own: [
            .receiver, .handler, .head, .clerk, .legal, .deputyMayor, .mayor, .identityChecker,
            .auditor, .dpo, .administrator,
        ],
        .cases: [
            .receiver, .handler, .head, .clerk, .legal, .deputyMayor, .mayor, .auditor, .dpo,
        ],
        .filing: [.receiver, .handler, .head, .clerk, .legal, .deputyMayor, .mayor],
        .identities: [.identityChecker],
        .privacy: [.dpo],
        .figures: [
            .receiver, .handler, .head, .clerk, .legal, .deputyMayor, .mayor, .auditor, .dpo,
            .administrator,
        ],
        .settings: [.administrator],
        .officers: [.administrator],
        .audit: [.auditor],
    ]

    /// A page or form that is not listed here fails the test; nil is everybody's.
    private static let table: [String: DeskArea?] = [
        "GET /desk/sign-in": nil, "POST /desk/sign-in": nil, "POST /desk/sign-out": nil,
        "GET /desk/figures": .figures, "GET /desk/figures/csv/{report}": .figures,
        "GET /desk/figures/xlsx": .figures,
        "GET /desk": .cases, "POST /desk/filter": .cases, "GET /desk/live": .cases,
        "POST /desk/views": .cases, "POST /desk/views/remove": .cases,
        "POST /desk/bulk": .cases, "POST /desk/bulk/do": .cases,
        "GET /desk/queue.csv": .cases, "GET /desk/queue.xlsx": .cases,
        "GET /desk/export": .cases, "POST /desk/export": .cases,
        "GET /desk/filing": .filing, "POST /desk/filing": .filing,
        "GET /desk/filing/{id}": .filing, "POST /desk/filing/{id}": .filing,
        "GET /desk/filing/{id}/files/{file}": .filing, "GET /desk/filed/{number}": .filing,
        "GET /desk/filed/{number}/receipt.pdf": .filing,
        "GET /desk/filed/{number}/sheet.pdf": .filing,
        "GET /desk/filed/{number}/receipt.tlog-proof": .filing,
        "GET /desk/cases/{number}/receipt.tlog-proof": .cases,
        "GET /desk/identities": .identities, "GET /desk/identities/{account}": .identities,
        "POST /desk/identities/{account}": .identities,
        "GET /desk/identities/{account}/photos/{number}": .identities,
        "GET /desk/privacy": .privacy, "GET /desk/privacy/{account}": .privacy,
        "POST /desk/privacy/{account}": .privacy,
        "GET /desk/retention": .privacy, "GET /desk/retention/{number}": .privacy,
        "POST /desk/retention/{number}": .privacy, "POST /desk/access": .privacy,
        "GET /desk/access/{account}": .privacy, "POST /desk/access/{account}": .privacy,
        "GET /desk/privacy/{account}/certificate.pdf": .privacy,
        "GET /desk/privacy/{account}/erased.tlog-proof": .privacy,
        "GET /desk/privacy/{account}/erasure-completed.tlog-proof": .privacy,
        "GET /desk/settings": .settings, "GET /desk/settings/file": .settings,
        "GET /desk/settings/history": .settings, "GET /desk/settings/services": .settings,
        "GET /desk/settings/services/{service}": .settings,
        "GET /desk/settings/services/{service}/{sheet}": .settings,
        "POST /desk/settings/services/{service}/{sheet}": .settings,
        "GET /desk/settings/new-service": .settings, "POST /desk/settings/new-service": .settings,
        "GET /desk/settings/service-files/{service}": .settings,
        "POST /desk/settings/service-files/{service}": .settings,
        "GET /desk/systems": .settings, "GET /desk/systems/{system}": .settings,
        "POST /desk/systems/{system}/test": .settings,
        "POST /desk/systems/{system}/pause": .settings,
        "POST /desk/systems/{system}/resume": .settings,
        "POST /desk/systems/{system}/park": .settings,
        "POST /desk/systems/{system}/replay": .settings,
        "POST /desk/systems/{system}/key": .settings,
        "GET /desk/settings/parts/{part}": .settings,
        "POST /desk/settings/parts/{part}": .settings,
        "GET /desk/settings/parts/{part}/item": .settings,
        "POST /desk/settings/parts/{part}/item": .settings,
        "GET /desk/sign-in/code": nil, "POST /desk/sign-in/code": nil,
        "GET /desk/sign-in/password": nil, "POST /desk/sign-in/password": nil,
        "GET /desk/sign-in/second-factor": nil, "POST /desk/sign-in/second-factor": nil,
        "GET /desk/forgot": nil, "POST /desk/forgot": nil,
        "GET /desk/forgot/code": nil, "POST /desk/forgot/code": nil,
        "POST /desk/forgot/again": nil,
        "GET /desk/forgot/password": nil, "POST /desk/forgot/password": nil,
        "GET /desk/me": .own, "GET /desk/unsent": .own, "POST /desk/unsent": .own,
        "GET /desk/me/password": .own, "POST /desk/me/password": .own,
        "GET /desk/me/second-factor": .own, "POST /desk/me/second-factor": .own,
        "GET /desk/me/sessions": .own, "POST /desk/me/sessions": .own,
        "GET /desk/me/substitute": .own, "POST /desk/me/substitute": .own,
        "GET /desk/me/notices": .own, "POST /desk/me/notices": .own,
        "GET /desk/officers": .officers,
        "GET /desk/appoint": .officers, "POST /desk/appoint": .officers,
        "GET /desk/officers/{officer}": .officers,
        "GET /desk/officers/{officer}/change": .officers,
        "POST /desk/officers/{officer}/change": .officers,
        "GET /desk/officers/{officer}/dismiss": .officers,
        "POST /desk/officers/{officer}/dismiss": .officers,
        "POST /desk/officers/{officer}/password": .officers,
        "POST /desk/officers/{officer}/second-factor": .officers,
        "POST /desk/officers/{officer}/sessions": .officers,
        "GET /desk/audit": .audit, "GET /desk/audit/events/{position}": .audit,
        "GET /desk/audit/events/{position}/bytes": .audit,
        "GET /desk/audit/cases/{number}": .audit, "GET /desk/audit/past": .audit,
        "POST /desk/audit/cases/{number}/evidence": .audit, "GET /desk/audit/difference": .audit,
        "GET /desk/audit/viewings": .audit, "GET /desk/audit/person": .audit,
        "GET /desk/audit/verification": .audit, "POST /desk/audit/verification": .audit,
        "GET /desk/audit/verification/{report}": .audit,
        "GET /desk/cases/{number}": .cases, "GET /desk/cases/{number}/presence": .cases,
        "POST /desk/cases/{number}/petitioner": .cases,
        "POST /desk/cases/{number}/photos": .cases,
        "GET /desk/cases/{number}/files/{position}/{file}": .cases,
        "GET /desk/cases/{number}/documents/{document}": .cases,
        "GET /desk/cases/{number}/acts/{act}": .cases,
        "POST /desk/cases/{number}/acts/{act}": .cases,
    ]

    private static let desk = Portal.pages.filter {
        $0.pattern == "/desk" || $0.pattern.hasPrefix("/desk/")
    }

    @Test func `every page and form of the desk is listed with its area`() {
        let areas = Dictionary(
            uniqueKeysWithValues: Self.desk.map { page in
                ("\(page.method.rawValue) \(page.pattern)", area(of: page))
            })
        #expect(areas == Self.table)
        #expect(Set(Self.roles.keys) == Set(DeskArea.allCases))
    }

    @Test(arguments: DeskArea.allCases) func `an area is open to its roles and to no others`(
        area: DeskArea
    ) {
        for role in Role.allCases {
            #expect(area.isOpen(to: [role]) == Self.roles[area]?.contains(role), "\(role)")
        }
    }

    @Test func `nobody but officers comes past the sign-in`() throws {
        let site = try WebSite()
        let citizen = site.browser()
        try citizen.register(.somchai)
        let elsewhere = try WebSite()
        let stranger = try elsewhere.officer("officer-1", .handler)
        try site.set(.officerAppointed(.init(officer: "officer-1", roles: [.handler])))
        let foreign = site.browser()
        for (name, value) in stranger.cookies { foreign.keep(name, value) }
        for browser in [site.browser(), citizen, foreign] {
            for page in Self.desk where area(of: page) != nil {
                try send(page, by: browser)
                #expect(browser.path.hasPrefix("/test/desk/sign-in"), "\(page.pattern)")
            }
        }
        #expect(site.failures.with { $0 } == [])
    }

    @Test(arguments: Role.allCases.filter { ![.citizen, .integrator, .system].contains($0) })
    func `an officer gets the pages of the own roles and no others`(role: Role) throws {
        let site = try WebSite()
        try site.set(.officerAppointed(.init(officer: "chief", roles: [.administrator])))
        let officer = try site.officer("officer-1", role)
        for page in Self.desk {
            guard let area = area(of: page) else { continue }
            try send(page, by: officer)
            let isOpen = Self.roles[area]?.contains(role) == true
            #expect((officer.status == 403) != isOpen, "\(page.pattern) for \(role)")
            #expect(officer.status < 500, "\(page.pattern) for \(role)")
        }
        #expect(site.failures.with { $0 } == [])
    }

    private func area(of page: PageRoute) -> DeskArea? {
        if case .desk(let area) = page.access { area } else { nil }
    }

    /// Opens a page, or sends a form with nothing in it but the visitor's token.
    private func send(_ page: PageRoute, by browser: Browser) throws {
        let address = page.pattern.split(separator: "/")
            .map { $0.hasPrefix("{") ? "1" : String($0) }.joined(separator: "/")
        if page.method == .get {
            try browser.open(address)
        } else {
            try browser.post(address, ["form": try browser.formToken("track")])
        }
    }
}
