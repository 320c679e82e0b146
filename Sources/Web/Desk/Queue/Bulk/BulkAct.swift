internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What can be done with many cases at once.
enum BulkAct: String, CaseIterable {
    case claim
    case receive
    case start
    case release
    case assign
    case forward
    case urgency
    case answer

    func name(_ visit: Visit) -> String {
        switch self {
        case .claim: visit.say("รับเป็นผู้รับผิดชอบ", "Claim")
        case .receive: visit.say("รับเรื่อง", "Take in")
        case .start: visit.say("เริ่มดำเนินการ", "Start work")
        case .release: visit.say("คืนเข้าคิว", "Release")
        case .assign: visit.say("มอบหมายให้…", "Assign to …")
        case .forward: visit.say("ส่งต่อให้หน่วยงาน…", "Forward to …")
        case .urgency: visit.say("กำหนดความเร่งด่วน…", "Set urgency …")
        case .answer: visit.say("ตอบผู้ยื่น…", "Answer …")
        }
    }

    /// What it asks for; nil where it asks for nothing.
    func question(_ visit: Visit) -> String? {
        switch self {
        case .claim, .receive, .start, .release: nil
        case .assign: visit.say("มอบหมายให้", "Assign to")
        case .forward: visit.say("ส่งต่อให้", "Forward to")
        case .urgency: visit.say("ความเร่งด่วน", "Urgency")
        case .answer: visit.say("ข้อความถึงผู้ยื่นทุกเรื่อง", "Message to every petitioner")
        }
    }

    /// What may be chosen; none where it is written freely.
    func options(_ visit: Visit) -> [(code: String, label: String)] {
        switch self {
        case .claim, .receive, .start, .release, .answer: []
        case .assign:
            visit.settings.officers.values
                .filter { !$0.isDismissed && DeskArea.filing.isOpen(to: $0.roles) }
                .map { officer in
                    let unit = CaseWords.department(officer.department, visit).map { " · \($0)" }
                    return (officer.id, visit.officerName(officer.id) + (unit ?? ""))
                }
        case .forward:
            visit.settings.departments.values.filter { !$0.isWithdrawn }
                .map { ($0.value.code, visit.language($0.value.name)) }
        case .urgency: Urgency.allCases.map { ($0.rawValue, visit.language($0.label)) }
        }
    }

    /// The same for a list, in which the one that is looked for is found.
    func list(chosen: String?, _ visit: Visit) -> HTML {
        let codes = options(visit).map(\.code)
        let choices: DeskChoices =
            switch self {
            case .assign:
                DeskChoices(
                    DeskChoices.officers(codes, visit), selected: chosen,
                    .departments(first: [visit.officer?.department]), visit)
            case .forward:
                DeskChoices(
                    DeskChoices.departments(codes, visit), selected: chosen, .plain, visit)
            case .claim, .receive, .start, .release, .answer, .urgency:
                DeskChoices(
                    options(visit).map { .init(code: $0.code, label: $0.label) },
                    selected: chosen, .asGiven, visit)
            }
        return choices.options
    }

    /// The command, with what was asked for.
    func command(_ argument: String) -> PetitionCommand {
        switch self {
        case .claim: .claim
        case .receive: .receive(.init())
        case .start: .start(.init())
        case .release: .release
        case .assign: .assign(.init(officer: argument))
        case .forward: .forward(.init(to: argument))
        case .urgency: .setUrgency(.init(urgency: Urgency(rawValue: argument) ?? .normal))
        case .answer: .answer(.init())
        }
    }

    func sections(_ argument: String) -> [PlainSection] {
        self == .answer ? [PlainSection(Message(text: argument))] : []
    }
}
