internal import Entries

/// Times as XES logs write them: the usual form fast, everything else of ISO 8601 correctly.
enum XESTime {
    /// `2011-10-11T13:45:40.276+02:00`, with or without decimals and zone.
    static func instant(_ text: Span<UInt8>, in zone: LocalZone) -> Instant? {
        usual(text) ?? TimeDigits.iso(text.indices.map { text[$0] }, in: zone)
    }

    /// Nil unless the text is exactly the usual form: 25 bytes, or 29 with milliseconds.
    private static func usual(_ text: Span<UInt8>) -> Instant? {
        guard text.count == 25 || text.count == 29 else { return nil }
        var isRight = true
        func number(_ offset: Int, _ count: Int) -> Int {
            var value = 0
            for index in offset..<(offset + count) {
                let digit = text[index] &- UInt8(ascii: "0")
                isRight = isRight && digit < 10
                value = value * 10 + Int(digit)
            }
            return value
        }
        let zoneAt = text.count - 6
        let hasMarks =
            text[4] == UInt8(ascii: "-") && text[7] == UInt8(ascii: "-")
            && text[10] == UInt8(ascii: "T") && text[13] == UInt8(ascii: ":")
            && text[16] == UInt8(ascii: ":") && text[zoneAt + 3] == UInt8(ascii: ":")
            && (text.count == 25 || text[19] == UInt8(ascii: "."))
        let isWest = text[zoneAt] == UInt8(ascii: "-")
        guard hasMarks, isWest || text[zoneAt] == UInt8(ascii: "+"),
            let date = CivilDate(year: number(0, 4), month: number(5, 2), day: number(8, 2))
        else { return nil }
        let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
        let fraction = text.count == 29 ? number(20, 3) : 0
        let (zoneHour, zoneMinute) = (number(zoneAt + 1, 2), number(zoneAt + 4, 2))
        guard isRight, hour < 24, minute < 60, second < 60, zoneHour < 24, zoneMinute < 60 else {
            return nil
        }
        let offset = (zoneHour * 60 + zoneMinute) * (isWest ? -1 : 1)
        let minutes = date.dayNumber * 1440 + hour * 60 + minute - offset
        let instant = Instant(milliseconds: (minutes * 60 + second) * 1000 + fraction)
        return instant.isWritable ? instant : nil
    }
}
