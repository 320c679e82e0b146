internal import Entries
internal import Events
internal import FileKinds
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What the office issued in one case, as its pages name it and hand it out.
struct IssuedDocuments {
    /// In the order of issue, which is how an address counts them.
    let rows: [MyDocumentRow]
    let visit: Visit

    init(of number: String, _ visit: Visit) throws {
        self.visit = visit
        rows = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.documents(of: number, in: database)
        }
    }

    /// The place that the address names.
    static func index(_ visit: Visit) throws -> Int {
        try visit.request.parameter("document") { Int($0) }
    }

    static func path(_ number: String, _ index: Int, _ visit: Visit) -> String {
        visit.path("documents", number, "\(index)")
    }

    /// Nil once its person is forgotten.
    func content(of row: MyDocumentRow) throws -> IssuedDocument? {
        guard let entry = try visit.office.office.event(at: row.position) else { return nil }
        return try visit.office.office.section(IssuedDocument.self, of: entry)
    }

    static func title(
        _ row: MyDocumentRow, _ content: IssuedDocument?, _ visit: Visit
    ) -> HTML {
        content.map { Parts.written($0.title, visit) } ?? .text(visit.language(row.kind.label))
    }

    /// On the page of the case, for its petitioner: a guest has no other way to them.
    func section() throws -> HTML? {
        guard !rows.isEmpty else { return nil }
        let titles = try rows.map { Self.title($0, try content(of: $0), visit) }
        return Markup.section {
            h2 { visit.say("เอกสารที่หน่วยงานออกให้", "Issued to you") }
            ul {
                for (index, row) in rows.enumerated() {
                    li {
                        a(.href(Self.path(row.number, index, visit))) {
                            titles[index]
                            " \(row.document)"
                        }
                        " "
                        DocumentStanding.badge(row, visit)
                    }
                }
            }
        }
    }

    /// The file of one; nil if there is none.
    static func download(_ index: Int, of file: CaseFile, _ visit: Visit) throws -> Answer? {
        guard file.documents.indices.contains(index) else { return nil }
        let (event, data) = file.documents[index]
        guard let content = try visit.office.office.section(IssuedDocument.self, of: event),
            let size = content.size
        else { return nil }
        let bytes = try visit.office.bytes(
            of: content.file, under: file.petition.caseKey, size: size)
        let type = content.mediaType ?? FileKind.pdf.mediaType
        let kind = FileKind.allCases.first { $0.mediaType == type }
        let name = kind.map { "\(data.number).\($0.fileExtension)" } ?? data.number
        return .response(.download(bytes, type, name: name))
    }
}
