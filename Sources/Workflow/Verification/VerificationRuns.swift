internal import Crypto
package import Entries
internal import EventLog
package import Events
internal import Files
internal import Foundation
package import Rules
internal import Threads
internal import TransparencyLog
internal import Vault

/// Has an office verified while it is served, in a process of its own, one verification at a time;
/// the report is signed, kept, and named by an event.
package final class VerificationRuns: Sendable {
    /// A verification that is under way.
    package struct Run: Equatable, Sendable {
        package let officer: String
        package let extent: OfficeVerifier.Extent
        package let began: Instant
        /// What is being looked at, and how many entries of it are done, of how many.
        package fileprivate(set) var stage = OfficeVerifier.Stage.log.rawValue
        package fileprivate(set) var done = 0
        package fileprivate(set) var total = 0
        package fileprivate(set) var findings = 0
    }

    /// What the last verification of this process came to.
    package struct Ending: Equatable, Sendable {
        package let report: Digest
        package let findings: Int
        package let head: Int?
        /// Why the log does not name the report; nil if it does.
        package let unrecorded: String?
    }

    private struct State {
        var run: Run?
        var process: VerifyProcess?
        var thread: WorkerThread?
        var last: Ending?
        var problem: String?
        var isStopped = false
    }

    private let office: Office
    private let port: any CommandPort
    private let clock: @Sendable () -> Instant
    private let program: URL
    private let state = Monitor(State())

    /// - Parameter program: the file of a `khamrong`; by itself, that of this process.
    init(
        of office: Office, port: any CommandPort, clock: @escaping @Sendable () -> Instant,
        program: URL
    ) {
        self.office = office
        self.port = port
        self.clock = clock
        self.program = program
    }

    /// What is under way; nil if nothing is.
    package var current: Run? { state.with { $0.run } }
    package var last: Ending? { state.with { $0.last } }
    /// Why the last one left no report; nil if it did, or there was none.
    package var problem: String? { state.with { $0.problem } }

    /// Begins one; false if one is under way. Returns at once.
    package func start(_ extent: OfficeVerifier.Extent, by actor: Actor) -> Bool {
        let run = Run(officer: actor.id, extent: extent, began: clock())
        let process = VerifyProcess(office.paths, extent, program: program)
        return state.with { state in
            guard state.run == nil, !state.isStopped else { return false }
            state.run = run
            state.process = process
            state.problem = nil
            state.thread = WorkerThread { [self] in follow(process, run, actor) }
            return true
        }
    }

    /// Waits until none is under way, so long at most; whether that is so.
    package func settle(milliseconds: Int) -> Bool {
        state.wait(milliseconds: milliseconds) { $0.run == nil ? true : nil } ?? false
    }

    /// Ends the one that is under way, without a report.
    func stop() {
        let thread = state.with { state in
            state.isStopped = true
            state.process?.end()
            return state.thread
        }
        thread?.join()
    }

    private func follow(_ process: VerifyProcess, _ run: Run, _ actor: Actor) {
        var tally = VerificationTally()
        do {
            let signal = try process.run { line in
                tally.add(line)
                let (now, findings) = (tally.last, tally.findings.count)
                state.with { state in
                    state.run?.stage = now.stage
                    state.run?.done = now.position
                    state.run?.total = now.total
                    state.run?.findings = findings
                    // It was not there yet when everybody was asked to end.
                    if state.isStopped { state.process?.end() }
                }
            }
            tally.finish(signal)
            if !state.with({ $0.isStopped }) {
                let ending = try keep(tally, of: run, by: actor)
                state.with { $0.last = ending }
            }
        } catch {
            state.with { $0.problem = "\(error)" }
        }
        state.with { state in
            state.run = nil
            state.process = nil
        }
        state.broadcast()
    }

    // MARK: The report

    /// Signs the report and puts it on the disk, then has the log name it.
    private func keep(
        _ tally: VerificationTally, of run: Run, by actor: Actor
    ) throws -> Ending {
        let signer = try signer()
        var report = VerificationReport()
        report.origin = signer.verifier.name
        report.officer = run.officer
        report.began = run.began
        report.ended = clock()
        report.program = tally.program ?? ""
        report.extent = run.extent
        report.result = tally.result
        report.findings = Array(tally.findings.prefix(VerificationReport.mostFindings))
        report.findingCount = tally.findings.count
        let bytes = report.signed(by: signer).bytes
        let digest = SHA256.hash(bytes)
        try write(bytes, digest)
        let verified = OfficeEvent.LogVerified(
            extent: run.extent.rawValue, findings: tally.findings.count,
            head: tally.result?.head ?? tally.last.position, report: digest,
            root: tally.result?.root)
        let outcome = port.submitAndWait([
            Draft(.office(OfficeCommand(.logVerified(verified))), by: actor, at: clock())
        ])[0]
        var unrecorded: String?
        if case .accepted = outcome {} else { unrecorded = "\(outcome)" }
        return Ending(
            report: digest, findings: tally.findings.count, head: tally.result?.head,
            unrecorded: unrecorded)
    }

    /// Also of a log that is damaged, and which nobody signs any more: that is what is said then.
    private func signer() throws -> NoteSigner {
        let epoch = office.log.epoch
        guard let seed = try office.vault.secret(ifThere: Publisher.seedName(of: epoch)),
            let signer = NoteSigner(name: office.log.signedName, kind: .log, seed: seed)
        else { throw PublisherProblem.unusableOrigin(office.log.signedName) }
        return signer
    }

    private func write(_ bytes: [UInt8], _ digest: Digest) throws {
        let directory = office.paths.verifications
        if try Directory.make(directory) { try Directory.sync(office.paths.office) }
        let draft = "\(directory)/.new"
        try Directory.remove(draft)
        var file = try NewFile(draft: draft)
        try file.write(bytes.span)
        try file.publish(as: Self.name(of: digest), in: directory)
    }

    private static func name(of report: Digest) -> String { "\(report).txt" }

    /// A report that was kept; nil if there is none of that hash.
    package func report(_ digest: Digest) throws -> [UInt8]? {
        let path = "\(office.paths.verifications)/\(Self.name(of: digest))"
        guard let file = try FileReader.open(ifThere: path) else { return nil }
        var bytes: [UInt8] = []
        try file.read(SignedNote.mostBytes, into: &bytes)
        return bytes
    }
}

extension Office {
    /// A verification that the log names.
    package struct NamedVerification: Sendable {
        package let position: Position
        package let at: Instant
        package let officer: String
        package let data: OfficeEvent.LogVerified
    }

    /// The verifications that the log names, the last first.
    ///
    /// Looks through the whole log for them, a fraction of a second a million entries.
    package func verifications(limit: Int = 50) throws -> [NamedVerification] {
        var found: [NamedVerification] = []
        let type =
            "\(EventType.prefix)\(StreamKind.office.rawValue).\(OfficeEvent.LogVerified.name)."
        var next: Position? = 0
        while let after = next {
            let page = try log.read(type: type, after: after, limit: 1000)
            for entry in page.entries {
                let recorded = try RecordedEvent.read(entry)
                guard case .office(.logVerified(let data)) = recorded.event else { continue }
                found.append(
                    NamedVerification(
                        position: recorded.position, at: recorded.time, officer: recorded.actor,
                        data: data))
            }
            next = page.next
        }
        return found.suffix(limit).reversed()
    }
}
