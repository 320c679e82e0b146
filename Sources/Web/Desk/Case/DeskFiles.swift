internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// The files of a case: each by the event that it came with, and only to whom the case is open.
enum DeskFiles {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/cases/{number}/files/{position}/{file}", .desk(.cases)) { try file($0) }
        routes.get("/desk/cases/{number}/documents/{document}", .desk(.cases)) { try document($0) }
    }

    /// What the petitioner attached.
    static func list(_ desk: DeskCase) -> HTML? {
        let all = desk.file.attachments
        guard !all.isEmpty else { return nil }
        var counts: [Position: Int] = [:]
        let items = all.map { attachment in
            let index = counts[attachment.position, default: 0]
            counts[attachment.position] = index + 1
            return item(attachment.content, at: attachment.position, index, desk)
        }
        var html = h3 { desk.visit.say("ไฟล์แนบ", "Files") }
        html.append(ul(.class("thumbs")) { for item in items { li { item } } })
        return html
    }

    /// A file with its hash; a photo is shown once the officer has opened photos of this case.
    static func item(
        _ content: SectionContent<Attachment>, at position: Position, _ index: Int, _ desk: DeskCase
    ) -> HTML {
        let visit = desk.visit
        guard let attachment = content.content else {
            return span(.class("soft")) { visit.say("ลบแล้ว", "Erased") }
        }
        let target = visit.deskPath("cases", desk.number, "files", "\(position)", "\(index)")
        var html = a(.href(target)) {
            if attachment.isPhoto, desk.opened.contains(.attachments) {
                img(.src(target), Attribute("alt", ""), Attribute("loading", "lazy"))
            }
            attachment.name
        }
        html.append(
            span(.class("small soft")) { " (\(DocumentsStep.size(attachment.size)))" })
        html.append(hash(attachment.content, visit))
        return html
    }

    private static func hash(_ digest: Digest, _ visit: Visit) -> HTML {
        details(.class("more small")) {
            summary { "SHA-256" }
            span(.class("hash")) { "\(digest)" }
        }
    }

    /// What the office issued in the case.
    static func documents(_ desk: DeskCase) -> HTML? {
        guard !desk.petition.documents.isEmpty, desk.sight == .whole else { return nil }
        let visit = desk.visit
        return Markup.section {
            h2 { visit.say("เอกสารที่ออก", "Documents issued") }
            ul {
                for (index, document) in desk.petition.documents.enumerated() {
                    li {
                        Parts.link(
                            visit.deskPath("cases", desk.number, "documents", "\(index)"),
                            "\(visit.language(document.kind.label)) \(document.number)")
                        if document.isRevoked {
                            " "
                            Parts.badge(visit.say("เพิกถอนแล้ว", "Revoked"), "bad")
                        }
                    }
                }
            }
        }
    }

    private static func file(_ visit: Visit) throws -> Answer {
        let desk = try visit.deskCase(opening: [.attachments])
        let position: Position = try visit.request.parameter("position") { Position($0) }
        let index: Int = try visit.request.parameter("file") { Int($0) }
        guard desk.sight == .whole,
            let event = desk.file.events.first(where: { $0.position == position })
        else { throw HTTP.Refusal.notFound }
        let contents = try visit.office.office.sections(Attachment.self, of: event)
        guard contents.indices.contains(index), let attachment = contents[index].content else {
            throw HTTP.Refusal.notFound
        }
        let bytes = try visit.office.bytes(
            of: attachment.file, under: desk.petition.caseKey, size: attachment.size)
        return .response(.download(bytes, attachment.mediaType, name: attachment.name))
    }

    private static func document(_ visit: Visit) throws -> Answer {
        let desk = try visit.deskCase(opening: [.documents])
        guard desk.sight == .whole,
            let answer = try IssuedDocuments.download(
                try IssuedDocuments.index(visit), of: desk.file, visit)
        else { throw HTTP.Refusal.notFound }
        return answer
    }
}
