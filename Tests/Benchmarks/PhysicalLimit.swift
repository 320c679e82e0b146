internal import Foundation

/// What C reaches on this machine with nothing around it, where a program that tells is there.
enum PhysicalLimit {
    /// The figure `name` of that program; nil where none was named.
    static func figure(_ name: String, _ bench: Bench) throws -> Double? {
        guard let limit = bench.settings.limit else { return nil }
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let child = try ChildProcess(
            limit.program, [limit.workload, directory, "\(bench.settings.seconds)", name])
        for line in String(decoding: child.output, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3, words[0] == name { return Double(words[1]) }
        }
        return nil
    }
}
