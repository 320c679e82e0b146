package import Entries
package import Events

/// Why a service definition cannot work.
package enum DefinitionProblem: Refusal, Hashable {
    /// Something has no code.
    case noCode(Part)
    case duplicate(Part, String)
    case unknown(Part, String)

    case noStates
    case noInitialState
    case severalInitialStates([String])
    /// No word tells the public what it means; the state's code if it is known.
    case noPublicStatus(String?)
    /// Its public status says that the case is over and the state does not, or the reverse.
    case statusContradictsEnd(String)
    case unreachableState(String)
    /// From here no end can be reached.
    case noWayToFinish(String)

    case actionFromNowhere(String)
    /// The action, and the state that is not there.
    case actionFromUnknownState(String, String)
    case actionToUnknownState(String, String)
    /// Nobody may take it.
    case actionWithoutRole(String)
    /// Citizens may not do what only the office can.
    case actionNotForCitizens(String)
    /// What the event says happened does not fit the state that follows.
    case actionContradictsState(String, String)
    /// The action leaves an end without opening the case again.
    case actionAfterTheEnd(String, String)
    case guardWithoutMeaning(String, GuardKind)

    /// Nothing that can happen starts it.
    case clockWithoutStart(String)
    /// Nothing that can happen stops it.
    case clockWithoutStop(String)
    case clockWithoutLimit(String)
    case clockPausedInUnknownState(String, String)
    /// It would never run: it stands still where the case begins.
    case clockPausedAtStart(String)
    /// From that state the case never comes to one in which the clock runs, or to an end.
    case pauseWithoutEnd(String, String)
    case clockShareOutOfRange(String)
    case extensionWithoutMeaning(String)
    case escalationWithoutTarget(String, Int)
    /// The overdue policy has no clock that it could follow.
    case overdueWithoutClock

    case choicesMissing(String)
    case boundsReversed(String)
    /// The question or document depends on a question that is not asked.
    case conditionOnUnknownField(String, String)
    /// The stored form cannot be read there.
    case unreadable(String)

    /// What can have a code.
    package enum Part: String, Hashable, Sendable {
        case state, action, clock, section, field, choice, document, fee, outcome, ground, rung
        case department, category, calendar, retention, role

        var label: Wording {
            switch self {
            case .state: Wording(thai: "สถานะ", english: "state")
            case .action: Wording(thai: "ขั้นตอน", english: "action")
            case .clock: Wording(thai: "กำหนดเวลา", english: "clock")
            case .section: Wording(thai: "ส่วนของแบบฟอร์ม", english: "section")
            case .field: Wording(thai: "ช่องกรอก", english: "field")
            case .choice: Wording(thai: "ตัวเลือก", english: "choice")
            case .document: Wording(thai: "เอกสาร", english: "document")
            case .fee: Wording(thai: "ค่าธรรมเนียม", english: "fee")
            case .outcome: Wording(thai: "ผลการดำเนินการ", english: "outcome")
            case .ground: Wording(thai: "เหตุที่ไม่อนุมัติ", english: "ground of rejection")
            case .rung: Wording(thai: "ขั้นการยกระดับ", english: "rung of escalation")
            case .department: Wording(thai: "หน่วยงาน", english: "department")
            case .category: Wording(thai: "ประเภทเรื่อง", english: "category")
            case .calendar: Wording(thai: "ปฏิทิน", english: "calendar")
            case .retention: Wording(thai: "ระยะเวลาเก็บรักษา", english: "retention class")
            case .role: Wording(thai: "บทบาท", english: "role")
            }
        }
    }

    /// What a reader's complaint about a stored definition means to its author.
    package init(reading error: CanonicalError) {
        self =
            switch error {
            case .missing("status"), .invalid("status"): .noPublicStatus(nil)
            case .invalid("roles"), .invalid("to"): .unknown(.role, "")
            case .missing(let key), .invalid(let key), .unknown(let key): .unreadable(key)
            case .malformed(let offset): .unreadable("@\(offset)")
            }
    }
}

/// What an office has that a definition may name.
package struct OfficeDirectory: Equatable, Sendable {
    package var departments: Set<String>
    package var categories: Set<String>
    package var calendars: Set<String>
    package var retention: Set<String>

    package init(
        departments: Set<String>, categories: Set<String>, calendars: Set<String> = [],
        retention: Set<String> = []
    ) {
        self.departments = departments
        self.categories = categories
        self.calendars = calendars
        self.retention = retention
    }
}
