package import Entries
package import Events
package import Rules

/// What the clocks of a case are counted from, in the bytes in which its row keeps it.
///
/// Facts are only added, and read when the clocks of an open case are computed: as values they
/// would take five times the memory.
package struct PackedHistory: Equatable, Sendable {
    private var facts = Packer()
    private var factCount = 0
    private var last = 0
    private var spans = Packer()
    private var spanCount = 0

    package init() {}

    /// Takes in what happened at `at`: when it was recorded, or when it occurred elsewhere.
    package mutating func apply(_ event: PetitionEvent, at: Instant) {
        guard
            let (fact, span) = ClockFact.of(event, at: at, isClosed: { history.isClosed })
        else { return }
        add(fact)
        guard let span else { return }
        spans.add(factCount - 1)
        spans.add(span.amount)
        spans.add(word: span.unit)
        spanCount += 1
    }

    private mutating func add(_ fact: ClockFact) {
        if factCount == 0 { facts.reserve(Self.usualSize) }
        facts.add(word: fact.kind)
        facts.add(fact.at.milliseconds - last)
        facts.add((fact.isWaiting ? 1 : 0) | (fact.entered == nil ? 0 : 2))
        if let entered = fact.entered { facts.add(entered.milliseconds - last) }
        facts.add(fact.subject)
        last = fact.at.milliseconds
        factCount += 1
    }

    /// What a case comes to that takes its usual course.
    private static let usualSize = 64

    /// The facts as the clocks read them.
    package var history: ClockHistory {
        var (facts, spans) = (Unpacker(facts.bytes), Unpacker(spans.bytes))
        do {
            return ClockHistory(
                facts: try facts.facts(factCount), spans: try spans.spans(spanCount))
        } catch {
            preconditionFailure("a history was packed that cannot be unpacked")
        }
    }

    func pack(into packer: inout Packer) {
        packer.add(factCount)
        packer.add(facts)
        packer.add(spanCount)
        packer.add(spans)
    }

    /// What stands next, which must be a whole history.
    init(from unpacker: inout Unpacker) throws(UnpackingError) {
        for fact in try unpacker.facts(unpacker.count()) { add(fact) }
        for span in try unpacker.spans(unpacker.count()) {
            spans.add(span.fact)
            spans.add(span.span.amount)
            spans.add(word: span.span.unit)
            spanCount += 1
        }
    }
}

extension Unpacker {
    mutating func count() throws(UnpackingError) -> Int {
        let count = try number()
        guard count >= 0, count < 1_000_000 else { throw UnpackingError() }
        return count
    }

    fileprivate mutating func facts(_ count: Int) throws(UnpackingError) -> [ClockFact] {
        var facts: [ClockFact] = []
        facts.reserveCapacity(count)
        var last = 0
        for _ in 0..<count {
            let fact = try fact(after: last)
            last = fact.at.milliseconds
            facts.append(fact)
        }
        return facts
    }

    fileprivate mutating func spans(
        _ count: Int
    ) throws(UnpackingError) -> [ClockHistory.NamedSpan] {
        var spans: [ClockHistory.NamedSpan] = []
        for _ in 0..<count {
            var span = ClockHistory.NamedSpan()
            span.fact = try number()
            span.span = TimeSpan(amount: try number(), unit: try word())
            spans.append(span)
        }
        return spans
    }

    private mutating func fact(after last: Int) throws(UnpackingError) -> ClockFact {
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
