import Terminal

/// How many of the rows that there are were shown.
struct ShownRows {
    let shown: Int
    let total: Int
    /// What they are: “cases”.
    let name: String
    /// The largest limit that may be asked for.
    let mostRows: Int

    /// Tells what a limit left out, and how to see it: behind the rows, where it is read.
    func tell(on terminal: Terminal, orBy other: String? = nil) {
        guard total > shown else { return }
        let all = total <= mostRows ? "--limit \(total) shows all" : "--limit N shows more"
        terminal.note(
            "\(Readable.count(shown)) of \(Readable.count(total)) \(name) are shown; \(all)"
                + (other.map { ", \($0)" } ?? ""))
    }
}
