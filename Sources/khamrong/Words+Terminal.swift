import Events
import Exchange

extension Wording {
    /// For whoever runs a command: as the commands speak, and as the citizens read it.
    var inBoth: String { "\(english) (\(thai))" }
}

extension Words {
    /// For whoever runs a command: as the commands speak, and as the citizens read it.
    var inBoth: String { "\(english) (\(thai))" }
}
