/// Takes a body piece by piece, as its route allows.
enum BodyReader {
    case none
    case bytes([UInt8], limit: Int)
    case form([UInt8], FieldLimits)
    case upload(UploadReader)

    /// Refuses by what the head says of the body.
    init(_ rule: BodyRule, head: RequestHead, store: UploadStore) throws(Refusal) {
        let type = head.headers["Content-Type"].flatMap { MediaType($0) }
        let limit: Int
        switch rule {
        case .none:
            self = .none
            limit = 0
        case .bytes(let most):
            self = .bytes([], limit: most)
            limit = most
        case .form(let limits):
            guard type == nil ? !head.hasBody : type?.essence == Self.form else {
                throw .unsupportedMediaType(accepted: [Self.form])
            }
            self = .form([], limits)
            limit = limits.formBytes
        case .upload(let limits):
            guard let type, type.essence != Self.form else {
                self = try BodyReader(.form(limits.fields), head: head, store: store)
                return
            }
            guard type.essence == Self.multipart else {
                throw .unsupportedMediaType(accepted: [Self.multipart, Self.form])
            }
            self = .upload(
                try UploadReader(
                    boundary: type.parameters["boundary"], limits: limits, store: store))
            limit = limits.bytesPerRequest
        case .json(let most, let limits):
            if let limits, type?.essence == Self.multipart {
                self = try BodyReader(.upload(limits), head: head, store: store)
                return
            }
            guard let type, type.essence == Self.json else {
                let accepted = limits == nil ? [Self.json] : [Self.json, Self.multipart]
                throw .unsupportedMediaType(accepted: accepted)
            }
            self = .bytes([], limit: most)
            limit = most
        }
        if let announced = head.announcedBytes, announced > limit {
            throw .tooLarge(.body, limit: limit)
        }
        if head.isChunked, limit == 0 { throw .tooLarge(.body, limit: 0) }
    }

    private static let form = MediaType.form.essence
    private static let json = "application/json"
    private static let multipart = "multipart/form-data"

    mutating func take(_ piece: [UInt8]) throws(Refusal) {
        switch self {
        case .none: throw .tooLarge(.body, limit: 0)
        case .bytes(var bytes, let limit):
            self = .none
            guard bytes.count + piece.count <= limit else { throw .tooLarge(.body, limit: limit) }
            bytes += piece
            self = .bytes(bytes, limit: limit)
        case .form(var bytes, let limits):
            self = .none
            let limit = limits.formBytes
            guard bytes.count + piece.count <= limit else { throw .tooLarge(.body, limit: limit) }
            bytes += piece
            self = .form(bytes, limits)
        case .upload(var reader):
            self = .none
            try reader.take(piece)
            self = .upload(reader)
        }
    }

    func finish() throws(Refusal) -> Request.Body {
        switch self {
        case .none: .none
        case .bytes(let bytes, _): .bytes(bytes)
        case .form(let bytes, let limits):
            .form(try FormFields.read(bytes, limits: limits), files: [])
        case .upload(let reader): try reader.finish()
        }
    }
}
