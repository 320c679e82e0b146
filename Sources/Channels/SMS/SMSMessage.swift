/// One short message to one telephone.
package struct SMSMessage: Equatable, Sendable {
    /// E.164 of Thailand: `+66812345678`.
    package let number: String
    package let text: String

    package init(to number: String, text: String) {
        self.number = number
        self.text = text
    }

    /// As dialled within Thailand.
    var national: String { "0" + number.dropFirst(3) }
}
