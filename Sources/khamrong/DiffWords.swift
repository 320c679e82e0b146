import Entries
import Events
import Projections
import Rules
import Terminal
import Workflow

/// The columns and values of a difference as a person reads them: dates, durations, names.
struct DiffWords {
    private let settings: OfficeSettings
    private let officers: OfficerDirectory

    init(of office: Office) throws {
        settings = try office.log.settings(of: office.paths.code)
        officers = OfficerDirectory(of: office)
    }

    /// `answer_due` is “answer due”.
    func name(_ column: String) -> String {
        String(column.map { $0 == "_" ? " " : $0 })
    }

    /// What a person reads instead of `text`; nil where it says it itself.
    /// - Parameter service: whose definition names the states, where that is known.
    func words(_ text: String, of column: String, in service: String? = nil) throws -> String? {
        if ["owner", "officer"].contains(column) {
            return try officers.person(text).map { PersonName($0).thai }
        }
        return named(text, column, service) ?? measured(text, column) ?? moment(text, column)
            ?? truth(text, column) ?? counted(text, column)
    }

    private func named(_ text: String, _ column: String, _ service: String?) -> String? {
        switch column {
        case "department": return settings.departments[text]?.value.name.thai
        case "category", "subcategory": return settings.categories[text]?.value.name.thai
        case "service": return settings.definition(of: text)?.name.thai
        case "state":
            let states = service.flatMap { settings.definition(of: $0) }?.states
            return states?.first { $0.code == text }?.name.thai
        case "status": return PublicStatus(rawValue: text)?.label.thai
        case "kind": return PetitionKind(rawValue: text)?.label.thai
        case "channel": return Channel(rawValue: text)?.label.thai
        case "urgency": return Urgency(rawValue: text)?.label.thai
        default: return nil
        }
    }

    private func moment(_ text: String, _ column: String) -> String? {
        let isMoment = ["_at", "_near", "_due"].contains { column.hasSuffix($0) }
        let instant =
            isMoment
            ? Int(text).map { Instant(milliseconds: $0) } : Instant(rfc3339: text)
        return instant?.display(.short)
    }

    private func truth(_ text: String, _ column: String) -> String? {
        let isTruth =
            column.hasPrefix("is_") || column.hasPrefix("has_") || column == "awaits_citizen"
        return isTruth ? ["0": "ไม่", "1": "ใช่"][text] : nil
    }

    /// A year is written without a comma.
    private func counted(_ text: String, _ column: String) -> String? {
        guard column != "fiscal_year", let number = Int(text), number > 999 else { return nil }
        return Readable.count(number)
    }

    private func measured(_ text: String, _ column: String) -> String? {
        guard column.hasPrefix("days_to_") || column.hasSuffix("_days"),
            let days = Double(text)
        else { return nil }
        let length = Readable.thaiDuration(.seconds(Int((days.magnitude * 86_400).rounded())))
        return days < 0 ? "−\(length)" : length
    }
}

extension ChangedValue {
    func cells(_ words: DiffWords, in service: String? = nil) throws -> [Table.Cell] {
        func shown(_ text: String?) throws -> Table.Cell {
            guard let text, !text.isEmpty else { return "–" }
            return Table.Cell(try words.words(text, of: name, in: service) ?? text)
        }
        return [Table.Cell(words.name(name)), try shown(before), try shown(after)]
    }

    /// The values as the view holds them, and beside them what a person reads where that is more.
    func json(_ words: DiffWords, in service: String? = nil) throws -> JSON {
        let before = try self.before.flatMap { try words.words($0, of: name, in: service) }
        let after = try self.after.flatMap { try words.words($0, of: name, in: service) }
        return JSON.object {
            $0["name"] = .string(name)
            $0["before"] = self.before.map { .string($0) }
            $0["before_words"] = before.map { .string($0) }
            $0["after"] = self.after.map { .string($0) }
            $0["after_words"] = after.map { .string($0) }
        }
    }
}
