internal import Entries
internal import LMDB

/// The tables of a log; `Docs/Format/log.md` says what their rows hold.
enum Tables {
    static let entries = Table(0)
    static let names = Table(1)
    static let streams = Table(2)
    static let ids = Table(3)
    static let meta = Table(4)

    static let all = [
        TableSpecification("entries", hasIntegerKeys: true), TableSpecification("names"),
        TableSpecification("streams"), TableSpecification("ids"), TableSpecification("meta"),
    ]

    static func name(_ table: Table) -> String { all[table.index].name }
}

enum Keys {
    static func stream(_ number: UInt32, version: Int) -> ShortBytes {
        ShortBytes().appending(number).appending(UInt32(clamping: version))
    }

    static func id(_ id: EventID) -> ShortBytes {
        ShortBytes().appending(id.high).appending(id.low)
    }
}
