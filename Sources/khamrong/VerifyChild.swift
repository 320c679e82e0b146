import Entries
import Foundation
import Terminal
import Workflow

/// The process that does the verifying: what it finds it prints, a line each, for its parent.
enum VerifyChild {
    /// Nil if the program was not called so.
    static func run(_ words: [String]) -> ExitCode? {
        guard words.count == 5, words[0] == VerifyProcess.word, OfficePaths.isCode(words[3]),
            let extent = OfficeVerifier.Extent(rawValue: words[4])
        else { return nil }
        let paths = OfficePaths(data: words[1], keys: words[2], code: words[3])
        print(VerifyLine(program: Version.number))
        do {
            let verifier = OfficeVerifier(
                paths, extent,
                progress: { print(VerifyLine(stage: $0, done: $1, total: $2)) },
                found: { print(VerifyLine(finding: $0)) })
            print(VerifyLine(result: try explained { try verifier.run() }))
            return .good
        } catch {
            let failure = error as? Failure
            print(
                VerifyLine(
                    failure: "\(error)", hint: failure?.hint,
                    code: Int((failure?.code ?? .failed).rawValue)))
            return .failed
        }
    }

    private static func print(_ line: VerifyLine) {
        FileHandle.standardOutput.write(Data(line.encoded() + [0x0A]))
    }
}
