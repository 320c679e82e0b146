import Entries
import EventLog
import Foundation
import Terminal
import TransparencyLog
import Workflow

/// Proves that an entry stands in the published log.
struct ProveCommand: Verb {
    static let name = "prove"
    static let summary = "print the proof that an entry stands in the published log"
    static let parameters = [position]
    static let options = OfficePlace.options + [entryOption]
    static let notes = """
        The proof (C2SP tlog-proof) leads to the checkpoint that is published, or to the one that
        witnesses have signed where that is of the same size. Other people's verifiers take it
        together with the entry's bytes.

          khamrong prove 4711 --entry entry.json > 4711.tlog-proof
        """

    private static let position = Parameter("POSITION", "the entry's position, from 1")
    private static let entryOption = Option(
        "entry", "FILE", "also write the entry's bytes there")

    private let place: OfficePlace
    private let position: Position
    private let entryPath: String?

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        entryPath = arguments[Self.entryOption]
        try place.needOutside(entryPath, "--entry")
        guard let position = Position(try arguments.required(Self.position)), position > 0 else {
            throw UsageError("POSITION is a whole number of at least 1")
        }
        self.position = position
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let log = try EventLog.open(at: place.paths.log)
            guard let note = try published() else {
                throw Failure("nothing is published yet", hint: "“khamrong serve” publishes it")
            }
            let checkpoint = try Checkpoint(note)
            guard position <= checkpoint.size, let entry = try log.entry(at: position) else {
                throw Failure(
                    "what is published ends at position \(Readable.count(Int(checkpoint.size)))",
                    hint: "a second later it may be there")
            }
            let path = try HashTree(LogTree(log).node)
                .inclusion(of: position - 1, size: checkpoint.size)
            let proof = EntryProof(index: position - 1, path: path, checkpoint: note)
            try ProofCheck.inclusion(
                of: entry.leafHash, at: position - 1, size: checkpoint.size,
                root: checkpoint.root, proof: path)
            if let entryPath { try GivenFile.write(entry.bytes, to: entryPath) }
            try terminal.print(String(decoding: proof.bytes.dropLast(), as: UTF8.self))
            return .good
        }
    }

    private func published() throws -> SignedNote? {
        let directory = TileDirectory(reading: place.paths.tiles)
        guard let plain = try directory.checkpoint() else { return nil }
        let path = "\(place.paths.tiles)/\(TileDirectory.witnessedName)"
        guard let bytes = FileManager.default.contents(atPath: path),
            let witnessed = try? SignedNote(Array(bytes)), witnessed.text == plain.text
        else { return plain }
        return witnessed
    }
}
