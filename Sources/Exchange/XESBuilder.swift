internal import Entries

/// Puts cases together from the elements of an XES document, in the order they come.
///
/// A name, time, resource or transition that stands directly in an event becomes a property of the
/// event; every other attribute is kept as it is.
struct XESBuilder {
    /// The line that the parser stands at.
    var line: () -> Int = { 0 }
    /// Stops the parser; nothing more is told after it.
    var stop: () -> Void = {}
    /// No more bytes come.
    var isAtEnd = false
    /// How much of the file has been read, for whoever takes a batch.
    var bytesConsumed = 0

    private enum Place { case outside, log, trace, event, global }

    private var place = Place.outside
    private var collector: CaseCollector
    private let limits: SourceLimits
    private let zone: LocalZone
    private var cache = TextCache()
    private var header = SourceHeader()
    private var failure: (any Error)?
    /// Whether the taker of batches has thrown: it is not asked again.
    private var isRefused = false

    private var current = SourceCase(name: "")
    private var event = SourceEvent(activity: "", time: nil)
    private var eventHasActivity = false
    private var isTooLarge = false
    /// Events of a case that is too large.
    private var eventsLeftOut = 0
    private var attributeCount = 0, byteCount = 0
    private var headerBytes = 0, headerFieldsLeftOut = 0
    /// Attributes that are open, outermost first.
    private var open: [SourceAttribute] = []
    /// The property that is open: its attribute holds nothing else.
    private var openProperty: XESProperty?
    /// How many elements deep we are in one that is left out.
    private var skipped = 0

    init(collector: CaseCollector, zone: LocalZone, limits: SourceLimits) {
        self.collector = collector
        self.zone = zone
        self.limits = limits
    }

    /// Throws what has stopped the parser, if anything has.
    func check() throws { if let failure { throw failure } }

    /// Hands over what is waiting.
    mutating func flush() throws {
        if !isRefused { try collector.flush(consumed: bytesConsumed) }
    }

    mutating func finish() throws -> SourceSummary {
        try check()
        try flush()
        if headerFieldsLeftOut > 0 {
            problem(.nothing, .headerTooLarge(fields: headerFieldsLeftOut))
        }
        collector.keep(header)
        return collector.summary
    }

    mutating func meetError(line: Int, _ message: String) {
        guard failure == nil else { return }
        let detail = message.split(separator: "\n").first.map(String.init) ?? ""
        failure =
            isAtEnd && place != .outside
            ? ExchangeError.truncatedXML(line: line)
            : .malformedXML(line: line, detail: detail)
    }

    mutating func meetDocumentType() { fail(.refusedXML(line: line(), reason: .documentType)) }

    private mutating func fail(_ error: any Error) {
        failure = failure ?? error
        stop()
    }

    private mutating func fail(_ error: ExchangeError) { fail(error as any Error) }

    // MARK: Elements

    mutating func open(_ element: XESElement, _ texts: [String: String]) {
        guard skipped == 0 else { return skipped += 1 }
        switch (element, place) {
        case (.log, .outside): place = .log
        case (_, .outside): fail(.refusedXML(line: line(), reason: .notALog))
        case (.values, _) where open.last?.type == .list: break
        case _ where !open.isEmpty || openProperty != nil: skip(element)
        case (.trace, .log): openTrace()
        case (.event, .trace):
            place = .event
            event = SourceEvent(activity: "", time: nil, line: line())
            eventHasActivity = false
        case (.global, .log):
            header.globals.append(.init(scope: texts["scope"] ?? "", attributes: []))
            place = .global
        case (.extension, .log):
            header.extensions.append(
                .init(
                    name: texts["name"] ?? "", prefix: texts["prefix"] ?? "",
                    uri: texts["uri"] ?? ""))
        case (.classifier, .log):
            header.classifiers.append(
                .init(name: texts["name"] ?? "", keys: texts["keys"] ?? ""))
        default: skip(element)
        }
    }

    mutating func close(_ element: XESElement) {
        guard skipped == 0 else { return skipped -= 1 }
        switch element {
        case .attribute: closeAttribute()
        case .event:
            closeEvent()
            place = .trace
        case .trace:
            closeTrace()
            place = .log
        case .global: place = .log
        case .log: place = .outside
        case .extension, .classifier, .values, .other: break
        }
    }

    private mutating func skip(_ element: XESElement) {
        skipped = 1
        problem(
            element == .trace ? .row : element == .event ? .event : .field,
            cases: element == .trace ? 1 : 0, events: element == .event ? 1 : 0,
            .misplacedElement("\(element)"))
    }

    private mutating func problem(
        _ loss: RowProblem.Loss, at begun: Int? = nil, cases: Int = 0, events: Int = 0,
        _ reason: Words
    ) {
        let inCase = place == .trace || place == .event
        collector.problem(
            RowProblem(
                line: begun ?? line(),
                caseName: inCase && !current.name.isEmpty ? current.name : nil,
                event: place == .event ? current.events.count + 1 : nil, loss: loss,
                cases: cases, events: events, reason: reason))
    }

    // MARK: Attributes

