internal import HTTP
internal import Rules
internal import Workflow

/// A form of the desk that came after the officer's session had ended: kept for whoever typed it,
/// in memory only, until it is sent again, thrown away or a day old.
struct UnsentForm: Sendable {
    let path: String
    let fields: FormFields
    let officer: String
    let hadFiles: Bool

    /// The hidden field of the desk's forms that says who has been shown them.
    static let typist = "typist"

    private static let mostBytes = 256 << 10
    /// What is not kept: nobody's password lies about.
    private static let secrets = ["password", "password-again", "current-password"]
    /// What stands in every form and nobody typed.
    private static let ours = [VisitSeal.field, typist, Once.field]

    /// Keeps what was sent, if an officer of the office was shown the form; false if it was not
    /// kept.
    static func keep(_ visit: Visit) -> Bool {
        let fields = visit.request.form
        guard visit.request.method == .post,
            let officer = visit.seal.typist(fields[typist], of: visit.visitor),
            visit.settings.activeOfficer(officer) != nil,
            !secrets.contains(where: { fields[$0] != nil }),
            fields.encoded.utf8.count <= mostBytes
        else { return false }
        visit.memory.unsent.keep(
            UnsentForm(
                path: visit.request.path.text, fields: fields, officer: officer,
                hadFiles: !visit.request.files.isEmpty),
            of: visit.visitor, at: visit.now)
        return true
    }

    /// The visit's own; nobody else's at the same computer.
    static func own(_ visit: Visit) -> UnsentForm? {
        guard let officer = visit.officer,
            let form = visit.memory.unsent.find(visit.visitor, at: visit.now)
        else { return nil }
        return form.officer == officer.id ? form : nil
    }

    /// The same form comes again: whatever becomes of it, the page that answers shows.
    static func forget(sentIn visit: Visit) {
        guard own(visit)?.path == visit.request.path.text else { return }
        visit.memory.unsent.forget(visit.visitor)
    }

    /// What goes along when it is sent again.
    var carried: [FormFields.Field] { fields.fields.filter { !Self.ours.contains($0.name) } }

    /// What a person typed, for reading and copying; no codes, numbers of versions or ticks.
    static func texts(of fields: FormFields) -> [String] {
        fields.fields.filter { !(ours + secrets).contains($0.name) && isTyped($0.value) }
            .map(\.value)
    }

    /// Codes of ours, queries and ticks are of small letters, digits and signs without a gap.
    private static func isTyped(_ value: String) -> Bool {
        let text = ThaiText.trimmed(value)
        return !text.isEmpty
            && text.unicodeScalars.contains { !$0.isASCII || $0.properties.isWhitespace }
    }
}
