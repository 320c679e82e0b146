internal import Events
internal import Markup

/// A question of a form with its hint, its error and its control, tied together for whoever hears
/// the page instead of seeing it.
struct FieldPart: Sendable {
    var name: String
    var label: String
    var hint: String?
    var issue: String?
    var isRequired = true

    init(
        _ name: String, _ label: String, hint: String? = nil, issue: String? = nil,
        isRequired: Bool = true
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.issue = issue
        self.isRequired = isRequired
    }

    /// The ids of what describes the control.
    var described: [String] {
        (hint == nil ? [] : ["\(name)-hint"]) + (issue == nil ? [] : ["\(name)-issue"])
    }

    func labelled(_ language: Language, control: HTML) -> HTML {
        div(.class(issue == nil ? "field" : "field bad")) {
            Markup.label(.for(name)) { title(language) }
            remarks
            control
        }
    }

    /// For several controls that answer one question.
    func grouped(_ language: Language, controls: HTML) -> HTML {
        div(.class(issue == nil ? "field" : "field bad")) {
            fieldset(.id(name), .describedBy(described), Attribute("tabindex", "-1")) {
                legend { title(language) }
                remarks
                controls
            }
        }
    }

    private func title(_ language: Language) -> String {
        isRequired ? label : language("\(label) (ถ้ามี)", "\(label) (optional)")
    }

    private var remarks: HTML {
        var html = HTML()
        if let hint { html.append(p(.class("hint"), .id("\(name)-hint")) { hint }) }
        if let issue { html.append(span(.class("error"), .id("\(name)-issue")) { issue }) }
        return html
    }
}
