internal import Glibc

extension ExchangeError {
    /// What a person reads.
    package var words: Words {
        switch self {
        case .system(let call, let path, let code): Self.system(call, path, code)
        case .notOnDisk(let path):
            Words(
                thai: "\(path) ไม่ใช่แฟ้มบนดิสก์ ต้องอ่านสองรอบ จึงใช้ไม่ได้",
                english: "\(path) is no file on a disk, and it has to be read twice.")
        case .truncatedGzip(let path):
            Words(
                thai: "แฟ้ม \(path) ถูกตัดกลางคัน (gzip ไม่ครบ)",
                english: "\(path) ends in the middle of its compressed data.")
        case .corruptGzip(let path, let offset, let detail):
            Words(
                thai: "แฟ้ม \(path) เสียหายใกล้ไบต์ที่ \(offset) (\(detail))",
                english: "The compressed data of \(path) is damaged near byte \(offset): \(detail)."
            )
        case .truncatedXML(let line):
            Words(
                thai: "แฟ้มถูกตัดกลางคัน: จบที่บรรทัด \(line) ก่อนจบ XML",
                english: "The file is cut off: it ends at line \(line), before its XML does.")
        case .malformedXML(let line, let detail):
            Words(
                thai: "XML ผิดรูปแบบที่บรรทัด \(line): \(detail)",
                english: "The XML is broken at line \(line): \(detail)")
        case .refusedXML(let line, let reason):
            Words(
                thai: "บรรทัด \(line): \(reason.thai)", english: "Line \(line): \(reason.english)")
        case .unusableHeader(let reason), .wrongMap(let reason): reason
        case .missingColumns(let names):
            Words(
                thai: "แฟ้มไม่มีช่องที่แผนที่นำเข้าต้องใช้: \(names.joined(separator: ", "))",
                english: "The file lacks columns that the map names:"
                    + " \(names.joined(separator: ", ")).")
        }
    }

    private static func system(_ call: String, _ path: String, _ code: Int32) -> Words {
        let path = path == "-" ? "standard output" : path
        return switch (call, code) {
        case (_, ENOENT):
            Words(thai: "ไม่พบ \(path)", english: "There is no \(path).")
        case (_, EACCES), (_, EPERM):
            Words(thai: "ไม่มีสิทธิ์ใช้แฟ้ม \(path)", english: "\(path) may not be used: no permission.")
        case (_, EISDIR):
            Words(thai: "\(path) เป็นโฟลเดอร์", english: "\(path) is a folder, not a file.")
        case (_, EROFS):
            Words(
                thai: "เขียน \(path) ไม่ได้ เพราะดิสก์อ่านได้อย่างเดียว",
                english: "\(path) cannot be written: the disk is read-only.")
        case (_, ENOSPC):
            Words(
                thai: "เนื้อที่ดิสก์เต็มขณะเขียน \(path)",
                english: "The disk is full; \(path) is not written.")
        default:
            Words(
                thai: "ใช้แฟ้ม \(path) ไม่ได้ (\(unsafe String(cString: strerror(code))))",
                english: "\(path) cannot be used: \(unsafe String(cString: strerror(code))).")
        }
    }
}
