internal import Events
internal import FileKinds
internal import HTTP
internal import Pictures
internal import Rules
internal import Vault
internal import Workflow

/// Takes what was uploaded: looked at by its content, photos made anew without what cameras write
/// into them, then sealed with the filing.
struct UploadRoom {
    let visit: FilingVisit

    /// What may be sent under a heading: the document's own rule, the service's, the office's.
    func policy(of document: DocumentNeeded?) -> UploadPolicy {
        document?.uploads ?? visit.service.uploads ?? visit.visit.settings.uploads
            ?? UploadPolicy(largestBytes: 16 << 20, types: ["pdf", "jpg", "png"])
    }

    func kinds(_ policy: UploadPolicy) -> [FileKind] {
        policy.types.compactMap { FileKind(extension: $0) }
    }

    /// As a file control asks for it.
    func accept(_ policy: UploadPolicy) -> String {
        Set(kinds(policy)).map(\.mediaType).sorted().joined(separator: ",")
    }

    /// Why the file is not taken, nil if it was.
    func take(_ file: UploadedFile, label: String?, _ policy: UploadPolicy) throws -> Wording? {
        let inspector = FileInspector(
            allowed: kinds(policy), largestBytes: policy.largestBytes)
        do {
            let found = try inspector.inspect(
                FileContent(size: file.byteCount) {
                    try file.read(from: $0.lowerBound, count: $0.count)
                }, name: file.name)
            try keep(file, found.kind, label)
            return nil
        } catch let refusal as FileRefusal {
            return refusal.wording
        } catch let refusal as PictureRefusal {
            return refusal.wording
        }
    }

    private func keep(_ file: UploadedFile, _ kind: FileKind, _ label: String?) throws {
        let filings = visit.visit.office.filings
        let (id, account, now) = (visit.filing.id, visit.account, visit.visit.now)
        if kind.isPicture {
            let bytes = try file.read(count: file.byteCount)
            let photo = try Picture.read(bytes).jpeg()
            _ = try filings.addFile(
                FileLabel(
                    name: Self.name(file.name, ending: FileKind.jpeg.fileExtension),
                    mediaType: FileKind.jpeg.mediaType, label: label),
                content: photo, to: id, for: account, at: now)
            return
        }
        _ = try filings.addFile(
            FileLabel(
                name: Self.name(file.name, ending: kind.fileExtension),
                mediaType: kind.mediaType, label: label), to: id, for: account, at: now
        ) { write in
            var start = 0
            while start < file.byteCount {
                let bytes = try file.read(from: start, count: 1 << 20)
                try write(bytes.span)
                start += bytes.count
            }
        }
    }

    /// The name as the person knows it, with the ending of what the file really is.
    private static func name(_ name: String, ending: String) -> String {
        var stem = Substring(name)
        if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = stem[..<dot] }
        let kept = String(String.UnicodeScalarView(stem.unicodeScalars.prefix(120)))
        return "\(kept.isEmpty ? "file" : kept).\(ending)"
    }
}
