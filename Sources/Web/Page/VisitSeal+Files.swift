internal import Crypto
internal import Entries

extension VisitSeal {
    /// What lets this visitor name a file of one case that is in no event yet, until `end`.
    func keptFile(
        _ description: [UInt8], in number: String, until end: Instant, for visitor: Visitor
    ) -> String {
        let words = "\(Hex.encode(description)).\(end.milliseconds)"
        return "\(words).\(seal("file \(number) \(words)", visitor))"
    }

    /// Its description; nil for what was not given to this visitor in this case, or was for a time
    /// that is over.
    func openedFile(
        _ token: String, in number: String, for visitor: Visitor, at now: Instant
    ) -> [UInt8]? {
        let parts = token.split(separator: ".").map(String.init)
        guard parts.count == 3, let end = Int(parts[1]), now.milliseconds < end,
            let description = Hex.decode(parts[0].utf8)
        else { return nil }
        let wanted = keptFile(
            description, in: number, until: Instant(milliseconds: end), for: visitor)
        return Self.isSame(token, wanted) ? description : nil
    }
}
