internal import Entries
internal import FoundationEssentials

/// The lines above a message.
///
/// No value gets in as it came: texts become encoded words or are of harmless ASCII, addresses
/// were checked, so that no line can be slipped in.
struct MailHeader {
    private(set) var text = ""

    /// A value of our own making.
    mutating func add(_ name: String, _ value: String) {
        precondition(value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "not a header's value")
        text += "\(name): \(value)\r\n"
    }

    mutating func add(_ name: String, text value: String, address: MailAddress? = nil) {
        let words = EncodedWords.encode(value, after: name.utf8.count + 2)
        text += "\(name): \(words)"
        if let address { text += "\(words.isEmpty ? "" : "\r\n ")<\(address.text)>" }
        text += "\r\n"
    }

    /// `Fri, 20 Nov 2026 19:30:00 +0700`: the time of Thailand, all year round.
    static func date(_ instant: Instant) -> String {
        let local = Instant.floorDivide(instant.milliseconds, 1000) + 7 * 3600
        let dayNumber = Instant.floorDivide(local, 86_400)
        let day = CivilDate(dayNumber: dayNumber)
        let seconds = local - dayNumber * 86_400
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        // The first of January 1970 was a Thursday.
        let weekday = weekdays[(dayNumber % 7 + 7 + 4) % 7]
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) \(time) +0700"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

/// Texts in headers: plain where they are of harmless ASCII, else words of RFC 2047.
enum EncodedWords {
    /// What a line with such a word may hold, by the standard.
    private static let longestLine = 76
    private static let frame = "=?UTF-8?B??=".utf8.count

    /// `text` on one line or several; `column` is what stands before it on the first.
    static func encode(_ text: String, after column: Int) -> String {
        let text = flat(text)
        if isPlain(text), column + text.utf8.count <= longestLine { return text }
        var words: [String] = []
        var part: [UInt8] = []
        var room = bytes(in: longestLine - column)
        for character in text {
            for piece in pieces(of: character) {
                if part.count + piece.count > room, !part.isEmpty {
                    words.append(word(part))
                    part = []
                    room = bytes(in: longestLine - 1)
                }
                part += piece
            }
        }
        if !part.isEmpty { words.append(word(part)) }
        return words.joined(separator: "\r\n ")
    }

    /// White space and control characters, line ends among them, are single spaces.
    private static func flat(_ text: String) -> String {
        let scalars = text.unicodeScalars.split { scalar in
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .lineSeparator
                || scalar.properties.generalCategory == .paragraphSeparator
        }
        return scalars.map { String($0) }.joined(separator: " ")
    }

    /// Nothing that a header gives a meaning to, so that it can stand in any.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
        }
    }

    /// A letter with its marks stays in one word, unless somebody piled up a hundred marks.
    private static func pieces(of character: Character) -> [[UInt8]] {
        let whole = Array(character.utf8)
        guard whole.count > 30 else { return [whole] }
        return character.unicodeScalars.map { Array(String($0).utf8) }
    }

    private static func bytes(in columns: Int) -> Int { max(1, (columns - frame) / 4) * 3 }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
    }
}
