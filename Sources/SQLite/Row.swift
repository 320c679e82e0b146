internal import CSQLite

/// One row of a result, true until its statement steps on: read it, do not keep it.
///
/// A NULL reads as 0, as empty text or as no bytes; ask `isNull`, or the optional readings.
@safe package struct Row: ~Copyable {
    private let handle: OpaquePointer
    /// Keeps the handle alive.
    private let statement: Statement

    init(_ handle: OpaquePointer, of statement: Statement) {
        unsafe self.handle = handle
        self.statement = statement
    }

    package var count: Int { unsafe Int(sqlite3_data_count(handle)) }

    package func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(handle, index(column)) == SQLITE_NULL
    }

    package func int(_ column: Int) -> Int {
        unsafe Int(sqlite3_column_int64(handle, index(column)))
    }

    package func int64(_ column: Int) -> Int64 {
        unsafe sqlite3_column_int64(handle, index(column))
    }

    package func double(_ column: Int) -> Double {
        unsafe sqlite3_column_double(handle, index(column))
    }

    package func bool(_ column: Int) -> Bool { int(column) != 0 }

    package func text(_ column: Int) -> String {
        let column = index(column)
        guard let text = unsafe sqlite3_column_text(handle, column) else { return "" }
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    package func bytes(_ column: Int) -> [UInt8] {
        let column = index(column)
        guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// Lends the bytes of a blob or a text without a copy.
    package func withBytes<Result>(
        _ column: Int, _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        let column = index(column)
        let bytes = unsafe sqlite3_column_blob(handle, column)
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        return unsafe try body(buffer.bindMemory(to: UInt8.self).span)
    }

    /// Adds the bytes of a blob or a text to `buffer`.
    package func append(_ column: Int, to buffer: inout [UInt8]) {
        let column = index(column)
        guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return }
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        unsafe buffer.append(
            contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    }

    package func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

    package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    package func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    package func value(_ column: Int) -> Value {
        switch unsafe sqlite3_column_type(handle, index(column)) {
        case SQLITE_INTEGER: .integer(int64(column))
        case SQLITE_FLOAT: .real(double(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .bytes(bytes(column))
        default: .null
        }
    }

    private func index(_ column: Int) -> Int32 {
        precondition(column >= 0 && column < count, "no column \(column)")
        return Int32(column)
    }
}
