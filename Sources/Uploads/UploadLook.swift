package import Events
package import FileKinds
package import HTTP
internal import Pictures

/// What may be uploaded under one heading, and what an upload really is.
package struct UploadLook: Sendable {
    package let policy: UploadPolicy
    private let scanner: VirusScanner?

    /// The document's own rule, the service's, the office's; what most offices take if none.
    package init(
        _ document: DocumentNeeded?, _ service: ServiceDefinition?, office: UploadPolicy?,
        scanner: VirusScanner?
    ) {
        self.scanner = scanner
        policy =
            document?.uploads ?? service?.uploads ?? office
            ?? UploadPolicy(largestBytes: 16 << 20, types: ["pdf", "jpg", "png"])
    }

    /// Each once: `jpg` and `jpeg` are the same.
    package var kinds: [FileKind] {
        FileKind.allCases.filter { kind in
            policy.types.contains { FileKind(extension: $0) == kind }
        }
    }

    /// An upload that may be taken: its name and kind as they really are.
    package struct Found {
        package let name: String
        package let kind: FileKind
        /// A photo made anew, without what cameras write into them; nil for what is no picture.
        package let photo: [UInt8]?

        /// Lends what is kept of `file`: the photo made anew, else its bytes piece by piece.
        package func pieces(
            of file: UploadedFile, _ body: (Span<UInt8>) throws -> Void
        ) throws {
            if let photo { try body(photo.span) } else { try file.pieces(body) }
        }
    }

    package enum Result {
        case found(Found)
        case refused(Wording, isOurs: Bool)
    }

    package func look(at file: UploadedFile) throws -> Result {
        let inspector = FileInspector(allowed: kinds, largestBytes: policy.largestBytes)
        do {
            guard !file.isCutOff else { throw FileRefusal.tooLarge(most: policy.largestBytes) }
            let content = FileContent(size: file.byteCount) {
                try file.read(from: $0.lowerBound, count: $0.count)
            }
            let finding = try inspector.inspect(content, name: file.name)
            let isPicture = finding.kind.isPicture
            if !isPicture { try scanner?.scan(content) }
            let kind = isPicture ? FileKind.jpeg : finding.kind
            let photo =
                isPicture ? try Picture.read(try file.read(count: file.byteCount)).jpeg() : nil
            return .found(
                Found(
                    name: Self.name(file.name, ending: kind.fileExtension), kind: kind,
                    photo: photo))
        } catch let refusal as FileRefusal {
            return .refused(named(refusal.wording, file), isOurs: refusal == .notScanned)
        } catch let refusal as PictureRefusal {
            return .refused(named(refusal.wording, file), isOurs: false)
        }
    }

    private func named(_ wording: Wording, _ file: UploadedFile) -> Wording {
        Wording(
            thai: "\(file.name): \(wording.thai)", english: "\(file.name): \(wording.english)")
    }

    /// The name as the person knows it, with the ending of what the file really is.
    private static func name(_ name: String, ending: String) -> String {
        var stem = Substring(name)
        if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = stem[..<dot] }
        let kept = String(String.UnicodeScalarView(stem.unicodeScalars.prefix(120)))
        return "\(kept.isEmpty ? "file" : kept).\(ending)"
    }
}

extension UploadedFile {
    /// Whether a file was chosen: a control that was left alone sends an empty one.
    package var isThere: Bool { !name.isEmpty || byteCount > 0 || isCutOff }

    /// Lends its bytes piece by piece.
    package func pieces(_ body: (Span<UInt8>) throws -> Void) throws {
        var start = 0
        while start < byteCount {
            let bytes = try read(from: start, count: 1 << 20)
            try body(bytes.span)
            start += bytes.count
        }
    }
}
