internal import Threads

/// Where files lie while they are looked at, and how much of them there may be at once.
final class UploadStore: Sendable {
    private let directory: String
    private let limit: Int
    private let report: @Sendable (ServerError) -> Void
    private let used = Monitor(0)

    init(directory: String, limit: Int, report: @escaping @Sendable (ServerError) -> Void) {
        self.directory = directory
        self.limit = limit
        self.report = report
    }

    var byteCount: Int { used.with { $0 } }

    func file(_ header: PartHeader) throws(Refusal) -> UploadedFile {
        do throws(ServerError) {
            return try UploadedFile(
                field: header.field, name: header.fileName ?? "",
                claimedType: header.type ?? .octets, directory: directory
            ) { [weak self] count in self?.used.with { $0 -= count } }
        } catch {
            report(error)
            throw .failed
        }
    }

    /// Lets go of what came of a file that is too large; the rest of it is read and forgotten.
    func cutOff(_ file: UploadedFile) throws(Refusal) {
        do throws(ServerError) {
            let freed = try file.cutOff()
            used.with { $0 -= freed }
        } catch {
            report(error)
            throw .failed
        }
    }

    func append(_ bytes: ArraySlice<UInt8>, to file: UploadedFile) throws(Refusal) {
        let hasRoom = used.with { used in
            guard used + bytes.count <= limit else { return false }
            used += bytes.count
            return true
        }
        guard hasRoom else { throw .busy(retryAfterSeconds: 30) }
        do throws(ServerError) {
            try file.append(bytes)
        } catch {
            used.with { $0 -= bytes.count }
            report(error)
            throw .failed
        }
    }
}
