internal import Entries
package import Events

/// The citizen dashboard: my cases with what comes next, my documents and messages, who looked at
/// my data, and how far my identity is checked.
package struct CitizenDashboard: View {
    package static let name = ViewName.citizenDashboard
    package static let version = 6
    package static let needsSections = true
    package static let opens: Set<String> = [SectionKind.owner.rawValue]
    package static var schema: String { Resource.text(PackageResources.CitizenDashboard_sql) }
    package static var indexes: String {
        Resource.text(PackageResources.CitizenDashboardIndexes_sql)
    }
    package static let tables: [any TableRow.Type] = [
        MyCaseRow.self, MyAccountRow.self, MyDocumentRow.self, MyMessageRow.self,
        MyViewingRow.self,
    ]

    private var cases = RowCache<MyCaseRow>()
    private var accounts = RowCache<MyAccountRow>()
    private var documents = RowCache<MyDocumentRow>()
    private var messages: [MyMessageRow] = []
    private var viewings: [MyViewingRow] = []
    private var mustRecompute = false

    package init() {}

    package var pending: Int {
        cases.count + accounts.count + documents.count
    }
    package var settled: Int { messages.count + viewings.count }

    package mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?
    ) throws {
        switch event.event {
        case .petition(let fact):
            try cases.fold(event, in: surroundings, from: file)
            try keep(fact, event, from: file)
        case .account:
            try accounts.fold(event, in: surroundings, from: file)
            if let viewing = MyViewingRow(event) { viewings.append(viewing) }
        case .office(let fact): if OfficeContext.movesClocks(fact) { mustRecompute = true }
        }
    }

    private mutating func keep(
        _ fact: PetitionEvent, _ event: RecordedEvent, from file: ViewFile?
    ) throws {
        switch fact {
        case .documentIssued(let data):
            let document = MyDocumentRow(data, event)
            try documents.update(document.key, from: file) { $0 = document }
            guard let replaced = data.replaces else { return }
            try documents.update(
                MyDocumentRow.key(event.stream.name, replaced), from: file
            ) { $0?.isReplaced = true }
        case .documentRevoked(let data):
            let key = MyDocumentRow.key(event.stream.name, data.number)
            try documents.update(key, from: file) { $0?.isRevoked = true }
        case .viewed: if let viewing = MyViewingRow(event) { viewings.append(viewing) }
        default: if let message = MyMessageRow(fact, event) { messages.append(message) }
        }
    }

    package mutating func write(to file: ViewFile, in office: OfficeContext) throws {
        if mustRecompute, !file.isFresh {
            for row in try file.rows(MyCaseRow.self, where: "is_open") { cases.load(row) }
        }
        try file.write(&cases, complete: { $0.computeNextStep(in: office) })
        try file.write(&accounts)
        try file.write(&documents)
        try writeSettled(to: file)
        mustRecompute = false
    }

    package mutating func writeSettled(to file: ViewFile) throws {
        try file.append(messages)
        try file.append(viewings)
        messages.removeAll()
        viewings.removeAll()
    }

    /// A person's dashboard as it stood, folded from the few streams that it is made of; needs no
    /// file.
    package struct Replay {
        private var dashboard = CitizenDashboard()
        private var surroundings: Surroundings

        package init(open: @escaping SectionOpener) { surroundings = Surroundings(open: open) }

        /// Takes the next event of a stream; the office's own streams first or last.
        package mutating func fold(_ event: RecordedEvent) throws {
            if case .office(let fact) = event.event { surroundings.office.apply(fact) }
            try dashboard.fold(event, in: surroundings, from: nil)
        }

        package func account(_ account: String) -> MyAccountRow? {
            (0..<dashboard.accounts.count).lazy.compactMap { dashboard.accounts[$0].row }
                .first { $0.account == account }
        }

        /// The cases of an account, the last active first.
        package mutating func cases(of account: String) -> [MyCaseRow] {
            let office = surroundings.office
            dashboard.cases.forEach { $0.computeNextStep(in: office) }
            return (0..<dashboard.cases.count).compactMap { dashboard.cases[$0].row }
                .filter { $0.account == account }
                .sorted { ($1.lastActivityAt, $0.number) < ($0.lastActivityAt, $1.number) }
        }

        /// What was issued, in the order of issue.
        package func documents() -> [MyDocumentRow] {
            (0..<dashboard.documents.count).compactMap { dashboard.documents[$0].row }
                .sorted { $0.position < $1.position }
        }

        /// Who looked, the last first.
        package var viewings: [MyViewingRow] {
            dashboard.viewings.sorted { $0.position > $1.position }
        }
    }
}
