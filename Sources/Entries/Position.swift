/// An entry's place in its office's log: 1, 2, 3 … without holes. Zero stands before the first.
package typealias Position = UInt64

/// Where a consumer stands: the log's epoch and the last position that it has dealt with.
///
/// The epoch changes when a log is restored shorter than it was, so that a consumer that is ahead
/// of it is told instead of waiting for positions that mean something else now.
package struct Cursor: Hashable, Sendable {
    package var epoch: UInt64, position: Position

    package init(epoch: UInt64, position: Position) {
        self.epoch = epoch
        self.position = position
    }

    /// Reads `<epoch>-<position>`: decimal, no leading zeros.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let epoch = UInt64(parts[0]), let position = UInt64(parts[1]),
            "\(epoch)" == parts[0], "\(position)" == parts[1]
        else { return nil }
        self.init(epoch: epoch, position: position)
    }
}

extension Cursor: CustomStringConvertible {
    public var description: String { "\(epoch)-\(position)" }
}
