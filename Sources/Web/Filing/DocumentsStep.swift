internal import Entries
internal import Events
internal import FileKinds
internal import HTTP
internal import Markup
internal import Rules
internal import Uploads
internal import Vault
internal import Workflow

/// The documents of a filing, each under its heading; a printed form is one of them.
enum DocumentsStep {
    /// The heading of the printed form that was filled in by hand.
    static let printedForm = "printed-form"
    private static let other = "other"

    struct Heading {
        let code: String
        let title: String
        let isRequired: Bool
        let look: UploadLook
    }

    static func headings(_ visit: FilingVisit) -> [Heading] {
        let say = visit.visit.say
        func look(_ document: DocumentNeeded? = nil) -> UploadLook {
            UploadLook(document, visit.service, visit.visit)
        }
        var headings: [Heading] = []
        if visit.answers.mode == .print {
            headings.append(
                Heading(
                    code: printedForm, title: formTitle(visit.visit),
                    isRequired: true, look: look()))
        }
        headings += visit.service.documents.filter { document in
            !document.isObtainedByOffice
                && visit.service.isAsked(document.when, given: visit.answers.answers)
        }.map { document in
            Heading(
                code: document.code, title: visit.visit.language(document.label),
                isRequired: document.isRequired, look: look(document))
        }
        headings.append(
            Heading(
                code: other, title: say("ภาพถ่ายหรือเอกสารอื่น", "Photos or other documents"),
                isRequired: false, look: look()))
        return headings
    }

    /// What came under a heading that is not asked for any more goes with the others: it is shown
    /// as long as it would be filed.
    static func files(under heading: Heading, _ visit: FilingVisit) -> [FilingFile] {
        let codes = Set(headings(visit).map(\.code))
        return visit.filing.files.filter { file in
            let code = file.label.label ?? ""
            return code == heading.code || heading.code == other && !codes.contains(code)
        }
    }

    static func formTitle(_ visit: Visit) -> String {
        visit.say("แบบฟอร์มที่กรอกแล้ว", "The form, filled in")
    }

    // MARK: Asking

    static func page(_ visit: FilingVisit, _ issues: Issues) -> Page {
        visit.page(title(visit.visit), issues) {
            if visit.answers.mode == .print { printNote(visit) }
            controls(visit, issues)
        }
    }

    static func title(_ visit: Visit) -> String {
        visit.say("เอกสารและภาพถ่าย", "Documents and photos")
    }

    static func controls(_ visit: FilingVisit, _ issues: Issues) -> HTML {
        let limits = visit.visit.office.filings.limits
        let megabytes = limits.fileBytes >> 20
        var html = p(.class("hint")) {
            visit.visit.say(
                "แนบได้รวมไม่เกิน \(limits.files) ไฟล์ \(megabytes) MB",
                "\(limits.files) files and \(megabytes) MB or less in all")
        }
        for heading in headings(visit) {
            html.append(
                fieldset {
                    attached(heading, visit)
                    Controls(visit.visit, issues).file(
                        heading.code, heading.title,
                        accept: heading.look.accept,
                        hint: heading.look.hint(visit.visit.language),
                        isRequired: heading.isRequired && !visit.visit.isAtDesk,
                        isMultiple: true)
                })
        }
        html.append(
            p {
                button(
                    .type("submit"), .class("button second"), .name("act"), .value("upload")
                ) { visit.visit.say("แนบไฟล์ที่เลือก", "Attach what I chose") }
            })
        return html
    }

    private static func printNote(_ visit: FilingVisit) -> HTML {
        Parts.note {
            p {
                a(.href(visit.visit.path("services", visit.service.code, "form.pdf"))) {
                    visit.visit.say("ดาวน์โหลดแบบฟอร์มเปล่า (PDF)", "Download the blank form (PDF)")
                }
                " "
                visit.visit.say(
                    "กรอกด้วยมือ ลงชื่อ แล้วถ่ายภาพหรือสแกนแนบที่นี่",
                    "Fill it in, sign it, and attach a photo or a scan here.")
            }
        }
    }

