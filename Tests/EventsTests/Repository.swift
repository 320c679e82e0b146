import Entries
import Events
import Foundation
import Testing

/// The committed files beside the types.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Whether files that are missing, or made from the types, may be written.
    static let mayWrite = ProcessInfo.processInfo.environment["KHAMRONG_WRITE_SCHEMAS"] == "1"

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// The stored examples `<stem>.json`, `<stem>.<variant>.json` in a folder.
    static func examples(of stem: String, in folder: String) throws -> [(String, [UInt8])] {
        let files = try FileManager.default
            .contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
        return try files.filter { $0 == "\(stem).json" || $0.hasPrefix("\(stem).") }
            .map { ($0, try bytes("\(folder)/\($0)")) }
    }

    /// Compares a committed file with what the types say; writes it first where that is allowed.
    static func expect(_ path: String, toBe text: String) throws {
        if mayWrite { try Data(text.utf8).write(to: root.appending(path: path)) }
        let committed = String(decoding: try bytes(path), as: UTF8.self)
        #expect(committed == text, "\(path) is not what the types say")
    }
}

/// One type of event, as an argument of a test.
struct TypeUnderTest: CustomTestStringConvertible, Sendable {
    let kind: StreamKind
    let type: any EventData.Type

    static let all = Event.types.flatMap { kind, types in
        types.map { TypeUnderTest(kind: kind, type: $0) }
    }

    var folder: String { "Events/\(kind.rawValue.capitalized)" }
    var stem: String { "\(type.name).v\(type.version)" }
    var testDescription: String { Event.type(type, in: kind) }
}
