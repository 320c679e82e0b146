/// How long a text is as a short message (SMS) in UCS-2, as Thai always is.
package enum MessageLength {
    /// The most that one message holds; each part of a longer one holds three less.
    package static let single = 70

    /// UTF-16 units: what the network counts, and not what a reader would call letters.
    package static func units(of text: some StringProtocol) -> Int { text.utf16.count }

    package static func isSingle(_ text: some StringProtocol) -> Bool { units(of: text) <= single }

    /// How many messages it takes; none for an empty text.
    package static func parts(of text: some StringProtocol) -> Int {
        let units = units(of: text)
        return units <= single ? min(units, 1) : (units + single - 4) / (single - 3)
    }
}
