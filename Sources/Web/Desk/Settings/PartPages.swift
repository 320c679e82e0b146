internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The pages of a part: its items, and the form of one of them or of the whole.
enum PartPages {
    /// Forms of lists have many fields.
    static let limits = BodyRule.form(FieldLimits(fields: 6000))

    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/settings/parts/{part}", .desk(.settings)) { visit in
            let editor = try visit.partEditor()
            return editor.items == nil
                ? try PartForm(editor, visit).page() : list(editor, visit)
        }
        routes.post("/desk/settings/parts/{part}", .desk(.settings), body: limits) { visit in
            let editor = try visit.partEditor()
            guard editor.items == nil else { throw HTTP.Refusal.notFound }
            return try PartForm(editor, visit).take()
        }
        routes.page("/desk/settings/parts/{part}/item", .desk(.settings)) { visit in
            try PartForm(try visit.itemEditor(), visit).page()
        }
        routes.post("/desk/settings/parts/{part}/item", .desk(.settings), body: limits) { visit in
            try PartForm(try visit.itemEditor(), visit).take()
        }
    }

    private static func list(_ editor: PartEditor, _ visit: Visit) -> Page {
        let title = visit.language(editor.part.label)
        let document = SettingsDocument(visit.settings, on: visit.now.local.date)
        let items = editor.items?(document) ?? []
        var page = Page(title) {
            SettingsDone.note(visit)
            h1 { title }
            p(.class("actions")) {
                a(.class("button"), .href(PartForm.path(of: editor.part, item: nil, visit))) {
                    visit.say("เพิ่ม", "Add")
                }
                a(.href(SettingsHistoryPage.path(of: editor.part, nil, visit))) {
                    visit.say("ประวัติ", "History")
                }
            }
            if items.isEmpty { p { visit.say("ยังไม่มีรายการ", "There are none yet.") } }
            rows(editor.part, items, visit)
            if editor.part == .templates { TemplateWords.standards(document, visit) }
        }
        page.back = visit.deskPath("settings")
        page.isNarrow = false
        return page
    }

    private static func rows(
        _ part: SettingsPart, _ items: [PartEditor.Item], _ visit: Visit
    ) -> HTML {
        Parts.table(visit.language(part.label)) {
            Parts.heads(
                [
                    visit.say("รายการ", "Entry"),
                    visit.say("หมายเหตุ", "Note"),
                    visit.say("รหัส", "Code"),
                ])
            tbody {
                for item in items {
                    tr {
                        td {
                            a(.href(PartForm.path(of: part, item: item.key, visit))) {
                                let label = visit.language(item.label)
                                return .text(label.isEmpty ? item.key : label)
                            }
                        }
                        td { item.note.map { .text(visit.language($0)) } ?? HTML() }
                        td(.class("soft")) { item.key }
                    }
                }
            }
        }
    }
}

extension Visit {
    fileprivate func partEditor() throws -> PartEditor {
        try request.parameter("part") { SettingsPart(rawValue: $0).flatMap(PartEditor.of) }
    }

    fileprivate func itemEditor() throws -> PartEditor {
        let editor = try partEditor()
        guard editor.items != nil else { throw HTTP.Refusal.notFound }
        return editor
    }
}
