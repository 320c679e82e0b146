/// Money as people type and read it, kept as whole satang.
package enum Baht {
    /// `1,250`, `๕๐.๕`; nil if it is no amount.
    package static func read(_ text: some StringProtocol) -> Int? {
        let plain = Digits.arabic.written(ThaiText.trimmed(text)).filter { $0 != "," }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...10).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let baht = Int(parts[0])
        else { return nil }
        guard parts.count == 2 else { return baht * 100 }
        guard (1...2).contains(parts[1].utf8.count), let rest = Int(parts[1]) else { return nil }
        return baht * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
    }

    /// `1,250.00`.
    package static func text(_ satang: Int) -> String {
        var whole = String(satang.magnitude / 100)
        var grouped = ""
        while whole.utf8.count > 3 {
            grouped = ",\(whole.suffix(3))\(grouped)"
            whole = String(whole.dropLast(3))
        }
        let rest = satang.magnitude % 100
        return "\(satang < 0 ? "-" : "")\(whole)\(grouped).\(rest < 10 ? "0" : "")\(rest)"
    }
}
