/// What can stand for a `?`.
package protocol Bindable {
    /// Binds itself to the next parameter.
    func bind(to statement: Statement)
}

extension Int: Bindable {
    package func bind(to statement: Statement) { statement.bind(self) }
}

extension Int64: Bindable {
    package func bind(to statement: Statement) { statement.bind(self) }
}

extension UInt64: Bindable {
    /// SQLite's integers end at 2^63 − 1.
    package func bind(to statement: Statement) { statement.bind(Int64(self)) }
}

extension Double: Bindable {
    package func bind(to statement: Statement) { statement.bind(self) }
}

extension Bool: Bindable {
    package func bind(to statement: Statement) { statement.bind(self ? 1 : 0) }
}

extension String: Bindable {
    package func bind(to statement: Statement) { statement.bind(self) }
}

extension [UInt8]: Bindable {
    package func bind(to statement: Statement) { statement.bind(self) }
}

/// A value as SQLite holds it, for code that does not know its columns.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

extension Value: Bindable {
    package func bind(to statement: Statement) {
        switch self {
        case .null: statement.bindNull()
        case .integer(let value): statement.bind(value)
        case .real(let value): statement.bind(value)
        case .text(let value): statement.bind(value)
        case .bytes(let value): statement.bind(value)
        }
    }
}
