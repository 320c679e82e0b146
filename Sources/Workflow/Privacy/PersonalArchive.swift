package import Entries
internal import EventLog
internal import Events
internal import Exchange
internal import Rules
internal import Vault

/// Everything that the office holds of a person as one zip: the data, each case with its texts, and
/// the files themselves.
///
/// It is made in memory: files that would make it larger than `mostBytes` are named in their case's
/// document and left out, and so is what is missing. Blocks for as long as opening the files takes.
package struct PersonalArchive {
    package static let mostBytes = 200 << 20

    private let served: ServedOffice
    private var archive: ZipArchive
    private var room = mostBytes

    private init(_ served: ServedOffice, day: CivilDate) {
        self.served = served
        archive = ZipArchive(day: day)
    }

    /// - Parameters:
    ///   - cases: the numbers of the account's own cases; the caller has seen to that.
    ///   - papers: what else goes in, by name.
    package static func zip(
        of account: String, cases: [String], papers: [(name: String, bytes: [UInt8])],
        at now: Instant, in served: ServedOffice
    ) throws -> [UInt8] {
        var archive = PersonalArchive(served, day: LocalTime(now).date)
        for paper in papers { try archive.archive.add(paper.bytes, as: paper.name) }
        try archive.addPhotos(of: account)
        for number in cases { try archive.addCase(number) }
        return archive.archive.finish()
    }

    /// The profile picture, and what the identity was shown by.
    private mutating func addPhotos(of account: String) throws {
        guard let person = try served.office.person(account),
            let key = try served.key(of: StreamName(.account, account))
        else { return }
        var files: [CopiedFile] = []
        for event in person.events where !event.isAnswerToAccess {
            let pictures = try served.office.sections(Attachment.self, of: event)
                .compactMap(\.content)
            let photos = try served.office.sections(Evidence.self, of: event).compactMap(\.content)
            for picture in pictures {
                try add(picture, of: event, under: key.reference, "account", to: &files)
            }
            for photo in photos {
                let named = Attachment(
                    name: "\(photo.label).jpg", mediaType: photo.mediaType, size: photo.size,
                    file: photo.file, content: photo.content)
                try add(named, of: event, under: key.reference, "account", to: &files)
            }
        }
    }

    private mutating func addCase(_ number: String) throws {
        guard let file = try served.office.file(of: number) else { return }
        var copy = CaseCopy(file)
        let key = file.petition.caseKey
        let folder = "cases/\(number)"
        for event in file.events {
            guard case .petition(let fact) = event.event, fact.isForPetitioner else { continue }
            var happening = CaseCopy.Happening()
            happening.at = event.occurredAt
            happening.event = type(of: fact.data).name
            happening.position = Int(clamping: event.position)
            happening.texts = try served.office.texts(of: event)
            copy.events.append(happening)
            for content in try served.office.sections(Attachment.self, of: event) {
                guard let attachment = content.content else { continue }
                try add(attachment, of: event, under: key, folder, to: &copy.files)
            }
            for content in try served.office.sections(IssuedDocument.self, of: event) {
                guard let document = content.content, let size = document.size else { continue }
                let named = Attachment(
                    name: "\(document.title).pdf",
                    mediaType: document.mediaType ?? "application/pdf", size: size,
                    file: document.file, content: document.content)
                try add(named, of: event, under: key, folder, to: &copy.files)
            }
        }
        try archive.add(copy.encoded(), as: "\(folder)/case.json")
    }

    private mutating func add(
        _ attachment: Attachment, of event: RecordedEvent, under key: KeyReference,
        _ folder: String, to files: inout [CopiedFile]
    ) throws {
        var file = CopiedFile()
        file.name = attachment.name
        file.mediaType = attachment.mediaType
        file.size = attachment.size
        file.content = attachment.content
        file.position = Int(clamping: event.position)
        if attachment.size <= room {
            do {
                let bytes = try served.bytes(of: attachment.file, under: key, size: attachment.size)
                file.path = "\(folder)/\(event.position)-\(files.count + 1)-\(Self.safe(file.name))"
                try archive.add(bytes, as: file.path)
                file.isIncluded = true
                room -= bytes.count
            } catch SealedFileError.missing {
            } catch SealedFileError.damaged {}
        }
        files.append(file)
    }

    /// A name that stays within its folder wherever it is unpacked.
    private static func safe(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar in
            "/\\:*?\"<>|".unicodeScalars.contains(scalar) || scalar.value < 32 ? "_" : scalar
        }
        return String(String.UnicodeScalarView(kept.prefix(120)))
    }
}

extension RecordedEvent {
    /// What was handed out before holds nothing that is not in here anyway.
    fileprivate var isAnswerToAccess: Bool {
        if case .account(.accessAnswered) = event { true } else { false }
    }
}
