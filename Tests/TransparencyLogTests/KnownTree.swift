import Crypto
import Entries
import TransparencyLog

/// The eight leaves that Certificate Transparency's implementations test with, and what is known
/// of their trees.
enum KnownTree {
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ].map { SHA256.leafHash(Hex.decode($0.utf8) ?? []) }

    /// How the roots of 0 to 8 leaves begin.
    static let roots = [
        "e3b0c442", "6e340b9c", "fac54203", "aeb6bcfe", "d37ee418", "4e3bbb1f", "76e67dad",
        "ddb89be4", "5dc9da79",
    ]

    static var tree: HashTree { tree(leaves) }

    /// The tree over leaves that are all in memory.
    static func tree(_ leaves: [Digest]) -> HashTree {
        HashTree { level, index in node(leaves, level, Int(index)) }
    }

    private static func node(_ leaves: [Digest], _ level: Int, _ index: Int) -> Digest {
        guard level > 0 else { return leaves[index] }
        return SHA256.nodeHash(
            node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1))
    }
}
