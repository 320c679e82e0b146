/// Rows of values for one statement: put down by one thread, perhaps run by another.
///
/// Texts and bytes are copied into one buffer, where SQLite reads them: no allocation a value.
package struct ValueRows: Sendable {
    enum Kind: UInt8 {
        case null
        case integer
        case text
        case bytes
    }

    private(set) var kinds: [Kind] = []
    /// The integers, and the lengths of texts and bytes.
    private(set) var numbers: [Int64] = []
    /// The texts and bytes behind one byte, so that an empty one has a place too.
    private(set) var contents: [UInt8] = [0]

    /// How far a statement has come with them.
    struct Place {
        var value = 0
        /// Where in `contents` the next text or bytes stand.
        var offset = 1
    }

    package init() {}

    /// How many values they hold.
    package var count: Int { kinds.count }

    package mutating func add(_ number: Int) { add(.integer, Int64(number)) }

    package mutating func addNull() { add(.null, 0) }

    package mutating func add(_ text: String) {
        add(.text, Int64(text.utf8.count))
        contents.append(contentsOf: text.utf8)
    }

    package mutating func add(_ bytes: [UInt8]) {
        add(.bytes, Int64(bytes.count))
        contents.append(contentsOf: bytes)
    }

    private mutating func add(_ kind: Kind, _ number: Int64) {
        kinds.append(kind)
        numbers.append(number)
    }

    /// Keeps the memory for other rows.
    package mutating func removeAll() {
        kinds.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        contents.removeAll(keepingCapacity: true)
        contents.append(0)
    }
}
