internal import API
package import Entries
internal import Events
internal import FileKinds
package import HTTP
package import Rules
package import Vault
package import Workflow

/// One request of one visitor at one office: who asks, in which language, and what the office has
/// settled at that moment. A page is a function of it.
package struct Visit: Sendable {
    package let office: ServedOffice
    /// As they stood when the request came in; the page uses no others.
    package let frozenSettings: Frozen<OfficeSettings>
    package let request: HTTP.Request
    package let language: Language
    package let now: Instant
    /// Known by a cookie without logging in: owns drafts, and is what forms are bound to.
    package let visitor: Visitor
    /// Set while somebody is logged in.
    package let session: Session?
    /// Set while an officer is signed in.
    package let officerSession: Session?
    /// Shows what was given to this visitor by us.
    package let seal: VisitSeal
    let memory: PageMemory
    /// What other systems ask this office.
    let api: API
    /// Where visitors reach the portal; what the request says if nil.
    let site: String?
    /// Looks at what is uploaded; nil where the host has none.
    let scanner: VirusScanner?

    package var settings: OfficeSettings { frozenSettings.value }

    /// The account of whoever is logged in.
    package var account: String? { session?.account }

    /// `/demo/cases/KT…`: an address of a page of this office, its parts escaped.
    package func path(_ parts: String...) -> String {
        RequestPath(segments: [office.code] + parts).text
    }

    /// The whole address of a path, for papers and codes that leave the browser.
    func address(of path: String) -> String? {
        if let site { return site + path }
        return request.host.map { "\(request.isSecure ? "https" : "http")://\($0)\(path)" }
    }

    package var name: String { settings.office.map { language($0.name) } ?? office.code }

    /// A text of ours.
    package func say(_ thai: String, _ english: String) -> String { language(thai, english) }
}

/// A visitor's secret, 32 hexadecimal digits or more; only its hash is ever kept.
package struct Visitor: Hashable, Sendable {
    package let secret: String
    /// Whether the cookie must be set with the answer.
    package let isNew: Bool
}
