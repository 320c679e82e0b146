internal import Crypto
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// A file that came with the form of an act which came back to be put right: it is sealed under the
/// case's key, no event names it yet, and the form carries it, so that nobody chooses it again.
struct KeptFile: Sendable {
    static let field = "kept"
    /// What no event names goes after a day: a form names nothing that may be gone.
    private static let milliseconds = SealedFiles.patienceSeconds * 500

    let attachment: Attachment
    /// What the form carries: this officer's browser alone may name it, and in this case alone.
    let token: String

    private init(_ attachment: Attachment, in number: String, _ visit: Visit) {
        self.attachment = attachment
        token = visit.seal.keptFile(
            attachment.encoded(), in: number,
            until: visit.now.advanced(milliseconds: Self.milliseconds), for: visit.visitor)
    }

    private init?(_ token: String, in number: String, _ visit: Visit) {
        guard
            let bytes = visit.seal.openedFile(
                token, in: number, for: visit.visitor, at: visit.now),
            let attachment = try? Attachment.decoded(bytes)
        else { return nil }
        (self.attachment, self.token) = (attachment, token)
    }

    /// What the form carried and what was chosen now, sealed; what is refused is an issue.
    static func all(
        in file: CaseFile, _ visit: Visit, _ issues: inout Issues
    ) throws -> [KeptFile] {
        let number = file.petition.number
        let carried = visit.request.form.all(field)
        let kept = carried.compactMap { KeptFile($0, in: number, visit) }
        if kept.count < carried.count {
            issues.add(
                "files", "ไฟล์ที่แนบไว้หมดเวลาแล้ว เลือกไฟล์อีกครั้ง",
                "The files that were kept have had their time. Choose them again.")
        }
        let chosen = try CaseUploads.sealed(in: file, visit, &issues)
        return kept + chosen.map { KeptFile($0, in: number, visit) }
    }

    /// Boxes to be unticked by whoever does not want a file any more.
    static func boxes(_ kept: [KeptFile], _ visit: Visit) -> HTML {
        guard !kept.isEmpty else { return HTML() }
        return fieldset(.class("field")) {
            legend { visit.say("ไฟล์ที่แนบไว้แล้ว", "Files that are attached already") }
            for (index, file) in kept.enumerated() {
                div(.class("choice")) {
                    input(
                        .type("checkbox"), .id("\(field)-\(index)"), .name(field),
                        .value(file.token), .checked(true))
                    label(.for("\(field)-\(index)")) {
                        "\(file.attachment.name) (\(DocumentsStep.size(file.attachment.size)))"
                    }
                }
            }
        }
    }

    /// For a page of the form that does not ask for files.
    static func hidden(_ kept: [KeptFile]) -> HTML {
        var html = HTML()
        for file in kept {
            html.append(input(.type("hidden"), .name(field), .value(file.token)))
        }
        return html
    }
}