    private static func attached(_ heading: Heading, _ visit: FilingVisit) -> HTML? {
        let files = files(under: heading, visit)
        guard !files.isEmpty else { return nil }
        return ul {
            for file in files {
                li {
                    a(.href(visit.path(ofFile: file.number))) { file.label.name }
                    span(.class("soft small")) { " (\(size(file.size))) " }
                    button(
                        .type("submit"), .class("button plain"), .name("remove"),
                        .value("\(file.number)")
                    ) {
                        visit.visit.say("นำออก", "Remove")
                        span(.class("hidden")) { " \(file.label.name)" }
                    }
                }
            }
        }
    }

    static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(max(1, bytes >> 10)) kB" : "\(bytes >> 20) MB"
    }

    // MARK: Taking

    /// Where to go if the page is not finished yet: a file was only attached or taken out.
    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) throws -> String? {
        let here = visit.path(.documents)
        try visit.checkSeen()
        if let number = visit.form["remove"].flatMap(Int.init) {
            try visit.visit.office.filings.removeFile(
                number, from: visit.filing.id, for: visit.keeper, at: visit.visit.now)
            return here
        }
        let headings = headings(visit)
        let sent = visit.visit.request.files.filter(\.isThere)
        for (index, file) in sent.enumerated() {
            guard let heading = headings.first(where: { $0.code == file.field }) else { continue }
            switch try heading.look.look(at: file) {
            case .found(let found):
                do {
                    try keep(file, found, heading.code, visit)
                } catch FilingError.tooManyFiles(let limit) {
                    let left = sent.count - index
                    issues.add(
                        heading.code,
                        "แนบได้รวมไม่เกิน \(limit) ไฟล์ อีก \(left) ไฟล์ตั้งแต่ \(file.name) ไม่ได้แนบ "
                            + "นำไฟล์ที่ไม่จำเป็นออกก่อน",
                        "\(limit) files or fewer in all: \(left) were not attached, from "
                            + "\(file.name) on. Remove what is not needed first.")
                    try visit.reload()
                    return nil
                }
            case .refused(let wording, let isOurs):
                issues.add(fileOf: heading.code, wording, isOurs: isOurs)
            }
        }
        try visit.reload()
        if !issues.isEmpty { return nil }
        if visit.form["act"] == "upload" { return here }
        // What is missing at the counter is asked for in one list afterwards.
        if visit.visit.isAtDesk { return nil }
        for heading in headings where heading.isRequired {
            guard visit.filing.files.contains(where: { $0.label.label == heading.code }) else {
                issues.add(heading.code, "แนบ\(heading.title)", "Attach: \(heading.title)")
                continue
            }
        }
        return nil
    }

    private static func keep(
        _ file: UploadedFile, _ found: UploadLook.Found, _ heading: String, _ visit: FilingVisit
    ) throws {
        let label = FileLabel(name: found.name, mediaType: found.kind.mediaType, label: heading)
        _ = try visit.visit.office.filings.addFile(
            label, to: visit.filing.id, for: visit.keeper, at: visit.visit.now
        ) { write in
            try found.pieces(of: file, write)
        }
    }

    /// What was uploaded, for whoever uploaded it.
    static func file(_ visit: FilingVisit) throws -> Answer {
        let number: Int = try visit.visit.request.parameter("file") { Int($0) }
        guard let file = visit.filing.files.first(where: { $0.number == number }) else {
            throw HTTP.Refusal.notFound
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        try visit.visit.office.filings.openFile(number, of: visit.filing.id, for: visit.keeper) {
            piece in
            for index in piece.indices { bytes.append(piece[index]) }
        }
        return .response(.download(bytes, file.label.mediaType, name: file.label.name))
    }
}

extension Response {
    /// A file of somebody's, for that somebody: shown where a browser can do no harm with it,
    /// else saved; kept by no cache.
    static func download(_ bytes: [UInt8], _ mediaType: String, name: String) -> Response {
        let isShown = ["application/pdf", "image/jpeg", "image/png"].contains(mediaType)
        var response = Response.bytes(bytes, MediaType(essence: mediaType))
        response.headers["Cache-Control"] = "private, no-store"
        response.setDisposition(fileName: name, isAttachment: !isShown)
        return response
    }
}
