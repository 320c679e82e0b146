/// Figures as a person reads them.
package enum Readable {
    /// 1234567 as `1,234,567`.
    package static func count(_ value: Int) -> String {
        var groups: [Substring] = []
        var digits = Substring("\(value.magnitude)")
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "-" : "") + groups.joined(separator: ",")
    }

    /// `1 stream`, `27 streams`; `1 entry`, `8,826 entries` with the second noun given.
    package static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count(value)) \(value == 1 ? one : many ?? "\(one)s")"
    }

    /// The two largest parts of a duration: `3 d 4 h`, `2 min 5 s`, `1.4 s`, `38 ms`.
    package static func duration(_ duration: Duration) -> String {
        let milliseconds = Int(duration / .milliseconds(1))
        if milliseconds < 0 { return "-" + self.duration(.zero - duration) }
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        if milliseconds < 10_000 {
            return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
        }
        return seconds(duration)
    }

    /// The two largest parts of a duration in whole seconds: `3 d 4 h`, `5 s`.
    package static func seconds(_ duration: Duration) -> String {
        let seconds = Int(duration / .seconds(1))
        return seconds == 0 ? "0 s" : parts(of: seconds, ["d", "h", "min", "s"])
    }

    /// The same in Thai, for what stands among Thai words: `3 วัน 4 ชม.`, `2 นาที 5 วินาที`.
    package static func thaiDuration(_ duration: Duration) -> String {
        let seconds = Int(duration / .seconds(1))
        return seconds == 0 ? "0 วินาที" : parts(of: seconds, ["วัน", "ชม.", "นาที", "วินาที"])
    }

    private static func parts(of seconds: Int, _ units: [String]) -> String {
        let parts = zip(
            [seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60], units)
        let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
        return shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    /// A number of bytes: `312 B`, `4.2 KiB`, `16 GiB`.
    package static func size(bytes: Int) -> String {
        let units = ["B", "KiB", "MiB", "GiB", "TiB"]
        var unit = 0, scale = 1
        while unit < units.count - 1, bytes.magnitude >= UInt(scale) << 10 {
            scale <<= 10
            unit += 1
        }
        let whole = bytes / scale
        let tenth = (bytes.magnitude % UInt(scale)) * 10 / UInt(scale)
        return unit == 0 || abs(whole) >= 10 || tenth == 0
            ? "\(whole) \(units[unit])" : "\(whole).\(tenth) \(units[unit])"
    }

    /// `part` of `whole` in whole percent, rounded down so that 100 % means all.
    package static func percent(_ part: Int, of whole: Int) -> String {
        whole > 0 ? "\(part * 100 / whole) %" : "–"
    }
}
