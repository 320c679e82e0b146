internal import Events
internal import Markup

/// The controls of a form of one visitor: what was typed, and what is wrong with it.
struct Controls: Sendable {
    let language: Language
    let issues: Issues

    init(_ visit: Visit, _ issues: Issues = Issues()) {
        language = visit.language
        self.issues = issues
    }

    private func part(
        _ name: String, _ label: String, _ hint: String?, _ isRequired: Bool
    ) -> FieldPart {
        FieldPart(
            name, label, hint: hint, issue: issues[name].map { language($0) },
            isRequired: isRequired)
    }

    /// One line. `width` is a class of the style sheet: the room shows what is expected.
    func text(
        _ name: String, _ label: String, value: String?, hint: String? = nil,
        type: String = "text", width: String? = nil, autocomplete: String? = nil,
        inputmode: String? = nil, isRequired: Bool = true, attributes: [Attribute] = []
    ) -> HTML {
        let part = part(name, label, hint, isRequired)
        let control = void(
            "input",
            [
                .id(name), .name(name), .type(type), .value(value), .class(width),
                .autocomplete(autocomplete), .inputmode(inputmode), .describedBy(part.described),
                .invalid(part.issue != nil), Attribute("spellcheck", "false"),
            ] + attributes)
        return part.labelled(language, control: control)
    }

    /// - Parameter most: how many letters it may have; they are counted while it is typed.
    func longText(
        _ name: String, _ label: String, value: String?, hint: String? = nil,
        isRequired: Bool = true, most: Int? = nil
    ) -> HTML {
        let part = part(name, label, hint, isRequired)
        let counted = most.map { language("ตัวอักษร จากไม่เกิน \($0)", "letters of at most \($0)") }
        return part.labelled(
            language,
            control: textarea(
                .id(name), .name(name), .describedBy(part.described),
                .invalid(part.issue != nil), Attribute("rows", "6"),
                Attribute("data-most", most.map { "\($0)" }), Attribute("data-counted", counted)
            ) { value.map { "\n\($0)" } ?? "" })
    }

    /// One of a few.
    func choice(
        _ name: String, _ label: String, options: [(code: String, label: String, hint: String?)],
        chosen: String?, hint: String? = nil, isRequired: Bool = true
    ) -> HTML {
        boxes("radio", name, label, options, chosen.map { [$0] } ?? [], hint, isRequired)
    }

    /// One of many, in groups under headings of their own.
    func choice(
        _ name: String, _ label: String,
        groups: [(title: String, options: [(code: String, label: String, hint: String?)])],
        chosen: String?
    ) -> HTML {
        var controls = HTML()
        for (index, group) in groups.enumerated() {
            let id = "\(name)-group-\(index + 1)"
            controls.append(
                div(.class("group"), .role("group"), Attribute("aria-labelledby", id)) {
                    p(.class("small soft"), .id(id)) { group.title }
                    boxes("radio", name, group.options, chosen.map { [$0] } ?? [])
                })
        }
        return part(name, label, nil, true).grouped(language, controls: controls)
    }

    /// Any of a few.
    func choices(
        _ name: String, _ label: String, options: [(code: String, label: String, hint: String?)],
        chosen: [String], hint: String? = nil, isRequired: Bool = false
    ) -> HTML {
        boxes("checkbox", name, label, options, chosen, hint, isRequired)
    }

    private func boxes(
        _ type: String, _ name: String, _ label: String,
        _ options: [(code: String, label: String, hint: String?)], _ chosen: [String],
        _ hint: String?, _ isRequired: Bool
    ) -> HTML {
        part(name, label, hint, isRequired).grouped(
            language, controls: boxes(type, name, options, chosen))
    }

    private func boxes(
        _ type: String, _ name: String,
        _ options: [(code: String, label: String, hint: String?)], _ chosen: [String]
    ) -> HTML {
        var controls = HTML()
        for option in options {
            let id = "\(name)-\(option.code)"
            controls.append(
                div(.class("choice")) {
                    input(
                        .type(type), .id(id), .name(name), .value(option.code),
                        .checked(chosen.contains(option.code)),
                        .describedBy(option.hint == nil ? [] : ["\(id)-hint"]))
                    Markup.label(.for(id)) {
                        option.label
                        if let hint = option.hint {
                            span(.class("hint small soft"), .id("\(id)-hint")) { hint }
                        }
                    }
                })
        }
        return controls
    }

    /// A sentence to agree to.
    func agreement(_ name: String, _ sentence: String, isChecked: Bool) -> HTML {
        let issue = issues[name].map { language($0) }
        return div(.class(issue == nil ? "field" : "field bad")) {
            if let issue { span(.class("error"), .id("\(name)-issue")) { issue } }
            div(.class("choice")) {
                input(
                    .type("checkbox"), .id(name), .name(name), .value("yes"),
                    .checked(isChecked), .invalid(issue != nil),
                    .describedBy(issue == nil ? [] : ["\(name)-issue"]))
                Markup.label(.for(name)) { sentence }
            }
        }
    }

    /// One of many.
    func select(
        _ name: String, _ label: String, options: [(code: String, label: String)],
        chosen: String?, hint: String? = nil, isRequired: Bool = true
    ) -> HTML {
        var html = HTML()
        for item in options {
            html.append(
                option(.value(item.code), .selected(item.code == chosen)) { item.label })
        }
        return select(name, label, options: html, hint: hint, isRequired: isRequired)
    }

    /// One of many, whose options are made already.
    func select(
        _ name: String, _ label: String, options: HTML, hint: String? = nil,
        isRequired: Bool = true
    ) -> HTML {
        let part = part(name, label, hint, isRequired)
        return part.labelled(
            language,
            control: Markup.select(
                .id(name), .name(name), .describedBy(part.described), .invalid(part.issue != nil)
            ) {
                option(.value("")) {
                    isRequired ? language("เลือก", "Choose") : language("ไม่ระบุ", "Not set")
                }
                options
            })
    }

    /// A date in three boxes, the year in the Buddhist or the common era.
    func date(
        _ name: String, _ label: String, day: String?, month: String?, year: String?,
        hint: String? = nil, isRequired: Bool = true
    ) -> HTML {
        let isWrong = issues[name] != nil
        func box(_ part: String, _ text: String, _ value: String?, _ width: String) -> HTML {
            let id = "\(name)-\(part)"
            return Markup.label(.for(id)) {
                text
                input(
                    .id(id), .name(id), .type("text"), .inputmode("numeric"), .class(width),
                    .value(value), .invalid(isWrong), .autocomplete("off"))
            }
        }
        let controls = div(.class("boxes")) {
            box("day", language("วัน", "Day"), day, "w2")
            box("month", language("เดือน", "Month"), month, "w4")
            box("year", language("ปี พ.ศ.", "Year"), year, "w4")
        }
        return part(name, label, hint, isRequired).grouped(language, controls: controls)
    }

    func file(
        _ name: String, _ label: String, accept: String, hint: String? = nil,
        isRequired: Bool = true, isMultiple: Bool = false, opensCamera: Bool = false
    ) -> HTML {
        let part = part(name, label, hint, isRequired)
        return part.labelled(
            language,
            control: input(
                .id(name), .name(name), .type("file"), Attribute("accept", accept),
                Attribute("multiple", isPresent: isMultiple),
                Attribute("capture", opensCamera ? "environment" : nil),
                .describedBy(part.described), .invalid(part.issue != nil)))
    }

    func submit(_ label: String, class kind: String = "button") -> HTML {
        button(.class(kind), .type("submit")) { label }
    }
}
