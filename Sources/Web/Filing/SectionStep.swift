internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// One page of the form, as the office has defined it.
enum SectionStep {
    static func page(
        _ visit: FilingVisit, _ code: String, _ issues: Issues
    ) throws -> Page {
        let section = try section(visit, code)
        return visit.page(visit.visit.language(section.title), issues) {
            controls(section, visit, issues)
        }
    }

    static func controls(_ section: FormSection, _ visit: FilingVisit, _ issues: Issues) -> HTML {
        var html = HTML()
        for field in asked(section, visit) { html.append(control(field, visit, issues)) }
        return html
    }

    private static func section(_ visit: FilingVisit, _ code: String) throws -> FormSection {
        guard let section = visit.service.form.first(where: { $0.code == code }) else {
            throw HTTP.Refusal.notFound
        }
        return section
    }

    private static func asked(_ section: FormSection, _ visit: FilingVisit) -> [FormField] {
        section.fields.filter { visit.service.isAsked($0.when, given: visit.answers.answers) }
    }

    // MARK: Asking

    private static func control(
        _ field: FormField, _ visit: FilingVisit, _ issues: Issues
    ) -> HTML {
        let controls = Controls(visit.visit, issues)
        let label = visit.visit.language(field.label)
        let hint = field.help.map { visit.visit.language($0) }
        let value = visit.form[field.code] ?? visit.answers[field.code].first
        switch field.kind {
        case .text, .address:
            return controls.text(
                field.code, label, value: value, hint: hint, isRequired: field.isRequired)
        case .longText:
            return controls.longText(
                field.code, label, value: value, hint: hint, isRequired: field.isRequired)
        case .number, .money:
            return controls.text(
                field.code, label, value: value, hint: hint, width: "w10",
                inputmode: field.kind == .number ? "numeric" : "decimal",
                isRequired: field.isRequired)
        case .phone:
            return controls.text(
                field.code, label, value: value, hint: hint, type: "tel", width: "w13",
                isRequired: field.isRequired)
        case .email:
            return controls.text(
                field.code, label, value: value, hint: hint, type: "email",
                isRequired: field.isRequired)
        case .nationalId:
            return controls.text(
                field.code, label, value: value, hint: hint, width: "w13", inputmode: "numeric",
                isRequired: field.isRequired)
        case .date: return date(field, label, hint, visit, controls)
        case .choice, .yesNo, .choices: return choice(field, label, hint, visit, controls)
        case .place: return PlacePart.controls(field, visit, issues)
        }
    }

    private static func date(
        _ field: FormField, _ label: String, _ hint: String?, _ visit: FilingVisit,
        _ controls: Controls
    ) -> HTML {
        let kept = visit.answers[field.code].first.flatMap {
            try? CivilDate(typed: $0)
        }
        func part(_ name: String, _ number: Int?) -> String? {
            visit.form["\(field.code)-\(name)"] ?? number.map(String.init)
        }
        return controls.date(
            field.code, label, day: part("day", kept?.day), month: part("month", kept?.month),
            year: part("year", kept?.buddhistYear),
            hint: hint ?? visit.visit.say("เช่น 27 3 2567", "For example 27 3 2024"),
            isRequired: field.isRequired)
    }

    private static func choice(
        _ field: FormField, _ label: String, _ hint: String?, _ visit: FilingVisit,
        _ controls: Controls
    ) -> HTML {
        let options: [(code: String, label: String, hint: String?)] =
            field.kind == .yesNo
            ? [
                ("yes", visit.visit.say("ใช่", "Yes"), nil),
                ("no", visit.visit.say("ไม่ใช่", "No"), nil),
            ] : field.choices.map { ($0.code, visit.visit.language($0.label), nil) }
        let sent = visit.form.all(field.code)
        let chosen = sent.isEmpty ? visit.answers[field.code] : sent
        return field.kind == .choices
            ? controls.choices(
                field.code, label, options: options, chosen: chosen, hint: hint,
                isRequired: field.isRequired)
            : controls.choice(
                field.code, label, options: options, chosen: chosen.first, hint: hint,
                isRequired: field.isRequired)
    }

    // MARK: Taking

    static func take(
        _ visit: inout FilingVisit, _ code: String, _ issues: inout Issues
    ) throws {
        let section = try section(visit, code)
        // A question may hang on another of the same page: those are taken first.
        for field in section.fields {
            guard visit.service.isAsked(field.when, given: visit.answers.answers) else {
                visit.answers[field.code] = []
                continue
            }
            if field.kind == .place {
                PlacePart.take(field, &visit, &issues)
                continue
            }
            do throws(AnswerRefusal) {
                visit.answers[field.code] = try field.answer(
                    typed: typed(field, visit), today: visit.visit.now.local.date)
            } catch {
                issues.add(field.code, error.wording)
            }
        }
    }

    private static func typed(_ field: FormField, _ visit: FilingVisit) -> [String] {
        guard field.kind == .date else { return visit.form.all(field.code) }
        return ["day", "month", "year"].map { visit.form["\(field.code)-\($0)"] ?? "" }
    }
}
