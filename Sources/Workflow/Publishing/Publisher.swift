package import Crypto
package import Entries
internal import EventLog
internal import FoundationEssentials
internal import Threads
package import TransparencyLog

/// Signs an office's log and publishes it: checkpoints for whoever waits for one, and once a
/// second, if something was recorded, the directory of tiles.
///
/// Only the holder of the office's writer lock may have one.
package final class Publisher: Sendable {
    /// The name of the key that signs; each epoch of a log has its own, as it has its own name.
    package static func seedName(of epoch: UInt64) -> String {
        epoch == 1 ? "log.seed" : "log\(epoch).seed"
    }

    package let signer: CheckpointSigner
    private let tree: LogTree
    private let tiles: Monitor<Published>
    private let running = Monitor(Running())

    private struct Published {
        let directory: TileDirectory
        var size: UInt64
    }

    private struct Running {
        var thread: WorkerThread?
        var isStopped = false
    }

    /// - Throws: `PublisherProblem` if what was signed or published is not of this log.
    package init(
        of tree: LogTree, origin: String, seed: SecretKey, keptIn directory: String,
        tiles path: String
    ) throws {
        let directory = (state: directory, tiles: try TileDirectory(path))
        // Found out before the checkpoint, which would only seem to be nobody's.
        if let published = try directory.tiles.key() {
            let own = NoteSigner(name: origin, kind: .log, seed: seed)?.verifier.text ?? ""
            guard published == own || own.isEmpty else {
                throw PublisherProblem.anotherKey(published: published, own: own)
            }
        }
        let published = try directory.tiles.checkpoint()
        signer = try CheckpointSigner(
            of: tree, origin: origin, seed: seed, keptIn: directory.state, published: published)
        if try directory.tiles.key() == nil { try directory.tiles.write(key: signer.verifier) }
        let size = try published.map { (note) throws in try Checkpoint(note).size } ?? 0
        self.tree = tree
        tiles = Monitor(Published(directory: directory.tiles, size: size))
    }

    /// Publishes what the log has come to; nothing if that is published.
    package func publish() throws {
        let head = try tree.head()
        guard head > 0, head > publishedSize else { return }
        let signed = try signer.checkpoint(covering: head)
        try tiles.with { tiles in
            // Another may have published a later one meanwhile.
            guard signed.checkpoint.size > tiles.size else { return }
            try tiles.directory.publish(
                signed.note, of: signed.checkpoint.size, after: tiles.size, tree: tree)
            tiles.size = signed.checkpoint.size
        }
    }

    package var publishedSize: UInt64 { tiles.with { $0.size } }

    /// What shows that the log has the entry at `position`; waits for a checkpoint of it.
    package func proof(
        of position: Position, milliseconds: Int = .max
    ) throws -> EntryProof {
        let signed = try signer.checkpoint(covering: position, milliseconds: milliseconds)
        return try proof(of: position, in: signed)
    }

    /// The same by a checkpoint that covers it.
    func proof(of position: Position, in signed: CheckpointSigner.Signed) throws -> EntryProof {
        EntryProof(
            index: position - 1,
            path: try tree.hashes.inclusion(of: position - 1, size: signed.checkpoint.size),
            checkpoint: signed.note)
    }

    /// Publishes once a second from now on. What stops it is reported once, until it changes.
    package func start(report: @escaping @Sendable (String) -> Void) {
        let thread = WorkerThread { [self] in
            var said = ""
            do { try tiles.with { try $0.directory.sweep() } } catch { report("\(error)") }
            repeat {
                do {
                    try publish()
                    said = ""
                } catch {
                    if said != "\(error)" { report("\(error)") }
                    said = "\(error)"
                }
            } while running.wait(milliseconds: 1000, { $0.isStopped ? () : nil }) == nil
        }
        running.with { $0.thread = thread }
    }

    package func stop() {
        let thread = running.with { running in
            running.isStopped = true
            return running.thread
        }
        running.broadcast()
        thread?.join()
    }
}
