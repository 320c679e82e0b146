internal import Crypto
internal import Entries
internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

/// A visit to one step of a registration, with what was said so far.
struct RegistrationVisit: Sendable {
    let visit: Visit
    private(set) var filing: UnfinishedFiling
    /// As kept, then as changed by this step.
    var said: UnfinishedRegistration

    private static func cookie(_ visit: Visit) -> String { "registration-\(visit.office.code)" }

    /// The registration that this browser has begun; nil if there is none, or it is done.
    init?(_ visit: Visit) throws {
        guard
            let text = visit.request.cookies.value(
                Self.cookie(visit), isSecure: visit.request.isSecure),
            let id = FilingID(text)
        else { return nil }
        do {
            filing = try visit.office.filings.filing(id, for: nil)
            said = try UnfinishedRegistration.decoded(filing.answers)
        } catch is FilingError {
            return nil
        } catch is CanonicalError {
            // The number of something else that was begun.
            return nil
        }
        self.visit = visit
    }

    /// Begins one; the cookie that leads back to it goes with the answer.
    /// `next` is the page of this office that it leads to in the end; nil for the account's own.
    static func begin(
        _ visit: Visit, thenTo next: String?, _ answer: inout Response
    ) throws {
        var said = UnfinishedRegistration(
            account: "c-\(Hex.encode(SecureRandom.current.bytes(10)))")
        said.terms = visit.settings.termsVersion
        said.notice = visit.settings.noticeVersion
        said.next = next
        let filing = try visit.office.filings.begin(
            for: nil, answers: said.encoded(), at: visit.now)
        remember(filing.id, visit, &answer)
    }

    /// How long a browser leads back to it, also after it was closed: a telephone closes it by
    /// itself while somebody takes a photo.
    static let keptHours = 6

    private static func remember(_ id: FilingID, _ visit: Visit, _ answer: inout Response) {
        answer.set(
            SetCookie(
                cookie(visit), id.text, maxAge: keptHours * 3600,
                isSecure: visit.request.isSecure))
    }

    /// To a step, with the hours begun anew.
    func go(to step: String) -> Answer {
        var answer = Response.redirect(to: visit.path("register", step))
        Self.remember(filing.id, visit, &answer)
        return .response(answer)
    }

    /// Throws it away, photos and all.
    func discard(leadingTo target: String) throws -> Answer {
        do {
            try visit.office.filings.finish(filing.id, for: nil)
        } catch FilingError.gone {
            // It was thrown away twice.
        }
        var answer = Response.redirect(to: target)
        Self.forget(visit, &answer)
        return .response(answer)
    }

    static func forget(_ visit: Visit, _ answer: inout Response) {
        answer.set(.removing(cookie(visit), isSecure: visit.request.isSecure))
    }

    /// Whether what was agreed to is what the office asks for now.
    var isAgreed: Bool {
        said.terms == visit.settings.termsVersion && said.notice == visit.settings.noticeVersion
    }

    mutating func agree() throws {
        said.terms = visit.settings.termsVersion
        said.notice = visit.settings.noticeVersion
        try save()
    }

    mutating func save() throws {
        filing = try visit.office.filings.save(
            said.encoded(), in: filing.id, for: nil, seen: filing.version, at: visit.now)
    }

    // MARK: Photos

    /// The crossed copy under that code, if it was sent.
    func photo(_ code: String) -> FilingFile? { filing.files.first { $0.label.label == code } }

    /// Keeps a crossed photo in place of the one that was sent before.
    mutating func keep(_ photo: [UInt8], as code: String) throws {
        let filings = visit.office.filings
        let old = self.photo(code)
        _ = try filings.addFile(
            FileLabel(name: "\(code).jpg", mediaType: "image/jpeg", label: code), content: photo,
            to: filing.id, for: nil, at: visit.now)
        if let old {
            try filings.removeFile(old.number, from: filing.id, for: nil, at: visit.now)
        }
        filing = try filings.filing(filing.id, for: nil)
    }

    mutating func dropPhotos() throws {
        for file in filing.files {
            try visit.office.filings.removeFile(
                file.number, from: filing.id, for: nil, at: visit.now)
        }
        filing = try visit.office.filings.filing(filing.id, for: nil)
    }
}
