internal import Foundation

/// A small file system of its own, which needs root.
package final class SmallDisk {
    private let scratch: Scratch
    package var path: String { scratch.path("disk") }

    package static let canMount = geteuid() == 0

    package init(kilobytes: Int) throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("disk"), withIntermediateDirectories: false)
        try Self.run("/bin/mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "none", path)
    }

    deinit { try? Self.run("/bin/umount", "-l", path) }

    package func remount(_ option: String) throws {
        // Another test may start a program at this moment: until it runs, it holds our files open.
        for _ in 0..<50 {
            if (try? Self.run("/bin/mount", "-o", "remount,\(option)", path)) != nil { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        try Self.run("/bin/mount", "-o", "remount,\(option)", path)
    }

    private static func run(_ words: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(words: words) }
    }

    struct Failure: Error { let words: [String] }
}
