internal import Entries
internal import Events
internal import Rules

extension CaseFacts: Packed {
    package func packed() -> [UInt8] {
        var packer = Packer()
        packer.add(appointments.count)
        for appointment in appointments {
            packer.add(appointment.number)
            packer.add(appointment.at.milliseconds)
        }
        packer.add(history.facts.count)
        var last = 0
        for fact in history.facts {
            packer.add(fact.kind.rawValue)
            packer.add(fact.at.milliseconds - last)
            packer.add((fact.isWaiting ? 1 : 0) | (fact.entered == nil ? 0 : 2))
            if let entered = fact.entered { packer.add(entered.milliseconds - last) }
            packer.add(fact.subject)
            last = fact.at.milliseconds
        }
        packer.add(history.spans.count)
        for span in history.spans {
            packer.add(span.fact)
            packer.add(span.span.amount)
            packer.add(span.span.unit.rawValue)
        }
        return packer.bytes
    }

    package init(packed bytes: [UInt8]) throws {
        var unpacker = Unpacker(bytes)
        for _ in 0..<(try unpacker.count()) {
            appointments.append(
                Appointment(
                    number: try unpacker.number(),
                    at: Instant(milliseconds: try unpacker.number())))
        }
        var facts: [ClockFact] = []
        var last = 0
        for _ in 0..<(try unpacker.count()) {
            let fact = try unpacker.fact(after: last)
            last = fact.at.milliseconds
            facts.append(fact)
        }
        var spans: [ClockHistory.NamedSpan] = []
        for _ in 0..<(try unpacker.count()) {
            var span = ClockHistory.NamedSpan()
            span.fact = try unpacker.number()
            span.span = TimeSpan(amount: try unpacker.number(), unit: try unpacker.word())
            spans.append(span)
        }
        history = ClockHistory(facts: facts, spans: spans)
    }
}

extension Unpacker {
    fileprivate mutating func count() throws(UnpackingError) -> Int {
        let count = try number()
        guard count >= 0, count < 1_000_000 else { throw UnpackingError() }
        return count
    }

    fileprivate mutating func word<Word: FieldWord>() throws(UnpackingError) -> Word {
        guard let word = Word(rawValue: try text()) else { throw UnpackingError() }
        return word
    }

    fileprivate mutating func fact(after last: Int) throws(UnpackingError) -> ClockFact {
        var fact = ClockFact()
        fact.kind = try word()
        fact.at = Instant(milliseconds: last + (try number()))
        let flags = try number()
        fact.isWaiting = flags & 1 != 0
        if flags & 2 != 0 { fact.entered = Instant(milliseconds: last + (try number())) }
        fact.subject = try text()
        return fact
    }
}
