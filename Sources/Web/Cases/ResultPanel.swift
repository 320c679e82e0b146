internal import Events
internal import Markup
internal import Workflow

/// How a case ended, before everything else: what most people open the page for.
enum ResultPanel {
    static func html(_ result: CaseOutcome, _ number: String, _ visit: Visit) -> HTML {
        Parts.note(tone(result)) {
            h2 { visit.say("ผลการดำเนินการ: ", "Result: ") + result.label }
            if let text = result.text, !text.isEmpty {
                div(.class("said")) { Parts.written(text, visit) }
            }
            p(.class("small soft")) { Parts.moment(result.at, visit) }
            photos(result, number, visit)
        }
    }

    private static func tone(_ result: CaseOutcome) -> String {
        switch result.status {
        case .completed: "good"
        case .rejected: "bad"
        default: ""
        }
    }

    /// The photos that show what was done, small; each leads to the whole one.
    private static func photos(
        _ result: CaseOutcome, _ number: String, _ visit: Visit
    ) -> HTML? {
        guard !result.files.isEmpty else { return nil }
        return ul(.class("thumbs")) {
            for file in result.files {
                let target = visit.path(
                    "cases", number, "events", "\(file.position)", "\(file.index)")
                li {
                    a(.href(target)) {
                        if file.attachment.mediaType.hasPrefix("image/") {
                            img(
                                .src(target), Attribute("alt", file.attachment.name),
                                Attribute("loading", "lazy"))
                        } else {
                            file.attachment.name
                        }
                    }
                }
            }
        }
    }
}
