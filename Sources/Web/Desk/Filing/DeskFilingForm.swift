internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The one page on which an officer enters a petition: how it came, what it is, who asks, what came
/// with it.
enum DeskFilingForm {
    static func page(_ visit: FilingVisit, _ issues: Issues) -> Page {
        let say = visit.visit.say
        var page = Page(visit.visit.language(visit.service.name)) {
            issues.summary(visit.visit.language)
            h1 {
                span(.class("caption")) { say("รับเรื่องแทนประชาชน", "File for somebody") }
                visit.visit.language(visit.service.name)
            }
            visit.form {
                div(.class("entry")) {
                    div {
                        part(say("เรื่องเข้ามาทางใด", "How it came")) {
                            DeskEntryPart.controls(visit, issues)
                        }
                        part(say("ผู้ยื่น", "Who asks")) {
                            DeskPetitionerPart.controls(visit, issues)
                        }
                    }
                    div {
                        part(say("เรื่อง", "The petition")) { petition(visit, issues) }
                        part(DocumentsStep.title(visit.visit)) {
                            DocumentsStep.controls(visit, issues)
                        }
                    }
                }
                Parts.actions {
                    button(
                        .class("button"), .type("submit"), .name("act"), .value("file")
                    ) { say("ยื่นเรื่อง", "File it") }
                }
            }
        }
        page.isNarrow = false
        page.back = visit.visit.deskPath("filing")
        page.mark(issues)
        return page
    }

    private static func part(
        _ title: String, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        Markup.section {
            h2 { title }
            content()
        }
    }

    private static func petition(_ visit: FilingVisit, _ issues: Issues) -> HTML {
        var html = HTML()
        if !FilingStep.categories(of: visit.service, in: visit.visit.settings).isEmpty {
            html.append(CategoryStep.control(visit, issues))
        }
        for section in visit.service.form {
            html.append(SectionStep.controls(section, visit, issues))
        }
        return html
    }

    /// Keeps what was entered, right or wrong; where to go if a file was only attached or removed.
    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) throws -> String? {
        try visit.checkSeen()
        visit.answers.mode = .counter
        DeskEntryPart.take(&visit, &issues)
        if !FilingStep.categories(of: visit.service, in: visit.visit.settings).isEmpty {
            CategoryStep.take(&visit, &issues)
        }
        for section in visit.service.form {
            try SectionStep.take(&visit, section.code, &issues)
        }
        DeskPetitionerPart.take(&visit, &issues)
        var fileIssues = Issues()
        let again = try DocumentsStep.take(&visit, &fileIssues)
        for issue in fileIssues.list { issues.add(issue.field, issue.wording) }
        // A file that came or went has changed the filing: what was typed is kept beside that.
        if again != nil { try visit.reload() }
        return again
    }
}
