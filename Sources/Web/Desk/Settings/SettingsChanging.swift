internal import Crypto
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// One change of the settings in the browser: typed, checked by the rules, shown, confirmed, and
/// recorded with whoever did it.
struct SettingsChanging {
    let visit: Visit
    let part: SettingsPart
    /// Where the form is, and where one goes when it is done.
    let action: String
    let back: String
    let title: String
    /// What was sent, and goes along to the confirmation.
    let typed: FormFields
    /// What the form showed, in the words of a file.
    let shown: SchemaJSON
    /// Whether it takes something away: said again with the confirmation.
    var isRemoval = false
    /// The steps from `settings` to what was typed.
    let plan: @Sendable (OfficeSettings) -> SettingsPlan
    /// The form again, with what is wrong with it.
    let form: (Issues) -> Page

    enum Field {
        static let act = "act"
        static let seen = "seen"
        static let confirm = "confirm"
        /// Fields that a page adds to what was typed.
        static let own = [act, seen, VisitSeal.field, Once.field]
    }

    static let removal = "~removal"

    /// What a form carries, so that a change of somebody else meanwhile is seen.
    static func seen(_ json: SchemaJSON) -> HTML {
        input(.type("hidden"), .name(Field.seen), .value(digest(json)))
    }

    private static func digest(_ json: SchemaJSON) -> String {
        SHA256.hash(Array(json.text.utf8)).description
    }

    func take() throws -> Answer {
        var issues = Issues()
        if typed[Field.seen] != Self.digest(shown) {
            issues.add(
                "main", "มีผู้แก้ไขการตั้งค่านี้หลังจากที่คุณเปิดหน้านี้ ตรวจดูค่าล่าสุดด้านล่างแล้วแก้ไขอีกครั้ง",
                "Somebody changed this since you opened the page. Look at what it is now and "
                    + "change it again.")
            return .page(form(issues))
        }
        let plan = plan(visit.settings)
        if !plan.problems.isEmpty { issues.add("main", Self.wording(of: plan.problems)) }
        guard issues.isEmpty else { return .page(form(issues)) }
        guard !plan.changes.isEmpty else {
            issues.add("main", OfficeRefusal.nothingChanges.wording)
            return .page(form(issues))
        }
        guard typed[Field.act] == Field.confirm else {
            return .page(SettingsPreview.page(self, plan))
        }
        return try record()
    }

    /// What the rules say, each with its place.
    private static func wording(of problems: [SettingsProblem]) -> Wording {
        func text(_ language: Language) -> String {
            problems.map { problem in
                let place = FieldLabel.place(problem.path, language)
                return (place.isEmpty ? "" : "\(place): ") + language(problem.wording)
            }.joined(separator: " · ")
        }
        return Wording(thai: text(.thai), english: text(.english))
    }

    /// Others write into the office's stream all the time, who signs in for example: what has
    /// become stale is decided anew on what has become of the settings.
    private func record() throws -> Answer {
        let actor = try visit.deskActor()
        var outcome = CommandOutcome.busy
        for _ in 0..<5 {
            let plan = plan(try visit.office.settings().value)
            guard plan.problems.isEmpty, let command = plan.command else { break }
            var draft = Draft(.office(command), by: actor, at: visit.now)
            draft.expectedVersion = plan.before.version
            draft.idempotencyKey = Once.key("settings", visit.request.form)
            outcome = visit.office.perform(draft, seenIn: .officerQueue)
            guard outcome.isStale else { break }
        }
        var issues = Issues()
        issues.add(outcome, visit)
        return issues.isEmpty ? .go(SettingsDone.path(back)) : .page(form(issues))
    }
}
