extension Database {
    package enum TransactionKind: String, Sendable {
        /// Takes the write lock at once, so that it cannot fail half-way for want of it.
        case immediate = "BEGIN IMMEDIATE"
        /// Sees one state of the file for as long as it runs.
        case reading = "BEGIN DEFERRED"
    }

    /// Runs `body` as one change: kept if it returns, undone if it throws. It does not nest.
    package func transaction<Result>(
        _ kind: TransactionKind = .immediate, _ body: () throws -> Result
    ) throws -> Result {
        precondition(!isInTransaction, "a transaction does not nest")
        try execute(kind.rawValue)
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // Some failures, a full disk for one, have undone it already.
            if isInTransaction { try execute("ROLLBACK") }
            throw error
        }
    }

    /// Runs `sql` to its end; rows that it gives are passed over.
    package func run(_ sql: String, _ values: (any Bindable)?...) throws(SQLiteError) {
        try prepare(sql).run(values)
    }

    /// What `read` makes of each row.
    package func rows<Element>(
        _ sql: String, _ values: (any Bindable)?..., read: (borrowing Row) throws -> Element
    ) throws -> [Element] {
        try prepare(sql).rows(values, read: read)
    }

    /// What `read` makes of the first row, or nil if there is none.
    package func first<Element>(
        _ sql: String, _ values: (any Bindable)?..., read: (borrowing Row) throws -> Element
    ) throws -> Element? {
        try prepare(sql).first(values, read: read)
    }
}
