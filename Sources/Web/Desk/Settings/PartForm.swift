internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The form of one item, or of a part that is one whole.
struct PartForm {
    private let editor: PartEditor
    private let visit: Visit
    /// Which item; nil for a new one, and where the part is one whole.
    private let key: String?
    private let present: SettingsDocument

    init(_ editor: PartEditor, _ visit: Visit) {
        self.editor = editor
        self.visit = visit
        let key = visit.request.form["~item"] ?? visit.request.query["item"] ?? ""
        self.key = key.isEmpty ? nil : key
        present = SettingsDocument(visit.settings, on: visit.now.local.date)
    }

    /// Where an item is edited; a new one for nil.
    static func path(of part: SettingsPart, item: String?, _ visit: Visit) -> String {
        let path = visit.deskPath("settings", "parts", part.rawValue, "item")
        guard let item else { return path }
        var query = FormFields()
        query["item"] = item
        return "\(path)?\(query.encoded)"
    }

    private var action: String {
        let page = visit.deskPath("settings", "parts", editor.part.rawValue)
        return editor.items == nil ? page : "\(page)/item"
    }

    private var title: String {
        let part = visit.language(editor.part.label)
        guard editor.items != nil else { return part }
        if let template { return "\(part): \(visit.language(TemplateWords.name(template)))" }
        return key.map { "\(part): \($0)" } ?? visit.say("เพิ่ม: \(part)", "Add: \(part)")
    }

    func page() throws -> Page { page(present, Issues(), isRead: false) }

    private func page(
        _ document: SettingsDocument, _ issues: Issues, isRead: Bool = true
    ) -> Page {
        var form = FieldForm(
            visit, issues, typed: visit.request.form, choices: FieldChoices(visit.settings),
            fixed: key == nil ? [] : editor.fixed)
        editor.show(document, key, isRead, &form)
        let fields = form.html
        var page = Page(title) {
            issues.summary(visit.language)
            SettingsDone.note(visit)
            h1 { title }
            visit.form(to: action) {
                if let key { input(.type("hidden"), .name("~item"), .value(key)) }
                SettingsChanging.seen(editor.json(present, key))
                if let template { TemplateWords.newer(template, visit) }
                fields
                if let template { TemplateWords.known(in: template, visit) }
                buttons
            }
            p {
                a(.href(SettingsHistoryPage.path(of: editor.part, key, visit))) {
                    visit.say("ประวัติ", "History")
                }
            }
        }
        page.mark(issues)
        page.back =
            editor.items == nil
            ? visit.deskPath("settings") : SettingsPages.path(of: editor.part, visit)
        page.isNarrow = false
        return page
    }

    /// The message that is worded here; nil for a new one, and on every other form.
    private var template: OfficeEvent.TemplateSet? {
        guard editor.part == .templates, let key else { return nil }
        return present.templates.first { $0.place == key }
            ?? PartEditor.standardTemplates.first { $0.place == key }
    }

    /// What was typed; the standard wording where that was asked for in its place.
    private var typed: FormFields {
        var typed = visit.request.form
        guard typed["act"] == TemplateWords.takeStandard, let standard = template?.standard else {
            return typed
        }
        typed["act"] = "preview"
        typed["body.th"] = standard.body.thai
        typed["body.en"] = standard.body.english ?? ""
        typed["subject.th"] = standard.subject?.thai ?? ""
        typed["subject.en"] = standard.subject?.english ?? ""
        return typed
    }

    private var buttons: HTML {
        div(.class("actions")) {
            button(.class("button"), .type("submit"), .name("act"), .value("preview")) {
                visit.say("ตรวจก่อนบันทึก", "Check the change")
            }
            if key != nil, editor.isRemovable {
                button(.class("button danger"), .type("submit"), .name("act"), .value("remove")) {
                    visit.say("ยกเลิกรายการนี้", "Withdraw this one")
                }
            }
        }
    }

    func take() throws -> Answer {
        let typed = typed
        let isRemoval = typed["act"] == "remove" || typed[SettingsChanging.removal] == "yes"
        let document = document(typed, editsLists: true)
        if typed["act"] == "edit" {
            return .page(page(isRemoval ? present : document, Issues(), isRead: !isRemoval))
        }
        // What is no number or day is said before lists are moved: places keep their names.
        let input = readInput(typed)
        if !isRemoval {
            guard input.issues.isEmpty else {
                return .page(page(self.document(typed, editsLists: false), input.issues))
            }
            if typed["act"]?.hasPrefix("add:") == true {
                return .page(page(document, Issues()))
            }
        }
        return try changing(document, typed, isRemoval: isRemoval).take()
    }

    private func changing(
        _ document: SettingsDocument, _ typed: FormFields, isRemoval: Bool
    ) -> SettingsChanging {
        let (editor, key, now) = (editor, key, visit.now)
        let actor = visit.officer?.actor ?? Actor()
        return SettingsChanging(
            visit: visit, part: editor.part, action: action,
            back: SettingsPages.path(of: editor.part, visit), title: title,
            typed: typed, shown: { editor.json(SettingsDocument($0, on: now.local.date), key) },
            isRemoval: isRemoval,
            plan: { settings in
                var wanted = SettingsDocument(settings, on: now.local.date)
                wanted.parts = [editor.part]
                if isRemoval, let key {
                    editor.remove(&wanted, key)
                } else {
                    var input = FieldInput(typed, editsLists: true)
                    editor.read(&wanted, key, &input)
                }
                return SettingsPlan(wanted, in: settings, by: actor, at: now)
            }, form: { page(document, $0) })
    }

    /// The present settings with what was typed.
    private func document(_ typed: FormFields, editsLists: Bool) -> SettingsDocument {
        var document = present
        var input = FieldInput(typed, editsLists: editsLists)
        editor.read(&document, key, &input)
        return document
    }

    private func readInput(_ typed: FormFields) -> FieldInput {
        var document = present
        var input = FieldInput(typed, editsLists: false)
        editor.read(&document, key, &input)
        return input
    }
}
