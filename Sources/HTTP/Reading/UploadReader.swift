/// Reads `multipart/form-data`: fields into memory, files to the disk.
struct UploadReader {
    init(boundary: String?, limits: UploadLimits, directory: String) throws(Refusal) {
        throw .unsupportedMediaType(accepted: [])
    }
    mutating func take(_ piece: [UInt8]) throws(Refusal) {}
    func finish() throws(Refusal) -> Request.Body { .none }
}
