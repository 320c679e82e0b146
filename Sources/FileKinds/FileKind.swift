/// The kinds of files that an office may take.
package enum FileKind: String, CaseIterable, Sendable {
    case pdf, jpeg, png, doc, docx, xls, xlsx

    /// The kind that a setting or the end of a name means: `jpg`, `.PDF`.
    package init?(extension text: some StringProtocol) {
        let name = text.lowercased().drop { $0 == "." }
        self.init(rawValue: name == "jpg" ? "jpeg" : String(name))
    }

    /// The kind that a file's name claims; nil if it claims none of these.
    package init?(name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        self.init(extension: name[name.index(after: dot)...])
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .doc: "application/msword"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xls: "application/vnd.ms-excel"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// The usual end of a name.
    package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

    /// Whether the bytes are replaced by those of our own picture.
    package var isPicture: Bool { self == .jpeg || self == .png }
}
