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
    static func begin(_ visit: Visit, _ answer: inout Response) throws {
        var said = UnfinishedRegistration(
            account: "c-\(Hex.encode(SecureRandom.current.bytes(10)))")
        said.terms = visit.settings.termsVersion
        said.notice = visit.settings.noticeVersion
        let filing = try visit.office.filings.begin(
            for: nil, answers: said.encoded(), at: visit.now)
        answer.set(
            SetCookie(cookie(visit), filing.id.text, isSecure: visit.request.isSecure))
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
