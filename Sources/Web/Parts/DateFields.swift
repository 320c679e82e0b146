internal import Entries
internal import Markup
internal import Rules

/// A date in three boxes, as it is typed and read; the year in the Buddhist or the common era.
enum DateFields {
    static func html(
        _ name: String, _ label: String, _ controls: Controls, _ typed: Typed,
        isRequired: Bool = true
    ) -> HTML {
        controls.date(
            name, label, day: typed.text("\(name)-day"), month: typed.text("\(name)-month"),
            year: typed.text("\(name)-year"),
            hint: controls.language("เช่น 27 3 2570", "For example 27 3 2027"),
            isRequired: isRequired)
    }

    /// Nil where nothing was typed, or nothing that is a date: then the issue is there.
    static func read(_ name: String, _ typed: Typed, _ issues: inout Issues) -> CivilDate? {
        let parts = ["day", "month", "year"].map { typed["\(name)-\($0)"] }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        do throws(DateRefusal) {
            return try CivilDate(day: parts[0], month: parts[1], year: parts[2])
        } catch {
            issues.add(name, error.wording)
            return nil
        }
    }

    static func fill(_ typed: inout Typed, _ name: String, _ date: CivilDate?) {
        guard let date else { return }
        typed["\(name)-day"] = "\(date.day)"
        typed["\(name)-month"] = "\(date.month)"
        typed["\(name)-year"] = "\(date.year + 543)"
    }
}
