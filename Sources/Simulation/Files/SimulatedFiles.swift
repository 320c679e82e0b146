internal import Documents
internal import Entries
internal import EventLog
internal import Events
internal import Paper
internal import Rules
internal import Vault
internal import Workflow

/// The files that a made-up history names: drawn, written and sealed as those of a real office are.
///
/// Photos of places are a few dozen pictures that many cases share; each case has its own sealed
/// copy, under its own key. One thread uses it.
final class SimulatedFiles {
    private let office: Office
    private let writer: OfficeWriter
    private let files: SealedFiles
    private let head: OfficeHead
    private var pictures: [String: [UInt8]] = [:]

    init(_ office: Office, _ writer: OfficeWriter, opening: OfficeEvent.OfficeOpened) {
        self.office = office
        self.writer = writer
        files = SealedFiles(office.paths.files, isDraft: true)
        head = OfficeHead(opening)
    }

    /// A key for the case or account that a draft is going to open.
    func newKey() throws -> KeyHandle { try writer.newKey() }

    /// The key of a case or an account that is there.
    func key(of stream: StreamName) throws -> KeyHandle {
        guard let key = try writer.key(of: stream) else { throw SimulatedStreamMissing() }
        return key
    }

    /// What was sealed is on the disk when this returns.
    func settle() { files.settle() }

    // MARK: What cases come with

    func attachments(of filing: Filing, under key: KeyHandle) throws -> [Attachment] {
        let subject = Subject.all[filing.subject]
        return try (0..<filing.photos).map { number in
            let bytes = try subject.isLicence ? plan() : photo(subject, filing.draw + number)
            let sealed = try files.seal(bytes, under: key, after: try office.log.head)
            return Attachment(
                name: subject.isLicence ? "plan.pdf" : "photo-\(number + 1).jpg",
                mediaType: subject.isLicence ? "application/pdf" : "image/jpeg",
                size: sealed.size, file: sealed.file, content: sealed.content,
                label: subject.isLicence ? "plan" : nil)
        }
    }

    /// The photos of a card and a face, crossed on the day on which they come.
    func evidence(
        of citizen: Citizen, at time: Instant, under key: KeyHandle
    ) throws -> [Evidence] {
        let crossing = CrossingText.identity(for: head, on: LocalTime(time).date)
        let photos = [
            ("บัตรประชาชน", try SampleCard.photo(of: citizen, crossing: crossing)),
            (
                "ใบหน้าคู่กับบัตร",
                try kept("face \(crossing)") { try SampleCard.face(crossing: crossing) }
            ),
        ]
        return try photos.enumerated().map { index, photo in
            let sealed = try files.seal(photo.1, under: key, after: try office.log.head)
            return Evidence(
                number: index + 1, label: photo.0, mediaType: "image/jpeg", size: sealed.size,
                file: sealed.file, content: sealed.content)
        }
    }

    func licence(
        _ issued: PetitionEvent.DocumentIssued, to holder: String, for petition: String,
        at time: Instant
    ) throws -> IssuedDocument {
        let title = "ใบอนุญาต"
        let paper = IssuedPaper(
            office: head, kind: issued.kind, number: issued.number, title: title, holder: holder,
            particulars: [], validFrom: issued.validFrom, validUntil: issued.validUntil,
            petition: petition, issuedAt: time, verification: nil)
        let sealed = try files.seal(
            try paper.paper().pdf(), under: try key(of: StreamName(.petition, petition)),
            after: try office.log.head)
        return IssuedDocument(
            title: title, file: sealed.file, content: sealed.content, holder: holder,
            mediaType: "application/pdf", size: sealed.size)
    }

    // MARK: What is shared

    private func photo(_ subject: Subject, _ draw: Int) throws -> [UInt8] {
        let sight = Scenery.Sight(of: subject.category ?? subject.service)
        let variant = draw % Scenery.variants
        return try kept("\(sight) \(variant)") {
            try Scenery(sight: sight, variant: variant).photo()
        }
    }

    private func plan() throws -> [UInt8] {
        try kept("plan") {
            var paper = Paper(
                title: "แผนผังโดยสังเขป", author: head.name.thai, created: "2024-01-01T00:00:00Z")
            paper.blocks = [
                .title("แผนผังโดยสังเขป", subtitle: "เอกสารตัวอย่างของระบบสาธิต"),
                .table(
                    Table(
                        columns: [.init("ส่วน"), .init("ขนาด")],
                        rows: [["ด้านหน้า", "8 เมตร"], ["ด้านลึก", "12 เมตร"], ["ที่จอดรถ", "2 คัน"]])),
            ]
            return try paper.pdf()
        }
    }

    private func kept(_ name: String, _ make: () throws -> [UInt8]) throws -> [UInt8] {
        if let bytes = pictures[name] { return bytes }
        let bytes = try make()
        pictures[name] = bytes
        return bytes
    }
}

/// A case or account of the plan that was opened has a key: without one the log is not what the
/// plan thinks it is.
private struct SimulatedStreamMissing: Error {}
