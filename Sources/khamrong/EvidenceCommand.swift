import Entries
import Exchange
import Terminal
import Workflow

/// Packs what shows the history of a case to somebody who trusts nobody.
struct EvidenceCommand: Verb {
    static let name = "evidence"
    static let summary = "pack the proven history of a case, to be checked offline"
    static let parameters = [number]
    static let options = OfficePlace.options + [out]
    static let notes = """
        The pack is a zip with the case's entries, their proofs, the published checkpoint, the
        receipt, a README and a verifier for Python. What is sealed is not in it: the auditor's
        console packs that too, and writes down who has seen it.

          khamrong evidence KT1080767000011 --out KT1080767000011.zip
        """

    private static let number = Parameter("CASE", "the petition's number")
    private static let out = Option("out", "FILE.zip", "where the pack goes")

    private let place: OfficePlace
    private let number: String
    private let path: String

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        number = try arguments.required(Self.number)
        guard let path = try GivenFile.output(Self.out, arguments, outside: place) else {
            throw UsageError("evidence needs --out FILE, and what it writes is no text to print")
        }
        self.path = path
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            do {
                guard let zip = try office.evidence(of: number, at: SystemClock.now()) else {
                    throw Failure("nothing is published yet", hint: "“khamrong serve” publishes it")
                }
                try GivenFile.write(zip, to: path)
                try terminal.print("\(path): \(Readable.count(zip.count)) bytes")
                return .good
            } catch EvidencePack.Problem.noCase {
                throw Failure("there is no petition \(number)")
            } catch EvidencePack.Problem.notCovered(let position) {
                throw Failure(
                    "the case's last event, at position \(Readable.count(Int(position))), is not published yet",
                    hint: "a second after “khamrong serve” runs it is")
            } catch EvidencePack.Problem.tooLarge {
                throw Failure("the pack would be larger than a zip can be")
            }
        }
    }
}
