/// What the fields and activities of a foreign file are in our words (`Docs/Format/import-map.md`).
package struct ImportMap: Equatable, Sendable {
    /// What an activity may become: the words that need nothing but a label and a time.
    package enum Word: String, CaseIterable, Sendable {
        case submitted, received
        case inProgress = "in-progress"
        case completed, rejected, withdrawn, returned, corrected, answered, reopened
        case stepRecorded = "step-recorded"
    }

    /// What a case is.
    package enum Kind: String, CaseIterable, Sendable {
        case serviceRequest = "service-request"
        case complaint, grievance, suggestion
    }

    /// A value of ours: the same for every case, or looked up by a field's value.
    package struct Choice: Equatable, Sendable {
        /// The field whose value decides; nil if it is always `otherwise`.
        package var field: String?
        /// What each value becomes; where a value is not listed and there is no `otherwise`, it
        /// stands as it is.
        package var words: [String: String] = [:]
        package var otherwise: String?
    }

    /// How the rows of a CSV file become cases and events.
    package struct Table: Equatable, Sendable {
        package enum Rows: String, CaseIterable, Sendable {
            /// A row is a whole case; its dated columns are the events.
            case cases
            /// A row is one event; rows of one case share its name.
            case events
        }

        /// A dated column of a row that is a case.
        package struct DatedColumn: Equatable, Sendable {
            /// The label, in which `{column}` stands for the value of a column.
            package var activity: String
            package var time: String
            /// A column with who did it.
            package var resource: String?
            /// Columns that belong to this event and not to the case.
            package var fields: [String] = []
        }

        package var separator: UInt8 = UInt8(ascii: ",")
        package var rows = Rows.cases
        package var events: [DatedColumn] = []
    }

    /// The names of the fields that make an event (XES, or a CSV whose rows are events).
    package struct EventFields: Equatable, Sendable {
        package var activity = "concept:name"
        package var time = "time:timestamp"
        package var resource: String? = "org:resource"
        package var lifecycle: String? = "lifecycle:transition"
    }

    /// The source system's name: it stands on every entry of the import.
    package var system = ""
    package var about = ""
    package var zone: LocalZone
    /// Tried in order; ISO 8601 is always understood.
    package var timeFormats: [TimeFormat] = []
    package var table: Table?
    package var eventFields = EventFields()

    package var caseName = "concept:name"
    package var kind = Kind.serviceRequest
    package var service = Choice()
    package var category: Choice?
    package var channel: Choice?
    package var department: Choice?
    package var officer: Choice?
    package var due: String?
    package var title: String?
    package var place: String?

    package var activities: [String: Word] = [:]
    package var clearCaseFields: Set<String> = []
    package var clearEventFields: Set<String> = []
    package var openCasesJoinClocks = false
}
