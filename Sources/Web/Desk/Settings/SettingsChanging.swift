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
    let shown: @Sendable (OfficeSettings) -> SchemaJSON
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
        static let own = [act, seen, VisitSeal.field, UnsentForm.typist, Once.field]
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
        let isConfirmed = typed[Field.act] == Field.confirm
        // The same confirmation once more: what it asked for is there.
        if isConfirmed, Self.wasRecorded(visit) { return .go(SettingsDone.path(back)) }
        let plan = plan(visit.settings)
        guard isSeen(in: visit.settings) else {
            if isConfirmed, plan.changes.isEmpty, plan.problems.isEmpty {
                return .go(SettingsDone.path(back))
            }
            return .page(conflict())
        }
        var issues = Issues()
        if !plan.problems.isEmpty { issues.add("main", Self.wording(of: plan.problems)) }
        guard issues.isEmpty else { return .page(form(issues)) }
        guard !plan.changes.isEmpty else {
            issues.add("main", OfficeRefusal.nothingChanges.wording)
            return .page(form(issues))
        }
        guard isConfirmed else {
            let said =
                typed[Field.act] == TemplateTest.act
                ? try TemplateTest.send(part, plan, visit) : nil
            return .page(SettingsPreview.page(self, plan, said: said))
        }
        return try record()
    }

    private func isSeen(in settings: OfficeSettings) -> Bool {
        typed[Field.seen] == Self.digest(shown(settings))
    }

    /// The form with what was typed: what it is now, the next look before recording shows.
    private func conflict() -> Page {
        var issues = Issues()
        issues.add(
            "main",
            "มีผู้แก้ไขการตั้งค่านี้หลังจากที่ท่านเปิดหน้านี้ ด้านล่างคือสิ่งที่ท่านกรอกไว้ ยังไม่ได้บันทึก "
                + "กดตรวจก่อนบันทึกอีกครั้งเพื่อเทียบกับค่าล่าสุด",
            "Somebody changed this since you opened the page. Below is what you entered; nothing "
                + "of it is recorded. Check the change again to compare it with what it is now.")
        return form(issues)
    }

    // MARK: The same confirmation again

    /// Whether this very confirmation was recorded a while ago.
    static func wasRecorded(_ visit: Visit) -> Bool {
        guard let key = key(visit) else { return false }
        return visit.memory.settled.find(visit.visitor, at: visit.now)?.contains(key) ?? false
    }

    private static let mostRemembered = 20

    private static func remember(_ visit: Visit) {
        guard let key = key(visit) else { return }
        let keys = visit.memory.settled.find(visit.visitor, at: visit.now) ?? []
        visit.memory.settled.keep(
            keys.suffix(mostRemembered - 1) + [key], of: visit.visitor, at: visit.now)
    }

    private static func key(_ visit: Visit) -> String? {
        Once.key("settings", visit.request.form)
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
    /// become stale is decided anew, unless what the form showed has changed.
    private func record() throws -> Answer {
        let actor = try visit.deskActor()
        var outcome = CommandOutcome.busy
        for _ in 0..<5 {
            let settings = try visit.office.settings().value
            guard isSeen(in: settings) else {
                return Self.wasRecorded(visit) ? .go(SettingsDone.path(back)) : .page(conflict())
            }
            let plan = plan(settings)
            guard plan.problems.isEmpty, let command = plan.command else { break }
            var draft = Draft(.office(command), by: actor, at: visit.now)
            draft.expectedVersion = plan.before.version
            draft.idempotencyKey = Self.key(visit)
            outcome = visit.office.perform(draft, seenIn: .officerQueue)
            guard outcome.isStale else { break }
        }
        var issues = Issues()
        issues.add(outcome, visit)
        guard issues.isEmpty else { return .page(form(issues)) }
        Self.remember(visit)
        return .go(SettingsDone.path(back))
    }
}
