package import SQLite

extension CitizenDashboard {
    /// The cases of an account, the last active first.
    package static func cases(of account: String, in database: Database) throws -> [MyCaseRow] {
        try MyCaseRow.rows(
            "account = ?", account, order: "last_activity_at DESC, number", in: database)
    }

    package static func caseRow(_ number: String, in database: Database) throws -> MyCaseRow? {
        try MyCaseRow.rows("number = ?", number, order: "number", in: database).first
    }

    /// The cases that guests follow by a code: one, unless an import has brought the same again.
    package static func cases(
        trackedBy code: String, in database: Database
    ) throws -> [MyCaseRow] {
        try MyCaseRow.rows("tracking_code = ?", code, order: "number", limit: 10, in: database)
    }

    package static func account(
        _ account: String, in database: Database
    ) throws -> MyAccountRow? {
        try MyAccountRow.rows("account = ?", account, order: "account", in: database).first
    }

    /// What the office issued in a case, in the order of issue.
    package static func documents(
        of number: String, in database: Database
    ) throws -> [MyDocumentRow] {
        try MyDocumentRow.rows("number = ?", number, order: "position", in: database)
    }

    /// The document that bears a verification code; nil if none does.
    package static func document(
        verifiedBy code: String, in database: Database
    ) throws -> MyDocumentRow? {
        try MyDocumentRow.rows(
            "verification_code = ?", code, order: "position DESC", limit: 1, in: database
        ).first
    }

    /// What was written in a case, in order; the texts are in the log, at these positions.
    package static func messages(
        of number: String, in database: Database
    ) throws -> [MyMessageRow] {
        try MyMessageRow.rows("number = ?", number, order: "position", in: database)
    }

    /// Who looked at an account and at its cases, the last first.
    package static func viewings(
        of account: String, limit: Int = 200, in database: Database
    ) throws -> [MyViewingRow] {
        try MyViewingRow.rows(
            """
            account = ?1 OR number IN (SELECT number FROM my_cases WHERE my_cases.account = ?1)
            """, account, order: "position DESC", limit: limit, in: database)
    }
}

extension TableRow {
    /// The rows that a condition with one value chooses.
    static func rows(
        _ condition: String, _ value: any Bindable, order: String, limit: Int = 10_000,
        in database: Database
    ) throws -> [Self] {
        let names = try ColumnNames(of: Self.self).names.joined(separator: ", ")
        let statement = try database.prepare(
            """
            SELECT \(names) FROM \(table) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """)
        defer { statement.reset() }
        value.bind(to: statement)
        var rows: [Self] = []
        while try statement.step() { rows.append(try ViewFile.read(Self.self, from: statement)) }
        return rows
    }
}
