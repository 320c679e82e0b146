internal import Entries
package import EventLog
internal import Events
package import Rules
package import Threads

/// The office as its writer knows it: loads a stream, decides, and appends what follows.
///
/// It lives on the writer's thread. What it remembers of streams is what their events say; when a
/// batch could not be kept, everything is forgotten and read again.
package struct OfficeDecider: Deciding {
    /// The office's code: the name of its stream of settings.
    let code: String
    private var memory = OfficeMemory()
    /// Set before the first command: the vault that it stands on is opened under the writer's
    /// lock.
    private let unique: Once<UniqueValues>

    package init(code: String, unique: Once<UniqueValues>) {
        self.code = code
        self.unique = unique
    }

    package mutating func forget() {
        memory = OfficeMemory()
        unique.value?.forget()
    }

    /// Decides `requests` one after the other; each has its own answer, in order.
    ///
    /// Only a request that is alone may carry an idempotency key: the key stands for all entries
    /// of a decision.
    package mutating func decide(
        _ requests: [Frozen<Request>], in transaction: borrowing AppendTransaction
    ) throws -> Decision<[CommandOutcome]> {
        memory.makeRoom()
        do {
            return try answer(requests, in: transaction)
        } catch {
            forget()
            throw error
        }
    }

    private mutating func answer(
        _ requests: [Frozen<Request>], in transaction: borrowing AppendTransaction
    ) throws -> Decision<[CommandOutcome]> {
        if requests.count == 1, let request = requests.first,
            let idempotency = request.value.idempotency
        {
            if let recalled = transaction.recall(idempotency.key) {
                return Decision([try repeated(recalled, idempotency, in: transaction)])
            }
            var decision = Decision<[CommandOutcome]>([])
            try add(request, to: &decision, in: transaction)
            if !decision.entries.isEmpty { decision.idempotency = idempotency }
            return decision
        }
        var decision = Decision<[CommandOutcome]>([])
        decision.answer.reserveCapacity(requests.count)
        decision.entries.reserveCapacity(requests.count)
        for request in requests {
            guard request.value.idempotency == nil else {
                let refusal = RequestRefusal.keyInBatch
                decision.answer.append(.refused(code: refusal.code, refusal.wording))
                continue
            }
            try add(request, to: &decision, in: transaction)
        }
        return decision
    }

    private mutating func add(
        _ request: Frozen<Request>, to decision: inout Decision<[CommandOutcome]>,
        in transaction: borrowing AppendTransaction
    ) throws {
        var turn = Turn(
            request: request, now: transaction.time, after: decision.entries.count,
            nextPosition: transaction.nextPosition)
        // The turn has the list for as long as it lasts: another one would be copied into it.
        swap(&turn.entries, &decision.entries)
        defer { swap(&turn.entries, &decision.entries) }
        do {
            if let refusal = request.value.refusal { throw refusal }
            switch request.value.command {
            case .petition(let number, let command):
                try decide(command, number: number, &turn, in: transaction)
            case .account(let id, let command):
                try decide(command, account: id, &turn, in: transaction)
            case .office(let command): try decide(command, &turn, in: transaction)
            }
            decision.answer.append(.accepted(turn.receipt))
        } catch let refusal as any CommandRefusal {
            turn.giveUp()
            decision.answer.append(.refused(code: refusal.code, refusal.wording))
        }
    }

    /// The answer of the command that came first under the same key.
    private func repeated(
        _ recalled: Recalled, _ idempotency: Idempotency,
        in transaction: borrowing AppendTransaction
    ) throws -> CommandOutcome {
        guard recalled.fingerprint == idempotency.fingerprint else {
            let refusal = RequestRefusal.keyReused
            return .refused(code: refusal.code, refusal.wording)
        }
        let last = recalled.positions.upperBound
        guard let entry = try transaction.read(after: last - 1, limit: 1).first else {
            throw LogDamage.hole(at: last)
        }
        let envelope = try Envelope(entry.bytes)
        return .accepted(
            Receipt(
                stream: envelope.subject, version: envelope.streamVersion,
                positions: recalled.positions,
                event: try transaction.firstEvent(at: recalled.positions.lowerBound),
                isRepeat: true))
    }
}

// MARK: - Petitions

