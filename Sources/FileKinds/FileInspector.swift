/// What a file really is, and whether it may be taken.
package struct FileInspector: Sendable {
    /// What is taken.
    package var allowed: [FileKind]
    package var largestBytes: Int
    /// Into how much an office document may unpack by its own account.
    package var mostUnpacked = 256 << 20
    /// How many times its size; small documents may do more.
    package var mostTimes = 200

    package init(allowed: [FileKind], largestBytes: Int) {
        self.allowed = allowed
        self.largestBytes = largestBytes
    }

    /// A document that was looked at.
    package struct Finding: Equatable, Sendable {
        package var kind: FileKind
        /// Whether a PDF holds programs or opens other files; viewers ask before they run them.
        package var isActive = false
        /// Whether a PDF is locked: many offices' own papers are, and open without a password.
        package var isLocked = false

        package init(kind: FileKind, isActive: Bool = false, isLocked: Bool = false) {
            self.kind = kind
            self.isActive = isActive
            self.isLocked = isLocked
        }
    }

    /// Judges by the content; `name` is believed only so far that it must not lie. JPG and PNG may
    /// bear each other's names: telephones do that, and either becomes our own JPEG.
    ///
    /// Throws `FileRefusal`, or what reading the file throws. Nothing is unpacked: an archive that
    /// understates what it holds is for whoever unpacks it.
    package func inspect(_ file: FileContent, name: String) throws -> Finding {
        guard file.size > 0 else { throw FileRefusal.empty }
        guard file.size <= largestBytes else { throw FileRefusal.tooLarge(most: largestBytes) }
        let start = try file.bytes(0..<Self.lookLength)
        let type = Magic.shared.mediaType(of: start) ?? "unknown"
        guard let kind = try kind(type, start, file) else {
            throw FileRefusal.notAllowed(found: type, allowed: allowed)
        }
        if let claimed = FileKind(name: name), claimed != kind,
            !(claimed.isPicture && kind.isPicture)
        {
            throw FileRefusal.lies(claimed: claimed, found: kind)
        }
        guard allowed.contains(kind) else {
            throw FileRefusal.notAllowed(found: kind.mediaType, allowed: allowed)
        }
        return try examined(kind, file)
    }

    /// libmagic's own limit for what it looks at is higher, and nothing further is needed.
    private static let lookLength = 256 << 10

    /// libmagic and the signature must agree, so that no clever mixture passes as either.
    private func kind(_ type: String, _ start: [UInt8], _ file: FileContent) throws -> FileKind? {
        switch type {
        case "application/pdf": return start.starts(with: "%PDF-".utf8) ? .pdf : nil
        case "image/jpeg": return start.starts(with: [0xFF, 0xD8, 0xFF]) ? .jpeg : nil
        case "image/png": return start.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? .png : nil
        default: break
        }
        if start.starts(with: Self.zip) { return try Self.officeKind(file) }
        if start.starts(with: Self.compound) { return try Self.compoundKind(type, file) }
        return nil
    }

    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    // MARK: Office documents

    /// By what the archive holds: libmagic goes by the order of the first entries.
    private static func officeKind(_ file: FileContent) throws -> FileKind? {
        guard let directory = try? ZipDirectory(file), directory.holds("[Content_Types].xml") else {
            return nil
        }
        if directory.holds("word/document.xml") { return .docx }
        return directory.holds("xl/workbook.xml") ? .xlsx : nil
    }

    /// The old formats are folders of streams whose names stand in UTF-16.
    private static func compoundKind(_ type: String, _ file: FileContent) throws -> FileKind? {
        let bytes = try file.bytes(0..<file.size)
        if contains(bytes, utf16: "EncryptedPackage") { throw FileRefusal.encrypted }
        switch type {
        case "application/msword": return .doc
        case "application/vnd.ms-excel": return .xls
        default: break
        }
        if contains(bytes, utf16: "WordDocument") { return .doc }
        return contains(bytes, utf16: "Workbook") ? .xls : nil
    }

    private func examined(_ kind: FileKind, _ file: FileContent) throws -> Finding {
        switch kind {
        case .docx, .xlsx: try checkArchive(file)
        case .doc, .xls:
            let bytes = try file.bytes(0..<file.size)
            if Self.contains(bytes, utf16: "_VBA_PROJECT") { throw FileRefusal.hasMacros }
        case .pdf: return try Self.pdf(file)
        case .jpeg, .png: break
        }
        return Finding(kind: kind)
    }

    private func checkArchive(_ file: FileContent) throws {
        let directory: ZipDirectory
        do { directory = try ZipDirectory(file) } catch is ZipDirectory.Problem {
            throw FileRefusal.damaged
        }
        if directory.entries.contains(where: \.isEncrypted) { throw FileRefusal.encrypted }
        if directory.entries.contains(where: { $0.name.ends(with: "vbaProject.bin") }) {
            throw FileRefusal.hasMacros
        }
        let unpacked = directory.unpacked
        let isSmall = unpacked <= 16 << 20
        guard !directory.overlaps, unpacked <= mostUnpacked,
            isSmall || unpacked <= file.size * mostTimes
        else { throw FileRefusal.unpacksIntoTooMuch }
    }

    // MARK: PDF

    /// A keyword in a compressed part of the file is not found: this is a notice, not a guard.
    private static func pdf(_ file: FileContent) throws -> Finding {
        let bytes = try file.bytes(0..<file.size)
        guard contains(bytes.suffix(4096), "%%EOF") else { throw FileRefusal.damaged }
        let words = ["/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile"]
        return Finding(
            kind: .pdf, isActive: words.contains { contains(bytes[...], $0) },
            isLocked: contains(bytes[...], "/Encrypt"))
    }

    // MARK: Searching

    private static func contains(_ bytes: [UInt8], utf16 word: String) -> Bool {
        contains(bytes[...], Array(word.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        contains(bytes, Array(word.utf8))
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        let span = bytes.span
        guard span.count >= word.count else { return false }
        var start = 0
        while start <= span.count - word.count {
            if span[start] == word[0] {
                var length = 1
                while length < word.count, span[start + length] == word[length] { length += 1 }
                if length == word.count { return true }
            }
            start += 1
        }
        return false
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool {
        suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
