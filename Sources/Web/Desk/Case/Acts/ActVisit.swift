internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// One act in one case while its form is filled in.
struct ActVisit: Sendable {
    let desk: DeskCase
    let act: DeskAct
    /// What may be chosen, and which step of the definition it is; nil if it is not offered now.
    let offer: DeskOffer?
    let typed: Typed
    let controls: Controls
    /// What is attached, sealed under the case's key.
    var kept: [KeptFile] = []

    var visit: Visit { desk.visit }
    var action: String? { offer?.action }
    var choices: [String] { offer?.choices ?? [] }

    func say(_ thai: String, _ english: String) -> String { visit.say(thai, english) }

    /// Several lines as they were typed; nil where nothing was.
    func text(_ name: String) -> String? {
        let text = ThaiText.trimmed(typed.fields[name] ?? "")
        return text.isEmpty ? nil : text
    }

    func word<Word: LabelledWord>(_ name: String) -> Word? {
        typed.text(name).flatMap { Word(rawValue: $0) }
    }

    var reasonSection: PlainSection? { text("reason").map { PlainSection(Reason(text: $0)) } }
    var messageSection: PlainSection? { text("message").map { PlainSection(Message(text: $0)) } }
    var noteSection: PlainSection? { text("note").map { PlainSection(Note(text: $0)) } }

    /// A step that asks nothing, with a note where the definition wants a reason.
    func noted(_ command: PetitionCommand) -> ActCommand { ActCommand(command, [noteSection]) }

    var attachments: [Attachment] { kept.map(\.attachment) }
}

extension [Attachment] {
    var sections: [PlainSection?] { map { PlainSection($0) } }
    /// As events count them: none is not zero.
    var number: Int? { isEmpty ? nil : count }
}

/// The controls of an act's form.
extension ActVisit {
    func long(
        _ name: String, _ thai: String, _ english: String, value: String? = nil,
        hint: String? = nil, isRequired: Bool = true
    ) -> HTML {
        controls.longText(
            name, say(thai, english), value: typed.fields[name] == nil ? value : text(name),
            hint: hint, isRequired: isRequired, most: WrittenBounds.most(of: name))
    }

    func line(
        _ name: String, _ thai: String, _ english: String, value: String? = nil,
        hint: String? = nil, width: String? = nil, isRequired: Bool = true
    ) -> HTML {
        controls.text(
            name, say(thai, english), value: typed.text(name) ?? value, hint: hint, width: width,
            autocomplete: "off", isRequired: isRequired)
    }

    func date(_ name: String, _ thai: String, _ english: String, isRequired: Bool = true) -> HTML {
        controls.date(
            name, say(thai, english), day: typed.text("\(name)-day"),
            month: typed.text("\(name)-month"), year: typed.text("\(name)-year"),
            isRequired: isRequired)
    }

    func files(_ thai: String, _ english: String, isRequired: Bool = false) -> HTML {
        let look = CaseUploads.look(desk.file, visit)
        var html = KeptFile.boxes(kept, visit)
        html.append(
            controls.file(
                "files", say(thai, english), accept: look.accept,
                hint: look.hint(visit.language), isRequired: isRequired && kept.isEmpty,
                isMultiple: true))
        return html
    }

    func reason(isRequired: Bool = true) -> HTML {
        long("reason", "เหตุผล", "Reason", isRequired: isRequired)
    }

    /// One of few as buttons, of many as a list.
    func choose(
        _ name: String, _ thai: String, _ english: String,
        _ options: [(code: String, label: String)], chosen: String? = nil, isRequired: Bool = true
    ) -> HTML {
        let chosen = typed.text(name) ?? chosen ?? (options.count == 1 ? options[0].code : nil)
        return options.count <= 5
            ? controls.choice(
                name, say(thai, english), options: options.map { ($0.code, $0.label, nil) },
                chosen: chosen, isRequired: isRequired)
            : controls.select(
                name, say(thai, english), options: options, chosen: chosen,
                isRequired: isRequired)
    }

    /// One of many that belong to departments, that of the case first, then the officer's own.
    func choose(
        _ name: String, _ thai: String, _ english: String, _ all: [DeskChoices.Choice],
        isGrouped: Bool = true, hint: String? = nil, isRequired: Bool = true
    ) -> HTML {
        let chosen = typed.text(name) ?? (isRequired && all.count == 1 ? all[0].code : nil)
        let first = [desk.petition.department, desk.officer.department]
        return controls.select(
            name, say(thai, english),
            options: DeskChoices(
                all, selected: chosen, isGrouped ? .departments(first: first) : .plain, visit
            ).options, hint: hint, isRequired: isRequired)
    }

    func words<Word: LabelledWord>(
        _ name: String, _ thai: String, _ english: String, _ words: [Word], chosen: Word? = nil
    ) -> HTML {
        choose(
            name, thai, english, words.map { ($0.rawValue, visit.language($0.label)) },
            chosen: chosen?.rawValue)
    }
}
