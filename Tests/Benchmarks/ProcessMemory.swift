internal import Foundation

/// How much memory a process has for itself alone, in bytes.
struct ProcessMemory {
    /// What it has written to.
    let own: Int
    /// Pages of files that no other process has mapped.
    let clean: Int

    /// Of this process if none is named. Nil where the system does not say.
    init?(of process: String = "self") {
        guard
            let text = try? String(
                contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)
        else { return nil }
        var found: [Substring: Int] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3, let kibibytes = Int(words[1]) { found[words[0]] = kibibytes << 10 }
        }
        guard let dirty = found["Private_Dirty:"], let clean = found["Private_Clean:"] else {
            return nil
        }
        (own, self.clean) = (dirty, clean)
    }
}