    mutating func open(
        _ type: SourceType, key: Span<UInt8>, hasKey: Bool, value: Span<UInt8>, hasValue: Bool
    ) {
        guard skipped == 0 else { return skipped += 1 }
        guard place != .outside else { return fail(.refusedXML(line: line(), reason: .notALog)) }
        let isNest = type == .list || type == .container
        guard hasKey, hasValue || isNest else { return leaveOut(.incompleteAttribute(type)) }
        guard isHeaderRoomy(for: key.count + value.count) else { return skipped = 1 }
        guard key.count <= 1024, value.count <= limits.valueBytes else {
            return leaveOut(.valueTooLong(field: cache.text(key), limit: limits.valueBytes))
        }
        if let openProperty { return leaveOut(.nestedInName(field: "\(openProperty)")) }
        guard open.count < limits.attributeDepth else {
            return leaveOut(.tooDeep(field: cache.text(key), limit: limits.attributeDepth))
        }
        count(bytes: key.count + value.count)
        if open.isEmpty, take(type, key, value) { return }
        guard !isTooLarge else { return leaveOut(nil) }
        open.append(SourceAttribute(cache.text(key), cache.text(value), type))
    }

    /// Whether an attribute can be kept, or belongs to a case; those that cannot are counted.
    private mutating func isHeaderRoomy(for bytes: Int) -> Bool {
        guard place == .log || place == .global else { return true }
        let isRoomy = bytes <= 1024 && headerBytes + bytes <= limits.headerBytes
        if isRoomy { headerBytes += bytes } else { headerFieldsLeftOut += 1 }
        return isRoomy
    }

    private mutating func leaveOut(_ reason: Words?) {
        skipped = 1
        if let reason { problem(.field, reason) }
    }

    private mutating func count(bytes: Int) {
        guard place == .trace || place == .event else { return }
        attributeCount += 1
        byteCount += bytes
        guard !isTooLarge,
            attributeCount > limits.attributesPerCase || byteCount > limits.caseBytes
        else { return }
        isTooLarge = true
        eventsLeftOut = current.events.count
        current.attributes = []
        current.events = []
    }

    /// Whether the attribute is a property of the event or case, which then has it.
    private mutating func take(_ type: SourceType, _ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    {
        guard place == .event || place == .trace, let property = XESProperty(key, type),
            place == .event || property == .name
        else { return false }
        switch (property, place) {
        case (.name, .trace):
            guard current.name.isEmpty else { return repeated(property) }
            current.name = cache.text(value)
        case (.name, _):
            guard !eventHasActivity else { return repeated(property) }
            event.activity = cache.text(value)
            eventHasActivity = true
        case (.time, _):
            guard event.time == nil else { return repeated(property) }
            guard let time = XESTime.instant(value, in: zone) else {
                problem(.nothing, .unreadableTime(cache.text(value), field: "\(property)"))
                return false
            }
            event.time = time
        case (.resource, _):
            guard event.resource == nil else { return repeated(property) }
            event.resource = cache.text(value)
        case (.lifecycle, _):
            guard event.lifecycle == nil else { return repeated(property) }
            event.lifecycle = cache.text(value)
        }
        openProperty = property
        return true
    }

    private mutating func repeated(_ property: XESProperty) -> Bool {
        leaveOut(.repeatedField("\(property)"))
        return true
    }

    private mutating func closeAttribute() {
        if openProperty != nil { return openProperty = nil }
        guard let closed = open.popLast() else { return }
        if !open.isEmpty { return open[open.count - 1].children.append(closed) }
        switch place {
        case .event: event.attributes.append(closed)
        case .trace: current.attributes.append(closed)
        case .global: header.globals[header.globals.count - 1].attributes.append(closed)
        case .log: header.attributes.append(closed)
        case .outside: break
        }
    }

    // MARK: Cases

    private mutating func openTrace() {
        place = .trace
        current = SourceCase(name: "", line: line())
        isTooLarge = false
        attributeCount = 0
        byteCount = 0
    }

    private mutating func closeEvent() {
        guard !isTooLarge else { return eventsLeftOut += 1 }
        guard eventHasActivity else {
            return problem(.event, at: event.line, events: 1, .eventWithoutActivity)
        }
        current.events.append(event)
    }

    private mutating func closeTrace() {
        if isTooLarge {
            let limit = "\(limits.attributesPerCase) / \(limits.caseBytes >> 20) MiB"
            return problem(
                .row, at: current.line, cases: 1, events: eventsLeftOut, .caseTooLarge(limit))
        }
        do {
            try collector.add(current, bytes: byteCount, consumed: bytesConsumed)
        } catch {
            isRefused = true
            fail(error)
        }
        current = SourceCase(name: "")
    }
}

extension Words {
    package static let documentType = Words(
        thai: "เอกสารมี DOCTYPE ซึ่งไม่อนุญาตเพื่อความปลอดภัย",
        english: "The document has a DOCTYPE, which is refused for safety.")
    package static let notALog = Words(
        thai: "เอกสารนี้ไม่ใช่บันทึกเหตุการณ์แบบ XES",
        english: "The document is not an XES log: it does not begin with <log>.")
}
