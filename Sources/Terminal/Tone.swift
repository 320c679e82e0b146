/// What a word's colour adds to it. The word itself always says the same: colour is never alone.
package enum Tone: Sendable {
    case plain, strong, faint, good, near, bad

    /// `text` in this tone, or as it is where styles are off.
    func styled(_ text: String, _ isOn: Bool) -> String {
        guard isOn, let code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .good: "32"
        case .near: "33"
        case .bad: "31"
        }
    }
}
