import Crypto
import Entries
import TestSupport
import Testing

@Suite struct SecretStreamTests {
    private let key = SecretKey([UInt8](0..<32))!
    private let bound = Array("petition".utf8)

    private func sealed(_ pieces: [[UInt8]]) -> (header: Nonce, pieces: [[UInt8]]) {
        var sealer = SecretStreamSealer(key: key)
        let header = sealer.header
        var all: [[UInt8]] = []
        for (index, piece) in pieces.enumerated() {
            var bytes: [UInt8] = []
            sealer.seal(
                piece.span, isLast: index == pieces.count - 1, additional: bound.span, into: &bytes)
            all.append(bytes)
        }
        return (header, all)
    }

    /// What opens, piece by piece, until one does not; and whether the end was reached.
    private func opened(
        _ pieces: [[UInt8]], _ header: Nonce, key: SecretKey? = nil, bound: [UInt8]? = nil
    ) -> (pieces: [[UInt8]], isWhole: Bool) {
        var opener = SecretStreamOpener(header: header, key: key ?? self.key)
        let bound = bound ?? self.bound
        var all: [[UInt8]] = []
        for piece in pieces {
            var bytes: [UInt8] = []
            let found = opener.open(
                piece.span, additional: bound.span, into: &bytes)
            guard let found else { return (all, false) }
            all.append(bytes)
            if found == .last { return (all, all.count == pieces.count) }
        }
        return (all, false)
    }

    @Test func `what was sealed in pieces opens in pieces`() {
        let pieces: [[UInt8]] = [[1, 2, 3], [], Array(repeating: 7, count: 65_536), [9]]
        let (header, sealed) = sealed(pieces)
        #expect(sealed.map(\.count) == pieces.map { $0.count + SecretStream.overheadCount })
        let found = opened(sealed, header)
        #expect(found.isWhole)
        #expect(found.pieces == pieces)
    }

    @Test func `an empty message has an end too`() {
        let (header, sealed) = sealed([[]])
        #expect(opened(sealed, header).isWhole)
        #expect(!opened([], header).isWhole)
    }

    @Test func `a piece left out, put elsewhere or said twice does not open`() {
        let (header, sealed) = sealed([[1], [2], [3]])
        #expect(opened([sealed[0], sealed[2]], header).pieces == [[1]])
        #expect(opened([sealed[1], sealed[0], sealed[2]], header).pieces == [])
        #expect(opened([sealed[0], sealed[0], sealed[1]], header).pieces == [[1]])
    }

    @Test func `a message without its end is not whole, and nothing follows the end`() {
        let (header, sealed) = sealed([[1], [2], [3]])
        #expect(!opened(Array(sealed.dropLast()), header).isWhole)
        #expect(!opened(sealed + [sealed[2]], header).isWhole)
        var opener = SecretStreamOpener(header: header, key: key)
        var bytes: [UInt8] = []
        for piece in sealed {
            _ = opener.open(piece.span, additional: bound.span, into: &bytes)
        }
        let last = sealed[2]
        let further = opener.open(last.span, additional: bound.span, into: &bytes)
        #expect(further == nil)
    }

    @Test func `each changed bit, another key, header or binding is noticed`() throws {
        let (header, sealed) = sealed([[1, 2, 3]])
        for index in sealed[0].indices {
            for bit in 0..<8 {
                var changed = sealed[0]
                changed[index] ^= 1 << bit
                #expect(!opened([changed], header).isWhole)
            }
        }
        #expect(!opened([Array(sealed[0].prefix(16))], header).isWhole)
        #expect(!opened(sealed, header, key: .random()).isWhole)
        #expect(!opened(sealed, .random()).isWhole)
        #expect(!opened(sealed, header, bound: []).isWhole)
    }

    @Test func `two seals of one message differ`() {
        let (first, second) = (sealed([[1, 2, 3]]), sealed([[1, 2, 3]]))
        #expect(first.header != second.header)
        #expect(first.pieces != second.pieces)
    }
}