extension OfficeDecider {
    private mutating func decide(
        _ command: PetitionCommand, number: String?, _ turn: inout Turn,
        in transaction: borrowing AppendTransaction
    ) throws {
        let settings = try memory.settings(of: code, in: transaction)
        var number = number
        if number == nil, let source = turn.request.value.source {
            number = try memory.number(of: source, in: transaction)
        }
        let known = try number.map { try memory.petition($0, in: transaction) } ?? nil
        if let number, known == nil {
            // A case that was opened and is not found is damage, after which nothing is written.
            let isFromSource = turn.request.value.source != nil
            if isFromSource, let position = try OfficeMemory.opening(of: number, in: transaction) {
                throw LogDamage.streamIndex(at: position)
            }
            throw RequestRefusal.noSuchStream
        }
        let version = known?.value.version ?? 0
        try turn.check(version: version)
        try turn.check(key: known?.value.caseKey)
        var circumstances = turn.circumstances(settings)
        var next: PetitionNumber?
        if known == nil {
            let date = turn.happenedAt.local.date
            next = try memory.nextNumber(on: date, settings, in: transaction)
            circumstances.nextNumber = next?.text
        }
        if let other = turn.request.value.otherNumber {
            circumstances.other = try memory.petition(other, in: transaction)
        }
        let events = try Petition.decide(
            command, in: known, by: turn.request.value.actor, with: circumstances)
        guard let name = number ?? events.first?.number else {
            throw RequestRefusal.noSuchStream
        }
        turn.begin(StreamName(.petition, name), version: version)
        guard !events.isEmpty else { return }
        // An entry that is too large is refused before anything is remembered.
        var petition = known?.value ?? Petition()
        for event in events { petition.apply(event, try turn.append(.petition(event))) }
        if let next { memory.took(next, source: turn.request.value.source) }
        memory.remember(petition, number: name)
    }
}

// MARK: - Accounts and the office itself

extension OfficeDecider {
    private mutating func decide(
        _ command: AccountCommand, account id: String, _ turn: inout Turn,
        in transaction: borrowing AppendTransaction
    ) throws {
        let settings = try memory.settings(of: code, in: transaction)
        let account = try memory.account(id, in: transaction)
        try turn.check(version: account?.version ?? 0)
        try turn.check(key: account?.key)
        let claims = turn.request.value.claims
        let unique = unique.value
        var circumstances = turn.circumstances(settings)
        if !claims.isEmpty, let unique {
            circumstances.taken = try unique.taken(claims, by: id, in: transaction)
            if circumstances.taken.contains(.login), let provider = command.provider,
                let holder = unique.holder(of: .login, among: claims),
                try !(memory.account(holder, in: transaction)?.logins ?? []).contains(provider)
            {
                // Whoever had it has let it go.
                circumstances.taken.removeAll { $0 == .login }
            }
        }
        let events = try Account.decide(
            command, in: account, by: turn.request.value.actor, with: circumstances)
        turn.begin(StreamName(.account, id), version: account?.version ?? 0)
        var next = account ?? Account()
        for event in events {
            next.apply(event, try turn.append(.account(event)))
        }
        memory.remember(next, account: id)
        if !events.isEmpty { unique?.take(claims, for: id) }
        if next.isErased { unique?.release(id) }
    }

    private mutating func decide(
        _ command: OfficeCommand, _ turn: inout Turn, in transaction: borrowing AppendTransaction
    ) throws {
        let known = try memory.settings(of: code, in: transaction)
        var settings = known.value
        try turn.check(version: settings.version)
        var circumstances = turn.circumstances(known)
        circumstances.upcomingNumber = try memory.upcomingNumber(in: transaction)
        let events = try OfficeSettings.decide(
            command, in: settings, by: turn.request.value.actor, with: circumstances)
        turn.begin(StreamName(.office, code), version: settings.version)
        for event in events {
            settings.apply(event, try turn.append(.office(event)))
        }
        memory.remember(settings)
    }
}

extension AppendTransaction {
    /// The word of the event at a position.
    fileprivate borrowing func firstEvent(at position: Position) throws -> String? {
        try read(after: position - 1, limit: 1).first.map { entry in
            let recorded = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            return type(of: recorded.event.data).name
        }
    }
}
