internal import Threads

/// Where drafts go: the writer of this process, or that of another one.
package protocol CommandPort: Sendable {
    /// Has `drafts` sealed and decided together, one after the other; `completion` hears one outcome for
    /// each, in their order, on a thread that it must not block.
    func submit(
        _ drafts: [Draft], completion: @escaping @Sendable ([CommandOutcome]) -> Void)
    /// Blocks the calling thread until the outcomes are there.
    func submitAndWait(_ drafts: [Draft]) -> [CommandOutcome]
    /// Carries out what was submitted and lets go. Blocks until then.
    func close()
}

extension CommandPort {
    package func submitAndWait(_ drafts: [Draft]) -> [CommandOutcome] {
        let answer = Monitor<[CommandOutcome]?>(nil)
        submit(drafts) { outcomes in
            answer.with { $0 = outcomes }
            answer.signal()
        }
        return answer.wait { $0 }
    }

    /// The outcome of one draft; blocks the calling thread until it is there.
    package func perform(_ draft: Draft) -> CommandOutcome {
        submitAndWait([draft])[0]
    }
}
