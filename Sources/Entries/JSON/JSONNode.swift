/// A JSON value that people wrote, and the line on which it begins.
package struct JSONNode: Equatable, Sendable {
    package indirect enum Value: Equatable, Sendable {
        case null
        case boolean(Bool)
        /// As it is written.
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([Member])
    }

    package struct Member: Equatable, Sendable {
        package let key: String
        package let line: Int
        package let node: JSONNode
    }

    package let value: Value
    package let line: Int

    package init(value: Value, line: Int) {
        self.value = value
        self.line = line
    }

    /// The member of that key, where it is an object that has one.
    package subscript(key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.node
    }
}
