package import Entries

/// One stored entry: its place, the hash of its bytes, and the bytes of its envelope.
package struct Entry: Equatable, Sendable {
    package let position: Position
    /// SHA-256(0x00 ‖ bytes), compared with the bytes whenever the log hands out an entry.
    package let leafHash: Digest
    /// The stored envelope: what is hashed, streamed and verified.
    package let bytes: [UInt8]

    package init(position: Position, leafHash: Digest, bytes: [UInt8]) {
        self.position = position
        self.leafHash = leafHash
        self.bytes = bytes
    }
}
