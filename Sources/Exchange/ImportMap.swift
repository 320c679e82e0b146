/// What the fields and activities of a foreign file are in our words (`Docs/Format/import-map.md`).
package struct ImportMap: Equatable, Sendable {
    /// What an activity may become: the words that need nothing but a label and a time.
    package enum Word: String, CaseIterable, Sendable {
        case submitted, received
        case inProgress = "in-progress"
        case completed, rejected, withdrawn, returned, corrected, answered, reopened
        case stepRecorded = "step-recorded"

        /// Whether a case is over after it; nil where it says nothing about that.
        var isEnd: Bool? {
            switch self {
            case .completed, .rejected, .withdrawn: true
            case .reopened: false
            case .submitted, .received, .inProgress, .returned, .corrected, .answered,
                .stepRecorded:
                nil
            }
        }

        /// Whether it leads to a later stage or to an end, so that it may skip what lies between.
        var leadsAhead: Bool {
            switch self {
            case .received, .inProgress, .completed, .rejected, .withdrawn: true
            case .submitted, .returned, .corrected, .answered, .reopened, .stepRecorded: false
            }
        }
    }

    /// What a case is.
    package enum Kind: String, CaseIterable, Sendable {
        case service, complaint, grievance, suggestion
    }

    /// A value of ours: the same for every case, or looked up by a field's value.
    package struct Choice: Equatable, Sendable {
        /// The field whose value decides; nil if it is always `otherwise`.
        package var field: String?
        /// What each value becomes; where a value is not listed and there is no `otherwise`, it
        /// stands as it is.
        package var words: [String: String] = [:]
        package var otherwise: String?

        package init() {}
    }

    /// How the rows of a CSV file become cases and events.
    package struct Table: Equatable, Sendable {
        package enum Rows: Equatable, Sendable {
            /// A row is a whole case; its dated columns are the events. The first of them opens the
            /// case; the others follow in the order of their times, equal times in this order.
            case cases([DatedColumn])
            /// A row is one event; rows of one case share its name and are in the case's order.
            case events(EventColumns)
        }

        package var separator: UInt8
        /// The column with the case's name.
        package var caseName: String
        package var rows: Rows
    }

    /// A dated column of a row that is a case.
    package struct DatedColumn: Equatable, Sendable {
        package var activity: Template
        package var time: String
        /// A column with who did it.
        package var resource: String?
        /// Columns that belong to this event and not to the case.
        package var fields: [String]
    }

    /// The columns of a row that is an event.
    package struct EventColumns: Equatable, Sendable {
        package var activity: String, time: String
        package var resource: String?, lifecycle: String?
        /// Columns that belong to the case: the first value in any of its rows counts.
        package var caseFields: [String]
    }

    /// The source system's name: it stands on every entry of the import.
    package var system = ""
    package var about = ""
    package var zone = LocalZone.utc
    /// Tried in order; ISO 8601 is always understood.
    package var timeFormats: [TimeFormat] = []
    /// Nil if the map is for XES.
    package var table: Table?
    package var kind = Kind.service
    package var service = Choice()
    package var category: Choice?
    package var channel: Choice?
    package var department: Choice?
    package var officer: Choice?
    package var due: String?
    package var title: String?
    package var place: String?

    package var activities: [String: Word] = [:]
    /// Those of them that move an open case ahead from any stage.
    package var skippingActivities: Set<String> = []
    package var clearCaseFields: Set<String> = []
    package var clearEventFields: Set<String> = []
    package var openCasesJoinClocks = false

    package init() {}
}
