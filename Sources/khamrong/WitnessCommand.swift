import Entries
import EventLog
import Events
import Rules
import Terminal
import TransparencyLog
import Workflow

/// Has the office's published log signed by its witnesses.
struct WitnessCommand: Verb {
    static let name = "witness"
    static let summary = "have the published log signed by the witnesses of the office's policy"
    static let parameters = [action]
    static let options = OfficePlace.options + [Option.json]
    static let notes = """
        The witnesses are those of the setting “disclosure”, “witness_policy”, that have an
        address. Each signs only what continues the checkpoint that it has signed before. What
        they sign is served with the log. Run it by a timer, once an hour for example; it needs no
        key, and the office may be served meanwhile. Exit code 1 says that fewer have signed than
        the policy asks for.

          khamrong witness push --data data --office KT
        """

    private static let action = Parameter("ACTION", "what to do", words: ["push"])

    private let place: OfficePlace
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        _ = try arguments.required(Self.action)
        place = try OfficePlace(arguments)
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let log = try EventLog.open(at: place.paths.log)
            guard let text = try log.settings(of: place.office).disclosure.witnessPolicy else {
                throw Failure(
                    "the office has no witnesses",
                    hint: "the setting “disclosure” has a field “witness_policy” for them")
            }
            let outcome: WitnessPush.Outcome
            do {
                outcome = try WitnessPush(LogTree(log), tiles: place.paths.tiles)
                    .run(try WitnessPolicy(text))
            } catch let error as NoteError {
                throw Failure("\(error)")
            }
            try isJSON ? terminal.print(Self.json(outcome)) : say(outcome, on: terminal)
            return outcome.meetsQuorum ? .good : .damageFound
        }
    }

    private func say(_ outcome: WitnessPush.Outcome, on terminal: Terminal) throws {
        for (witness, result) in outcome.results {
            switch result {
            case .signed: try terminal.print("\(witness): signed", tone: .good)
            case .failed(let why): try terminal.print("\(witness): \(why)", tone: .bad)
            }
        }
        let signed = Readable.count(Int(outcome.size), "entry", "entries")
        try terminal.print(
            outcome.meetsQuorum
                ? "As many as the policy asks for have signed \(signed)."
                : "Fewer than the policy asks for have signed \(signed).")
    }

    private static func json(_ outcome: WitnessPush.Outcome) -> JSON {
        JSON.object {
            $0["quorum"] = .boolean(outcome.meetsQuorum)
            $0["size"] = .integer(Int(outcome.size))
            $0["witnesses"] = .array(
                outcome.results.map { witness, result in
                    JSON.object {
                        $0["witness"] = .string(witness)
                        if case .failed(let why) = result { $0["failed"] = .string(why) }
                    }
                })
        }
    }
}
