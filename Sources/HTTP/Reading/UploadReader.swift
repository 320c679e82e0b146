/// Reads `multipart/form-data`: fields into memory, files to the disk.
struct UploadReader {
    private enum Part {
        case field(String, [UInt8])
        case file(PartHeader, UploadedFile?)
    }

    private let limits: UploadLimits
    private let store: UploadStore
    private var parser: MultipartParser
    private var received = 0
    private var part: Part?
    private var fields = FormFields()
    private var files: [UploadedFile] = []

    init(boundary: String?, limits: UploadLimits, store: UploadStore) throws(Refusal) {
        self.limits = limits
        self.store = store
        parser = try MultipartParser(boundary: boundary, headerLimit: limits.partHeaderBytes)
    }

    mutating func take(_ piece: [UInt8]) throws(Refusal) {
        received += piece.count
        guard received <= limits.bytesPerRequest else {
            throw .tooLarge(.body, limit: limits.bytesPerRequest)
        }
        var events: [MultipartParser.Event] = []
        try parser.read(piece) { events.append($0) }
        for event in events { try take(event) }
    }

    func finish() throws(Refusal) -> Request.Body {
        guard parser.isComplete else { throw .malformed(.body) }
        return .form(fields, files: files)
    }

    private mutating func take(_ event: MultipartParser.Event) throws(Refusal) {
        switch (event, part) {
        case (.partBegan(let header), _): part = try begin(header)
        case (.content(let bytes), .field(let name, var value)):
            guard value.count + bytes.count <= limits.fields.valueBytes else {
                throw .tooLarge(.form, limit: limits.fields.valueBytes)
            }
            part = nil
            value += bytes
            part = .field(name, value)
        case (.content(let bytes), .file(let header, let file)):
            let file = if let file { file } else { try store.file(header) }
            if file.isCutOff || file.byteCount + bytes.count > limits.bytesPerFile {
                guard limits.letsLargeThrough else {
                    throw .tooLarge(.file, limit: limits.bytesPerFile)
                }
                try store.cutOff(file)
            } else {
                try store.append(bytes, to: file)
            }
            part = .file(header, file)
        case (.partEnded, .field(let name, let value)): try end(name, value)
        case (.partEnded, .file(let header, let file)): try end(header, file)
        case (_, nil): throw .malformed(.body)
        }
    }

    private func begin(_ header: PartHeader) throws(Refusal) -> Part {
        guard header.field.utf8.count <= limits.fields.nameBytes else {
            throw .tooLarge(.form, limit: limits.fields.nameBytes)
        }
        guard header.fileName != nil else {
            guard fields.fields.count < limits.fields.fields else {
                throw .tooLarge(.form, limit: limits.fields.fields)
            }
            return .field(header.field, [])
        }
        guard files.count < limits.files else { throw .tooLarge(.file, limit: limits.files) }
        return .file(header, nil)
    }

    private mutating func end(_ name: String, _ value: [UInt8]) throws(Refusal) {
        guard let text = String(validating: value, as: UTF8.self),
            !value.contains(where: { ASCII.isControl($0) && !FormFields.isTextControl($0) })
        else { throw .malformed(.form) }
        fields.append(name, text)
        part = nil
    }

    /// A file field without a file is sent as an empty part without a name.
    private mutating func end(_ header: PartHeader, _ file: UploadedFile?) throws(Refusal) {
        part = nil
        if file == nil, header.fileName?.isEmpty != false { return }
        let whole = if let file { file } else { try store.file(header) }
        files.append(whole)
    }
}
