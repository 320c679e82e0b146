internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Spreadsheets
internal import Workflow

/// The cases that the filter shows, all pages of them, on their way into a file.
///
/// Without names the file says nothing about anybody: no subject, no petitioner. With them it holds
/// what the officer may read of each case.
struct ExportTable {
    let address: QueueAddress
    let isNamed: Bool
    let rows: [CaseRow]

    private static let pageRows = 1000

    init(_ address: QueueAddress, withNames: Bool, _ visit: Visit) throws {
        (self.address, isNamed) = (address.filter, withNames)
        let officer = try visit.needOfficer()
        let scope = try visit.deskScope()
        let found = try QueueReading.found(address, scope, visit)
        var query = OfficerQueue.Query(
            address.filter, found, scope, officer.id, at: visit.now)
        query.limit = Self.pageRows
        var rows: [CaseRow] = []
        while true {
            let wanted = query
            let page = try visit.office.views.read(.officerQueue) { database in
                try OfficerQueue.page(wanted, in: database)
            }
            rows += page.map(\.row)
            guard page.count == Self.pageRows, let last = page.last else { break }
            query.after = last.pageEnd(of: address.view)
        }
        self.rows = rows
    }

    private var columns: [ExportColumn] { ExportColumn.all(withNames: isNamed) }

    /// The file. `shown` are the cases of which it may say whose they are: what is opened for it
    /// has been recorded before.
    func response(
        _ format: ExportFormat, showing shown: Set<String>, _ visit: Visit
    ) throws -> Response {
        let headings = columns.map { $0.heading(visit) }
        let cells = try rows.map { row in
            let head = try shown.contains(row.number) ? opened(row, visit) : nil
            return columns.map { $0.cell(row, head, visit) }
        }
        let bytes: [UInt8]
        switch format {
        case .csv: bytes = CSVText.bytes(headings.map(\.title), cells)
        case .xlsx:
            let book = try Workbook()
            try book.beginSheet(visit.say("คิวงาน", "Queue"), headings)
            for row in cells { try book.add(row) }
            bytes = try book.finish()
        }
        var response = Response.bytes(bytes, format.type)
        response.headers["Cache-Control"] = "no-store"
        response.setDisposition(
            fileName: "\(visit.office.code)-\(visit.now.local.date).\(format.rawValue)")
        return response
    }

    private func opened(_ row: CaseRow, _ visit: Visit) throws -> CaseHead? {
        try visit.office.office.head(of: row.number, wasReturned: row.course.returns > 0)
    }
}

// MARK: - The record of it

extension ExportTable {
    /// The fact that they leave the house: the filter and the numbers are sealed, since a search
    /// may name a person and a list of cases may say what somebody is after.
    func fact(
        _ format: ExportFormat, because reason: String?, mark: EventID, _ visit: Visit
    ) throws -> Draft {
        let exported = OfficeEvent.DataExported(
            format: format.rawValue, cases: rows.count, columns: columns.map(\.rawValue),
            isNamed: isNamed, purpose: "queue")
        // In the clear: whoever reads the record years later has no key of a page's address.
        let filter = address.fields { $0 }.encoded
        var sections = [PlainSection(ExportedCases(filter: filter, numbers: rows.map(\.number)))]
        if let reason { sections.append(PlainSection(Reason(text: reason))) }
        var draft = Draft(
            .office(OfficeCommand(.dataExported(exported))), by: try visit.deskActor(),
            at: visit.now, sections: sections)
        draft.correlation = mark
        return draft
    }

    /// Writes down in each case whose person the file names that it was seen; the numbers of
    /// those where that is in the log on return. Nothing else may be shown.
    /// - Throws: where it is not known what was written, so that nothing goes out.
    func recordViewings(mark: EventID, _ visit: Visit) throws -> Set<String> {
        guard isNamed else { return [] }
        let scope = try visit.deskScope()
        let actor = try visit.deskActor()
        let open = rows.filter { $0.erasedAt == nil && scope.sight(of: $0) == .whole }
        var shown: Set<String> = []
        for start in stride(from: 0, to: open.count, by: Self.pageRows) {
            let rows = open[start..<min(start + Self.pageRows, open.count)]
            let drafts = rows.map { row in
                let parts: [ViewedPart] = row.isAnonymous ? [.text] : [.text, .petitioner]
                var draft = Draft(
                    .petition(
                        number: row.number,
                        .view(.init(parts: parts, purpose: ViewingRecord.export))),
                    by: actor, at: visit.now)
                draft.correlation = mark
                return draft
            }
            for (row, outcome) in zip(rows, visit.office.perform(drafts)) {
                switch outcome {
                case .accepted: shown.insert(row.number)
                // Erased meanwhile: the file is silent about it.
                case .refused: continue
                case .failed, .unknown, .busy: throw HTTP.Refusal.busy(retryAfterSeconds: 5)
                }
            }
        }
        return shown
    }
}

enum ExportFormat: String, CaseIterable {
    case csv
    case xlsx

    var type: MediaType {
        switch self {
        case .csv: .csv
        case .xlsx:
            MediaType(
                essence: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
    }
}
