internal import Markup
internal import Rules

/// What an act speaks of, beside its form: whoever answers reads what is answered.
///
/// It was opened with the form, and that is recorded; whoever may see no more than the outline
/// finds nothing here.
enum ActBeside {
    /// How much of what was written stands there.
    private static let most = 5

    static func section(_ desk: DeskCase) -> HTML? {
        guard desk.sight == .whole, !desk.petition.isErased else { return nil }
        let visit = desk.visit
        return aside(.class("act-beside"), .label(visit.say("คำร้อง", "The petition"))) {
            h2 { visit.say("คำร้อง", "The petition") }
            Parts.rows(PetitionPart.text(desk) + PetitionPart.place(desk))
            if let written = DeskTimeline.written(desk, most: most) {
                h2 { visit.say("ข้อความล่าสุด", "What was written last") }
                written
            }
        }
    }
}
