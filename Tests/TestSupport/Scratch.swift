package import Foundation

/// A directory of its own for one test, removed with it.
package struct Scratch: ~Copyable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "khamrong-test-\(UUID().uuidString.lowercased())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of `name` within.
    package func path(_ name: String = "") -> String {
        name.isEmpty ? url.path : url.appending(path: name).path
    }
}

/// A seeded generator (SplitMix64), so that a random test can be run again.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    package let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The seed in the environment variable `KHAMRONG_SEED`, or a fresh one; the test prints it.
    package static func fresh() -> SeededGenerator {
        let given = ProcessInfo.processInfo.environment["KHAMRONG_SEED"].flatMap(UInt64.init)
        return SeededGenerator(seed: given ?? UInt64.random(in: 0...UInt64.max))
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
