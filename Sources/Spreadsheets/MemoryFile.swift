internal import CXlsxwriter
internal import Glibc

/// A file in memory that a library can open by its path; nobody else finds it.
final class MemoryFile {
    private let descriptor: Int32

    /// C: `memfd_create`
    init() throws(SpreadsheetError) {
        descriptor = unsafe khamrong_memory_file("workbook")
        guard descriptor >= 0 else { throw SpreadsheetError(system: errno, "memfd_create") }
    }

    deinit { close(descriptor) }

    var path: String { "/proc/self/fd/\(descriptor)" }

    func bytes() throws(SpreadsheetError) -> [UInt8] {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw SpreadsheetError(system: errno, "fstat")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    descriptor, buffer.baseAddress! + offset, buffer.count - offset, off_t(offset))
            }
            guard count > 0 else { throw SpreadsheetError(system: errno, "pread") }
            offset += count
        }
        return bytes
    }
}
