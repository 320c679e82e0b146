package import Entries
internal import EventLog
internal import Events
internal import Foundation
internal import Rules
internal import Vault

/// What was done to forget people.
package struct Forgotten: Equatable, Sendable {
    /// Keys that were destroyed now, of people and of cases.
    package var keys = 0
    /// Sealed sections that were removed from the log's file.
    package var sections = 0
    /// People of whom nothing is left, since this time.
    package var completed: [String] = []
    /// The epoch of the vault's keys since when; nil if nothing had to go.
    package var epoch: Int?

    package init() {}
}

/// Forgetting, in the order that survives a crash anywhere: approved and erased by events of the
/// log first; then the keys, which are destroyed as each `erased` becomes durable (`Erasures`); then
/// what they sealed, out of the log's file; then the key that wrapped them; then it is said that it
/// is done. Whatever was begun is begun again until that is said.
extension OfficeWriter {
    /// Carries out what was approved, and removes what is left of what was erased.
    ///
    /// Blocks. While the log's file is written anew, a second or two a gigabyte, nobody in this
    /// process reads or writes it: do it at night. Costs one look through the log where nothing is
    /// to be done.
    ///
    /// - Parameter secured: called while the vault is wrapped under a new key and the old one is
    ///   still there: a copy of the vault is made then, or there is none that opens.
    package func forget(
        at now: Instant, secured: () throws -> Void = {}
    ) throws -> Forgotten {
        var forgotten = Forgotten()
        try eraseApproved(at: now, into: &forgotten)
        try removeErased(at: now, secured, into: &forgotten)
        return forgotten
    }

    // MARK: Approved, and not erased

    private func eraseApproved(at now: Instant, into forgotten: inout Forgotten) throws {
        for kind in [StreamKind.petition, .account] {
            try eachEvent(named: PetitionEvent.ErasureApproved.name, of: kind) { recorded in
                guard let key = try key(under: recorded.stream), vault.erasure(of: key) == nil
                else { return }
                let draft = erasing(recorded, key, at: now)
                switch submitAndWait([draft])[0] {
                case .accepted: forgotten.keys += 1
                // Approved twice, or erased by another event already.
                case .refused: return
                case let outcome: throw ErasureInterrupted(outcome: outcome)
                }
            }
        }
    }

    private func erasing(
        _ approved: RecordedEvent, _ key: KeyReference, at now: Instant
    ) -> Draft {
        let name = approved.stream.name
        switch approved.event {
        case .petition(.erasureApproved(let data)):
            let erased = PetitionEvent.Erased(key: key, ground: data.ground)
            return Draft(.petition(number: name, .erase(erased)), by: .system, at: now)
        case .account(.erasureApproved(let data)):
            let erased = AccountEvent.Erased(key: key, ground: data.ground)
            return Draft(.account(id: name, .erase(erased)), by: .system, at: now)
        default: preconditionFailure("only approvals are carried out")
        }
    }

    /// What a stream's first event was sealed under; nil if there is none.
    private func key(under stream: StreamName) throws -> KeyReference? {
        try log.readStream(stream.subject, limit: 1).first.flatMap {
            try RecordedEvent.read($0).key
        }
    }

    // MARK: Erased, and not gone

    private func removeErased(
        at now: Instant, _ secured: () throws -> Void, into forgotten: inout Forgotten
    ) throws {
        let people = try unfinished()
        guard try !people.isEmpty || isSomethingErasedSinceRotation() else { return }
        forgotten.sections = try removeSections()
        try erasures.removeFiles()
        // Nothing sealed is in them, but they were made before; they are made again.
        if FileManager.default.fileExists(atPath: snapshots) {
            try FileManager.default.removeItem(atPath: snapshots)
        }
        try log.compact()
        let (epoch, keys) = try vault.rotate(secured: secured)
        try accept(
            .office(OfficeCommand(.keyEpochRotated(.init(epoch: epoch, keys: keys)))), at: now)
        for account in people {
            let completed = AccountEvent.ErasureCompleted(
                keys: try keysErased(with: account), epoch: epoch)
            try accept(.account(id: account, .completeErasure(completed)), at: now)
        }
        forgotten.completed = people
        forgotten.epoch = epoch
    }

    /// The erased of whom nobody has said that it is done.
    private func unfinished() throws -> [String] {
        var people: [String] = []
        try eachEvent(named: AccountEvent.Erased.name, of: .account) { recorded in
            people.append(recorded.stream.name)
        }
        try eachEvent(named: AccountEvent.ErasureCompleted.name, of: .account) { recorded in
            people.removeAll { $0 == recorded.stream.name }
        }
        return people
    }

    private func isSomethingErasedSinceRotation() throws -> Bool {
        var rotated: Position = 0
        try eachEvent(named: OfficeEvent.KeyEpochRotated.name, of: .office) { recorded in
            rotated = recorded.position
        }
        var isErased = false
        try eachEvent(named: PetitionEvent.Erased.name, of: .petition, after: rotated) { _ in
            isErased = true
        }
        return isErased
    }

    /// A person's own key, and those of the cases that went with the person.
    ///
    /// Whose a case was is sealed under keys that are no more. What went together was approved
    /// together (`ErasureScope.approval`): the cases right before the person, by the same officer.
    private func keysErased(with account: String) throws -> Int {
        let stream = try log.readStream(StreamName(.account, account).subject)
        let approval = try stream.lazy.map { try RecordedEvent.read($0) }.first { recorded in
            if case .account(.erasureApproved) = recorded.event { true } else { false }
        }
        guard let approval else { return 1 }
        var keys = 1
        var position = approval.position - 1
        while position > 0, let entry = try log.entry(at: position) {
            let recorded = try RecordedEvent.read(entry)
            guard case .petition(.erasureApproved) = recorded.event,
                recorded.actor == approval.actor
            else { break }
            if let key = try key(under: recorded.stream), vault.erasure(of: key) != nil {
                keys += 1
            }
            position -= 1
        }
        return keys
    }

    /// Removes whatever was sealed under a key that is no more.
    private func removeSections() throws -> Int {
        var found: [(position: Position, number: Int)] = []
        var position: Position = 0
        while case let entries = try log.read(after: position, limit: 1000),
            let last = entries.last
        {
            for entry in entries {
                for section in try RecordedEvent.read(entry).frame.sections
                where vault.erasure(of: section.keyReference) != nil {
                    found.append((entry.position, section.number))
                }
            }
            position = last.position
        }
        return try log.removeSections(found)
    }

    // MARK: Reading and writing

    private func eachEvent(
        named name: String, of kind: StreamKind, after start: Position = 0,
        _ body: (RecordedEvent) throws -> Void
    ) throws {
        let type = "\(EventType.prefix)\(kind.rawValue).\(name)."
        var next: Position? = start
        while let after = next {
            let page = try log.read(type: type, after: after, limit: 1000)
            for entry in page.entries { try body(try RecordedEvent.read(entry)) }
            next = page.next
        }
    }

    private func accept(_ command: Command, at now: Instant) throws {
        let outcome = submitAndWait([Draft(command, by: .system, at: now)])[0]
        guard case .accepted = outcome else { throw ErasureInterrupted(outcome: outcome) }
    }
}

/// The writer took one of the steps no more. What was done stays; the rest is done the next time.
package struct ErasureInterrupted: Error {
    package let outcome: CommandOutcome
}
