internal import Crypto
package import Entries
internal import HTTP

extension [UploadedFile] {
    /// Of the files as they were sent, names and all: tells whether a form that comes again brings
    /// the same. Reads every file once.
    package func digest() throws -> Digest {
        let hasher = SHA256Hasher()
        for upload in self {
            hasher.update(
                Array<UInt8>("\(upload.field)\n\(upload.name)\n\(upload.byteCount)\n".utf8))
            try upload.pieces { hasher.update($0) }
        }
        return hasher.finish()
    }
}
