import LMDB
import TestSupport

/// An environment with two tables in a scratch directory.
final class Shelf {
    static let specifications = [
        TableSpecification("numbers", hasIntegerKeys: true), TableSpecification("words"),
    ]
    static let numbers = Table(0)
    static let words = Table(1)

    let scratch: Scratch
    let environment: Environment

    init(mapSize: Int = 4 << 20) throws {
        scratch = try Scratch()
        environment = try Self.open(scratch.path(), mapSize: mapSize)
    }

    static func open(
        _ path: String, mapSize: Int = 4 << 20, mode: OpenMode = .create
    ) throws -> Environment {
        try Environment.open(path, tables: specifications, mapSize: mapSize, mode: mode)
    }

    func word(_ key: String) throws -> [UInt8]? {
        try environment.read { try $0.value(under: key, in: Self.words) { $0.copied() } }
    }
}
