package import Entries
internal import EventLog
internal import Events
internal import Projections
internal import Vault

/// Something about an office that is not as it must be.
package struct OfficeFinding: Fields, Equatable, Sendable {
    /// Stable, for programs: `log`, `unknown-type`, `newer-version` …
    package var code = ""
    /// For people.
    package var words = ""
    /// Nil where it belongs to no entry.
    package var position: Int?

    package init() {}

    init(_ code: String, at position: Position? = nil, _ words: String) {
        self.code = code
        self.words = words
        self.position = position.map { Int($0) }
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("position", &position)
        try fields.field("words", &words)
    }
}

extension OfficeFinding {
    init(_ damage: LogDamage) {
        let code =
            switch damage {
            case .streamIndex, .idIndex: "log-index"
            default: "log"
            }
        self.init(code, at: damage.position, "\(damage)")
    }

    init(_ error: EventError, at position: Position) {
        let code =
            switch error {
            case .unknownType: "unknown-type"
            case .newerVersion: "newer-version"
            case .malformed, .wrongStream: "unreadable-event"
            }
        self.init(code, at: position, "\(ProjectionFailure.unreadable(error, at: position))")
    }

    /// `position` is of the event that names the file, if it is known.
    init(_ error: SealedFileError, at position: Position? = nil) {
        let code = if case .missing = error { "file-missing" } else { "file-damaged" }
        let naming = position.map { "; position \($0) names it" } ?? ""
        self.init(code, at: position, "\(error)\(naming)")
    }

    static func damaged(_ file: SideFile, at path: String, _ damage: String) -> OfficeFinding {
        OfficeFinding(
            "side-file", "\(path) is damaged (\(damage)); once it is set aside: \(file.loss)")
    }

    static func setAside(_ aside: SetAside) -> OfficeFinding {
        OfficeFinding("set-aside", aside.words)
    }

    static func absent(_ section: Int, at position: Position) -> OfficeFinding {
        OfficeFinding(
            "section-missing", at: position,
            "section \(section) of position \(position) is missing, and its key was not erased")
    }

    /// What the vault and the log say of each other's keys that does not fit.
    static func findings(
        in reconciliation: Reconciliation, named: [KeyReference: Position],
        erased: [KeyReference: Position]
    ) -> [OfficeFinding] {
        var findings: [OfficeFinding] = []
        for key in reconciliation.unknown {
            findings.append(
                OfficeFinding(
                    "key-missing", at: named[key] ?? erased[key],
                    "the vault does not know the key \(key), which the log names: what is sealed "
                        + "under it cannot be opened"))
        }
        for key in reconciliation.notErased {
            findings.append(
                OfficeFinding(
                    "key-not-erased", at: erased[key],
                    "the key \(key) was erased by the log, and the vault still has it"))
        }
        for key in reconciliation.erasedWithoutEvent {
            findings.append(
                OfficeFinding(
                    "key-erased-without-event", at: named[key],
                    "the vault says that the key \(key) was erased, and the log does not"))
        }
        return findings
    }
}
