internal import CSQLite

/// A prepared statement: bind each value in turn, then run it or read its rows.
///
/// Text and bytes are copied into memory that the statement keeps between rows, and SQLite reads
/// them there: no allocation a value. Belongs to its database's thread. C: `sqlite3_prepare_v3`.
@safe package final class Statement {
    private let connection: Connection
    private let handle: OpaquePointer
    package let sql: String
    private let parameterCount: Int32
    private var bound: Int32 = 0
    private var arena = Arena()

    init(_ connection: Connection, _ sql: String) throws(SQLiteError) {
        var prepared: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        try connection.check(code, sql)
        guard let prepared = unsafe prepared else { preconditionFailure("no statement in: \(sql)") }
        self.connection = connection
        unsafe handle = prepared
        self.sql = sql
        unsafe parameterCount = sqlite3_bind_parameter_count(prepared)
    }

    deinit { unsafe sqlite3_finalize(handle) }

    /// Whether it has begun and not been reset.
    package var isBusy: Bool { unsafe sqlite3_stmt_busy(handle) != 0 }

    package var columnNames: [String] {
        unsafe (0..<sqlite3_column_count(handle)).map {
            unsafe String(cString: sqlite3_column_name(handle, $0))
        }
    }

    /// Goes on to the next row: false when there is none. All values must be bound.
    package func step() throws(SQLiteError) -> Bool {
        precondition(bound == parameterCount, "\(bound) of \(parameterCount) values bound: \(sql)")
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw connection.error(code, sql)
        }
    }

    /// The row that `step` stands on.
    package var row: Row { unsafe Row(handle, of: self) }

    /// Makes it ready for other values; the old ones are forgotten.
    ///
    /// Whoever binds and then does not run calls it.
    package func reset() {
        // The code repeats what `step` has thrown already.
        unsafe _ = sqlite3_reset(handle)
        guard parameterCount > 0 else { return }
        unsafe sqlite3_clear_bindings(handle)
        bound = 0
        arena.empty()
    }
}

extension Statement {
    package func bind(_ value: Int64) {
        unsafe bound(sqlite3_bind_int64(handle, next(), value))
    }

    package func bind(_ value: Int) { bind(Int64(value)) }

    package func bind(_ value: Double) {
        unsafe bound(sqlite3_bind_double(handle, next(), value))
    }

    package func bind(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            let copy = unsafe arena.copy(UnsafeRawBufferPointer(utf8))
            unsafe bound(
                sqlite3_bind_text64(
                    handle, next(), copy.assumingMemoryBound(to: CChar.self),
                    UInt64(utf8.count), nil, UInt8(SQLITE_UTF8)))
        }
    }

    package func bind(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { bytes in
            let copy = unsafe arena.copy(bytes)
            unsafe bound(sqlite3_bind_blob64(handle, next(), copy, UInt64(bytes.count), nil))
        }
    }

    package func bind(_ bytes: [UInt8]) { bind(bytes.span) }

    package func bindNull() { unsafe bound(sqlite3_bind_null(handle, next())) }

    private func next() -> Int32 {
        bound += 1
        return bound
    }

    /// Binding fails for a parameter that is not there, a statement that was not reset, or text
    /// beyond SQLite's limit of a thousand million bytes: mistakes of ours, each of them.
    private func bound(_ code: Int32) {
        precondition(code == SQLITE_OK, "value \(bound) cannot be bound (\(code)): \(sql)")
    }
}

extension Statement {
    /// Runs it as long as there are values for all its parameters from `place` on, which moves.
    func run(_ rows: ValueRows, from place: inout ValueRows.Place) throws(SQLiteError) {
        let width = Int(parameterCount)
        precondition(width > 0, "no values for: \(sql)")
        // SQLite forgets where the values lie before they can go.
        defer { reset() }
        try unsafe rows.contents.span.withUnsafeBytes { contents throws(SQLiteError) in
            while place.value + width <= rows.count {
                unsafe bind(rows, contents, &place)
                bound = parameterCount
                while try step() {}
                unsafe _ = sqlite3_reset(handle)
            }
        }
    }

    private func bind(
        _ rows: ValueRows, _ contents: UnsafeRawBufferPointer, _ place: inout ValueRows.Place
    ) {
        let handle = unsafe handle
        for parameter in 1...parameterCount {
            let number = rows.numbers[place.value]
            let kind = rows.kinds[place.value]
            let code: Int32
            switch kind {
            case .null: code = unsafe sqlite3_bind_null(handle, parameter)
            case .integer: code = unsafe sqlite3_bind_int64(handle, parameter, number)
            case .text, .bytes:
                let end = place.offset + Int(number)
                precondition(end <= contents.count)
                let start = unsafe contents.baseAddress! + place.offset
                code =
                    kind == .bytes
                    ? unsafe sqlite3_bind_blob64(handle, parameter, start, UInt64(number), nil)
                    : unsafe sqlite3_bind_text64(
                        handle, parameter, start.assumingMemoryBound(to: CChar.self),
                        UInt64(number), nil, UInt8(SQLITE_UTF8))
                place.offset = end
            }
            precondition(code == SQLITE_OK, "value \(parameter) cannot be bound (\(code)): \(sql)")
            place.value += 1
        }
    }
}
