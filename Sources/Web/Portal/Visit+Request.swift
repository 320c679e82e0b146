internal import API
internal import Crypto
internal import Entries
internal import FileKinds
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

extension Visit {
    /// How long a browser keeps what is no secret for long: the language, the visitor.
    private static let yearSeconds = 365 * 24 * 3600

    init(
        _ request: HTTP.Request, at office: ServedOffice, _ seal: VisitSeal,
        _ memory: PageMemory, _ api: API, site: String?, scanner: VirusScanner?, now: Instant,
        knowingWho: Bool = true
    ) throws {
        let visitor = Self.visitor(request, office.code)
        func session(_ cookie: String) throws -> Session? {
            knowingWho ? try Self.session(request, cookie, office, now) : nil
        }
        self.init(
            office: office, frozenSettings: try office.settings(), request: request,
            language: Self.language(asked: request), now: now, visitor: visitor,
            session: try session(Self.sessionCookie(office.code)),
            officerSession: try session(Self.officerCookie(office.code)),
            seal: seal, memory: memory, api: api, site: site, scanner: scanner)
    }

    /// As the address says, then as was chosen before; Thai if nobody said.
    static func language(asked request: HTTP.Request) -> Language {
        request.query["lang"].flatMap(Language.init(rawValue:))
            ?? request.cookies[languageCookie].flatMap(Language.init(rawValue:)) ?? .thai
    }

    private static let languageCookie = "language"

    static func sessionCookie(_ code: String) -> String { "session-\(code)" }

    /// An officer at the counter may be a citizen too, in the same browser.
    static func officerCookie(_ code: String) -> String { "officer-\(code)" }

    static func visitorCookie(_ code: String) -> String { "visitor-\(code)" }

    private static func visitor(_ request: HTTP.Request, _ code: String) -> Visitor {
        let name = visitorCookie(code)
        if let known = request.cookies.value(name, isSecure: request.isSecure),
            (32...128).contains(known.utf8.count)
        {
            return Visitor(secret: known, isNew: false)
        }
        return Visitor(secret: Hex.encode(SecureRandom.current.bytes(16)), isNew: true)
    }

    private static func session(
        _ request: HTTP.Request, _ name: String, _ office: ServedOffice, _ now: Instant
    ) throws -> Session? {
        guard let token = request.cookies.value(name, isSecure: request.isSecure) else {
            return nil
        }
        return try office.sessions.session(token, at: now)
    }

    /// The case that was opened without an account, and how much of it; nil for none.
    var grantedCase: (number: String, sight: CaseSight)? {
        let name = Self.grantCookie(office.code)
        return seal.opened(
            by: request.cookies.value(name, isSecure: request.isSecure), for: visitor, at: now)
    }

    /// Lets this visitor see a case for half an hour.
    func grant(_ number: String, _ sight: CaseSight = .whole, with response: inout Response) {
        let end = now.advanced(milliseconds: Self.grantSeconds * 1000)
        response.set(
            SetCookie(
                Self.grantCookie(office.code),
                seal.grant(of: number, sight, until: end, to: visitor),
                maxAge: Self.grantSeconds, isSecure: request.isSecure))
    }

    private static let grantSeconds = 30 * 60

    private static func grantCookie(_ code: String) -> String { "case-\(code)" }

    func setCookies(of response: inout Response) {
        if visitor.isNew {
            response.set(
                SetCookie(
                    Self.visitorCookie(office.code), visitor.secret, maxAge: Self.yearSeconds,
                    isSecure: request.isSecure))
        }
        if request.query["lang"] != nil {
            response.set(
                SetCookie(
                    Self.languageCookie, language.rawValue, maxAge: Self.yearSeconds,
                    isHTTPOnly: true, isSecure: false))
        }
    }

    /// The login, and where it leads afterwards: a page of this office, nothing else.
    func login(thenTo target: String?) -> String { entrance("login", target) }

    /// The registration, and where it leads in the end.
    func register(thenTo target: String?) -> String { entrance("register", target) }

    private func entrance(_ page: String, _ target: String?) -> String {
        guard let target else { return path(page) }
        var query = FormFields()
        query["next"] = target
        return "\(path(page))?\(query.encoded)"
    }

    /// The hidden field by which a form remembers where all leads in the end.
    static func carried(_ next: String?) -> HTML? {
        next.map { input(.type("hidden"), .name("next"), .value($0)) }
    }

    /// The page from which somebody goes to log in, to come back to it: nil on the first page, which
    /// has nothing to come back to, and on those that lead to the login themselves.
    var wayBack: String? {
        let here = request.path.text
        let doors = ["login", "register", "forgot", "logout"].map { path($0) }
        if doors.contains(where: { here == $0 || here.hasPrefix($0 + "/") }) {
            return target(request.form["next"] ?? request.query["next"])
        }
        // A form that is shown again lies at the address of its page, or below it.
        return target(here)
    }

    /// What a `next` asks for, if it is a page of this office.
    func target(_ next: String?) -> String? {
        guard let next, next.hasPrefix("\(path())/"), RequestPath(next) != nil else { return nil }
        return next
    }
}
