extension Statement {
    /// Runs it to its end with `values`, and resets it.
    package func run(_ values: (any Bindable)?...) throws(SQLiteError) { try run(values) }

    package func run(_ values: [(any Bindable)?]) throws(SQLiteError) {
        defer { reset() }
        bind(values)
        while try step() {}
    }

    /// Runs it to its end with the values that have been bound, and resets it: the fastest way.
    package func runBound() throws(SQLiteError) {
        defer { reset() }
        while try step() {}
    }

    /// Hands each row to `body`; a throw ends it. Without `values`, those bound before hold.
    // The compiler (6.3.1) crashes where it inlines what reads `row`, or specializes it, within this
    // module.
    @inline(never)
    package func forEach(
        _ values: (any Bindable)?..., body: (borrowing Row) throws -> Void
    ) throws {
        defer { reset() }
        bind(values)
        while try step() { try body(row) }
    }

    package func rows<Element>(
        _ values: [(any Bindable)?] = [], read: (borrowing Row) throws -> Element
    ) throws -> [Element] {
        defer { reset() }
        bind(values)
        var elements: [Element] = []
        while try step() { elements.append(try read(row)) }
        return elements
    }

    package func first<Element>(
        _ values: [(any Bindable)?] = [], read: (borrowing Row) throws -> Element
    ) throws -> Element? {
        defer { reset() }
        bind(values)
        return try step() ? try read(row) : nil
    }

    private func bind(_ values: [(any Bindable)?]) {
        for value in values {
            if let value { value.bind(to: self) } else { bindNull() }
        }
    }
}
