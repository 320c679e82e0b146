package import Crypto
internal import Entries
internal import Threads
package import TransparencyLog

/// Signs what the log has come to, at most ten times a second, and never anything that does not
/// continue what it has signed before.
///
/// Whoever waits for a checkpoint signs it: for all who wait, when its time has come. Any thread.
package final class CheckpointSigner: Sendable {
    package static let shortestIntervalMilliseconds = 100

    package let verifier: VerifierKey
    private let tree: LogTree
    private let signer: NoteSigner
    private let state: Monitor<State>

    private struct State {
        var kept: SignerState
        var last: Signed?
        var isSigning = false
        var next = ContinuousClock.now
    }

    /// A checkpoint with what it says.
    package struct Signed: Sendable {
        package let note: SignedNote
        package let checkpoint: Checkpoint
    }

    /// - Parameters:
    ///   - directory: where the note of what was signed last lies.
    ///   - published: what has been published, which was signed too.
    /// - Throws: `PublisherProblem` if the log does not continue what was signed.
    package init(
        of tree: LogTree, origin: String, seed: SecretKey, keptIn directory: String,
        published: SignedNote? = nil
    ) throws {
        guard let signer = NoteSigner(name: origin, kind: .log, seed: seed) else {
            throw PublisherProblem.unusableOrigin(origin)
        }
        self.signer = signer
        self.tree = tree
        verifier = signer.verifier
        let kept = try SignerState(in: directory)
        var state = State(kept: kept)
        for note in [kept.last, published].compactMap(\.self) {
            let checkpoint = try Checkpoint(note, signedBy: signer.verifier)
            try Self.check(checkpoint, in: tree, head: try tree.head())
            if checkpoint.size >= state.last?.checkpoint.size ?? 0 {
                state.last = Signed(note: note, checkpoint: checkpoint)
            }
        }
        self.state = Monitor(state)
    }

    /// The last that was signed; nil if nothing was yet.
    package var last: Signed? { state.with { $0.last } }

    /// A checkpoint of at least `size` entries, which the log has; waits for it, so long at most.
    package func checkpoint(
        covering size: UInt64, milliseconds: Int = .max
    ) throws -> Signed {
        let end =
            milliseconds == .max
            ? nil : ContinuousClock.now.advanced(by: .milliseconds(milliseconds))
        while true {
            switch turn(covering: size) {
            case .found(let signed): return signed
            case .sign: return try sign()
            case .wait(var wait):
                if let end {
                    let left = Self.milliseconds(to: end)
                    guard left > 0 else { throw PublisherProblem.late }
                    wait = min(wait, left)
                }
                _ = state.wait(milliseconds: max(wait, 1)) { state in
                    state.last?.checkpoint.size ?? 0 >= size ? () : nil
                }
            }
        }
    }

    private enum Turn { case found(Signed), sign, wait(milliseconds: Int) }

    /// What the caller does next; with `sign` it is the one who signs.
    private func turn(covering size: UInt64) -> Turn {
        state.with { state in
            if let last = state.last, last.checkpoint.size >= size { return .found(last) }
            let left = Self.milliseconds(to: state.next)
            guard !state.isSigning, left <= 0 else { return .wait(milliseconds: left) }
            state.isSigning = true
            return .sign
        }
    }

    private static func milliseconds(to moment: ContinuousClock.Instant) -> Int {
        let left = ContinuousClock.now.duration(to: moment)
        return Int(left.components.seconds) * 1000
            + Int((left.components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    private func sign() throws -> Signed {
        defer {
            state.with { state in
                state.isSigning = false
                state.next = ContinuousClock.now.advanced(
                    by: .milliseconds(Self.shortestIntervalMilliseconds))
            }
            state.broadcast()
        }
        let size = try tree.head()
        if let last = state.with({ $0.last }) {
            try Self.check(last.checkpoint, in: tree, head: size)
            if last.checkpoint.size == size { return last }
        }
        let checkpoint = Checkpoint(
            origin: verifier.name, size: size, root: try tree.root(size: size))
        let signed = Signed(note: checkpoint.signed(by: signer), checkpoint: checkpoint)
        // Before anybody sees it: after a crash nothing else is signed in its place.
        return try state.with { state in
            try state.kept.keep(signed.note)
            state.last = signed
            return signed
        }
    }

    /// That the log still begins with what was signed.
    private static func check(
        _ signed: Checkpoint, in tree: LogTree, head: UInt64
    ) throws {
        guard head >= signed.size else {
            throw PublisherProblem.shrunk(signed: signed.size, head: head)
        }
        guard try tree.root(size: signed.size) == signed.root else {
            throw PublisherProblem.rewritten(size: signed.size)
        }
    }
}
