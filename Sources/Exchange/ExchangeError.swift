/// Why a foreign file cannot be read on, or an export cannot be written.
package enum ExchangeError: Error, Equatable, Sendable {
    /// A call of the system failed with this `errno`.
    case system(call: String, path: String, code: Int32)
    /// It can be read only once, and would have to be read twice.
    case notOnDisk(path: String)
    /// The compressed file ends in the middle.
    case truncatedGzip(path: String)
    /// The compressed bytes are damaged, near this offset of the file.
    case corruptGzip(path: String, offset: Int, detail: String)
    /// The file ends, and its log has not.
    case truncatedXML(line: Int)
    case malformedXML(line: Int, detail: String)
    /// Well-formed, yet not a log; or it uses what is refused for safety.
    case refusedXML(line: Int, reason: Words)
    /// The first row is missing, or not one that names columns.
    case unusableHeader(reason: Words)
    /// The map names columns that the file does not have.
    case missingColumns([String])
    /// The map is made for the other kind of file.
    case wrongMap(reason: Words)
}
