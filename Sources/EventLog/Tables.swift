internal import LMDB

/// The tables of a log; `Docs/Format/log.md` says what their rows hold.
enum Tables {
    static let entries = Table(0)
    static let names = Table(1)
    static let streams = Table(2)
    static let ids = Table(3)
    static let idempotency = Table(4)
    static let sections = Table(5)
    static let meta = Table(6)

    static let all = [
        TableSpecification("entries", hasIntegerKeys: true), TableSpecification("names"),
        TableSpecification("streams"), TableSpecification("ids"),
        TableSpecification("idempotency"), TableSpecification("sections"),
        TableSpecification("meta"),
    ]

    static func name(_ table: Table) -> String { all[table.index].name }
}

enum Keys {
    static func stream(_ number: UInt32, version: Int) -> ShortBytes {
        ShortBytes().appending(number).appending(UInt32(clamping: version))
    }

    static func id(_ id: (high: UInt64, low: UInt64)) -> ShortBytes {
        ShortBytes().appending(id.high).appending(id.low)
    }

    static func section(_ position: UInt64, number: Int) -> ShortBytes {
        ShortBytes().appending(position).appending(UInt8(clamping: number))
    }

    static func idempotency(day: UInt16, first position: UInt64) -> ShortBytes {
        ShortBytes().appending(day).appending(position)
    }
}
