internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// What the officer may do now: the likeliest as the one button, the rest under their headings.
enum ActMenu {
    static func section(_ desk: DeskCase, _ trail: CaseTrail) -> HTML {
        let visit = desk.visit
        return Markup.section(.label(visit.say("การดำเนินการ", "Actions"))) {
            if desk.offers.isEmpty {
                p(.class("soft")) {
                    visit.say(
                        "ท่านดูเรื่องนี้ได้ แต่ไม่มีขั้นตอนที่ทำได้ในขณะนี้",
                        "You may look at this case; there is nothing for you to do in it now.")
                }
            }
            if let next = desk.next {
                div(.class("first")) { control(next, desk, trail, class: "button") }
            }
            for group in DeskAct.Group.allCases {
                let offers = desk.offers.filter { $0.act.group == group && $0 != desk.next }
                if !offers.isEmpty {
                    details(.class("group"), Attribute("open", isPresent: group == .course)) {
                        summary { visit.language(group.label) }
                        ul {
                            for offer in offers {
                                li { control(offer, desk, trail, class: "plain") }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A step that asks nothing is a button; the others lead to their form.
    private static func control(
        _ offer: DeskOffer, _ desk: DeskCase, _ trail: CaseTrail, class kind: String
    ) -> HTML {
        let visit = desk.visit
        let name = desk.name(of: offer)
        guard ActForm.form(for: offer.act).isBare, !needsReason(offer, desk) else {
            var query = FormFields()
            if let action = offer.action { query["action"] = action }
            return Parts.link(
                trail.path(to: desk.number, visit, act: offer.act, query), name,
                class: kind == "button" ? kind : nil)
        }
        return visit.form(to: trail.path(to: desk.number, visit, act: offer.act)) {
            ActPages.hidden(desk, offer.action, trail, version: desk.petition.version)
            button(.class(kind == "button" ? kind : "as-link"), .type("submit")) { name }
        }
    }

    static func needsReason(_ offer: DeskOffer, _ desk: DeskCase) -> Bool {
        desk.definition.actions.first { $0.code == offer.action }?.isReasonRequired ?? false
    }
}
