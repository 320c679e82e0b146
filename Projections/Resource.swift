/// SQL that lies beside its view and is compiled in.
enum Resource {
    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
