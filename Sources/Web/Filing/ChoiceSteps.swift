internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Online, or with a form that is printed and filled in by hand.
enum ModeStep {
    static func page(_ visit: FilingVisit, _ issues: Issues) -> Page {
        let title = visit.visit.say("ต้องการยื่นแบบใด", "How do you want to file?")
        return visit.page(title, issues) {
            Controls(visit.visit, issues).choice(
                "mode", title,
                options: FilingStep.modes(of: visit.service).map { mode in
                    (mode.rawValue, visit.visit.language(mode.label), hint(mode, visit))
                }, chosen: visit.form["mode"] ?? visit.answers.mode?.rawValue)
        }
    }

    private static func hint(_ mode: FilingMode, _ visit: FilingVisit) -> String? {
        switch mode {
        case .online:
            visit.visit.say(
                "ตอบทีละหน้า ระบบเขียนแบบฟอร์มเป็น PDF และแนบให้เอง",
                "Answer page by page; the form is written as PDF and attached for you")
        case .print:
            visit.visit.say(
                "ดาวน์โหลดแบบฟอร์มเปล่า กรอกด้วยมือ แล้วถ่ายภาพหรือสแกนส่ง",
                "Download the blank form, fill it in by hand, then send a photo or a scan")
        case .counter: nil
        }
    }

    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) {
        guard let mode = visit.form["mode"].flatMap(FilingMode.init(rawValue:)),
            FilingStep.modes(of: visit.service).contains(mode)
        else { return issues.add("mode", "เลือกวิธียื่น", "Choose how to file") }
        visit.answers.mode = mode
    }
}

/// What it is about, where the service leaves that open.
enum CategoryStep {
    static func page(_ visit: FilingVisit, _ issues: Issues) -> Page {
        let title = visit.visit.say("เรื่องนี้เกี่ยวกับอะไร", "What is it about?")
        return visit.page(title, issues) { control(visit, issues) }
    }

    /// An officer knows the list and finds a category in it by its first letters.
    static func control(_ visit: FilingVisit, _ issues: Issues) -> HTML {
        let controls = Controls(visit.visit, issues)
        let label = visit.visit.say("ประเภทเรื่อง", "Category")
        let chosen = visit.form["category"] ?? visit.answers.category
        let categories = FilingStep.categories(of: visit.service, in: visit.visit.settings)
            .sorted {
                ThaiText.order(visit.visit.language($0.name))
                    .lexicographicallyPrecedes(ThaiText.order(visit.visit.language($1.name)))
            }
        guard !visit.visit.isAtDesk else {
            return controls.select(
                "category", label,
                options: categories.map { ($0.code, visit.visit.language($0.name)) },
                chosen: chosen)
        }
        guard categories.count > mostInOneList else {
            return controls.choice(
                "category", label,
                options: categories.map { ($0.code, visit.visit.language($0.name), nil) },
                chosen: chosen)
        }
        return controls.choice(
            "category", label, groups: groups(categories, visit), chosen: chosen)
    }

    /// What is longer is not read to its end on a phone.
    private static let mostInOneList = 12

    /// By the unit that sees to it, the one with the most first: roads stand with roads.
    private static func groups(
        _ categories: [OfficeEvent.CategoryDefined], _ visit: FilingVisit
    ) -> [(title: String, options: [(code: String, label: String, hint: String?)])] {
        Dictionary(grouping: categories) { $0.department ?? "" }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { department, members in
                (
                    CaseWords.department(department, visit.visit)
                        .flatMap { $0.isEmpty ? nil : $0 } ?? visit.visit.say("อื่น ๆ", "Others"),
                    members.map { ($0.code, visit.visit.language($0.name), nil) }
                )
            }
    }

    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) {
        let categories = FilingStep.categories(of: visit.service, in: visit.visit.settings)
        guard let code = visit.form["category"], categories.contains(where: { $0.code == code })
        else { return issues.add("category", "เลือกประเภทเรื่อง", "Choose a category") }
        visit.answers.category = code
    }
}
