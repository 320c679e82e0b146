internal import Entries
internal import Events
internal import Markup

/// The items of a long list, folded under what they are called: a page of many is looked over, and
/// one of them opened.
extension FieldForm {
    /// So many items stand open: nobody loses the view of them.
    private static let fewItems = 2

    func isFolded(_ place: String, count: Int) -> Bool {
        // Lists within an item are read with it.
        !place.contains(".") && count > Self.fewItems
    }

    /// An item with its controls: open where something is to be put right in it, or where it was
    /// just added.
    func folded(
        _ item: some Fields, _ title: String, at place: String, isNew: Bool, _ inner: HTML
    ) -> HTML {
        let isWrong = controls.issues.list.contains {
            $0.field == place || $0.field.hasPrefix("\(place).")
        }
        let name = Self.name(of: item).map { visit.language($0) } ?? ""
        return details(.class("more"), Attribute("open", isPresent: isWrong || isNew)) {
            summary { name.isEmpty ? title : "\(title): \(name)" }
            inner
        }
    }

    private static func name(of item: some Fields) -> LocalText? {
        switch item {
        case let clock as ClockDefinition: clock.name
        case let state as StateDefinition: state.name
        case let action as ActionDefinition: action.name
        case let section as FormSection: section.title
        case let document as DocumentNeeded: document.label
        case let outcome as Outcome: outcome.label
        case let fee as Fee: fee.label
        case let rung as EscalationRung: LocalText("\(rung.clock) \(rung.percent) %")
        default: nil
        }
    }
}
