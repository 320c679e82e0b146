internal import Events
internal import Rules
internal import Workflow

/// That what was typed is not longer than the rules let it be, said beside its field.
enum WrittenBounds {
    static func check(
        _ sections: [PlainSection], of act: DeskAct, _ issues: inout Issues
    ) throws {
        for section in sections {
            guard let (kind, most) = try section.excess() else { continue }
            issues.add(field(of: kind, act), WrittenLength.wording(most: most))
        }
    }

    private static func field(of kind: String, _ act: DeskAct) -> String {
        switch (SectionKind(rawValue: kind), act) {
        case (.message, .refer): "notice"
        case (.appointment, _): "purpose"
        default: kind
        }
    }

    /// The kind of section that a field of a form becomes.
    static func most(of field: String) -> Int? {
        let kind: SectionKind? =
            switch field {
            case "note": .note
            case "reason", "remedy": .reason
            case "message", "notice": .message
            case "result": .result
            case "defects": .defects
            case "purpose": .appointment
            default: nil
            }
        return kind.flatMap(WrittenLength.most)
    }
}
