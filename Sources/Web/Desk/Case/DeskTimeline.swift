internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// All that happened in a case in one line of time, the latest first: what the petitioner sees
/// and what stays inside are told apart by a word, not by colour alone.
enum DeskTimeline {
    /// What is shown of it.
    private enum Show: String, CaseIterable {
        case all, citizen, views

        func label(_ visit: Visit) -> String {
            switch self {
            case .all: visit.say("ทั้งหมด", "Everything")
            case .citizen: visit.say("ที่ประชาชนเห็น", "What the citizen sees")
            case .views: visit.say("ใครเปิดดู", "Who looked")
            }
        }
    }

    static func section(_ desk: DeskCase, _ trail: CaseTrail) -> HTML {
        let visit = desk.visit
        let asked = visit.request.query["show"].flatMap(Show.init(rawValue:))
        let show = asked.flatMap { shown(desk).contains($0) ? $0 : nil } ?? .all
        return Markup.section(.id("timeline")) {
            h2 { visit.say("ประวัติ", "Timeline") }
            nav(.class("tabs"), .label(visit.say("แสดงประวัติ", "Show"))) {
                for one in shown(desk) {
                    a(
                        .href(trail.path(to: desk.number, visit, ["show": one.rawValue])),
                        .current(one == show, "true")
                    ) { one.label(visit) }
                }
            }
            switch show {
            case .citizen: preview(desk)
            case .all: list(desk) { !isView($0) }
            case .views: list(desk, isView)
            }
        }
    }

    /// Who looks at a confidential case is told to those alone who may look themselves.
    private static func shown(_ desk: DeskCase) -> [Show] {
        Show.allCases.filter { $0 != .views || desk.sight == .whole }
    }

    private static func isView(_ fact: PetitionEvent) -> Bool {
        if case .viewed = fact { true } else { false }
    }

    /// The citizen's own page in small: the steps and the history as that person reads them.
    private static func preview(_ desk: DeskCase) -> HTML {
        div(.class("preview")) {
            CaseWords.steps(desk.petition, desk.visit)
            CaseTimeline.section(desk.file, desk.visit)
        }
    }

    /// The last of what somebody wrote in the case: messages, answers, notes, reasons.
    static func written(_ desk: DeskCase, most: Int) -> HTML? {
        let kinds = Set([SectionKind.message, .note, .reason, .defects, .result].map(\.rawValue))
        let events = desk.file.events.filter { event in
            event.frame.sections.contains { kinds.contains($0.field) }
        }
        guard !events.isEmpty else { return nil }
        return list(desk, events.suffix(most)) { _ in true }
    }

    private static func list(
        _ desk: DeskCase, _ isShown: (PetitionEvent) -> Bool
    ) -> HTML {
        list(desk, desk.file.events[...], isShown)
    }

    private static func list(
        _ desk: DeskCase, _ events: ArraySlice<RecordedEvent>,
        _ isShown: (PetitionEvent) -> Bool
    ) -> HTML {
        ol(.class("timeline")) {
            for event in events.reversed() {
                if case .petition(let fact) = event.event, isShown(fact) {
                    li(.class(fact.isForPetitioner ? "public" : "internal")) {
                        item(event, fact, desk)
                    }
                }
            }
        }
    }

    private static func item(
        _ event: RecordedEvent, _ fact: PetitionEvent, _ desk: DeskCase
    ) -> HTML {
        let visit = desk.visit
        var html = Parts.moment(event.occurredAt, visit)
        html.append(strong { DeskWords.event(fact, desk) })
        html.append(.text(" "))
        html.append(
            fact.isForPetitioner
                ? Parts.badge(visit.say("ประชาชนเห็น", "Public"), "info")
                : Parts.badge(visit.say("ภายใน", "Internal"), ""))
        html.append(p(.class("who")) { DeskWords.actor(event, visit) })
        if let remark = EventRemark.text(fact, desk) { html.append(p { remark }) }
        html.append(CaseTimeline.said(event, fact, visit))
        html.append(written(event, desk))
        return html
    }

    /// What is written for officers, and the files that came with it.
    private static func written(_ event: RecordedEvent, _ desk: DeskCase) -> HTML {
        var html = HTML()
        do {
            if let note = try desk.visit.office.office.section(Note.self, of: event) {
                html.append(div(.class("said note-inside")) { note.text })
            }
            let files = try desk.visit.office.office.sections(Attachment.self, of: event)
            if !files.isEmpty {
                html.append(
                    ul {
                        for (index, content) in files.enumerated() {
                            li { DeskFiles.item(content, at: event.position, index, desk) }
                        }
                    })
            }
        } catch {
            html.append(
                p(.class("soft")) {
                    desk.visit.say(
                        "เปิดข้อความนี้ไม่ได้ในขณะนี้", "This text cannot be opened just now")
                })
        }
        return html
    }
}
