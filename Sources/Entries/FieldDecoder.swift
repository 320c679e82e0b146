/// Reads the fields of a value from canonical JSON: keys in order, none unknown, none missing.
public struct FieldDecoder: FieldVisitor {
    @usableFromInline package var reader: CanonicalReader
    /// The frame met in the outermost object, when that is an event's data.
    package private(set) var frame = EventFrame()
    /// Objects within objects: hostile bytes may not exhaust the stack.
    private static let deepest = 32
    private var depth = 0
    private var isFirst = true
    /// Which of `EventFrame.keys` may still come; none outside an event's data.
    private var nextFrameKey = EventFrame.keyCount
    /// Where the key lies that was taken last while a frame's key could come.
    private var lastKey = 0..<0
    /// The key that comes next, looked up once for all fields that might take it.
    private var upcoming = Upcoming()

    private struct Upcoming {
        /// Where the reader stood when it was looked up.
        var offset = -1
        /// Where its text lies; empty if there is none.
        var text = 0..<0
        /// Which of `EventFrame.keys` it is, if one of them may come.
        var frameKey: Int?
    }

    /// Whether the sections of a frame are read, or passed over.
    private let readsSections: Bool

    package init(_ reader: CanonicalReader, readsSections: Bool = true) {
        self.reader = reader
        self.readsSections = readsSections
    }

    // What is generic is compiled anew where the types are: it would otherwise call each of their
    // fields by way of tables.

    @inlinable public mutating func object<Value: Fields>(
        _ type: Value.Type
    ) throws(CanonicalError) -> Value {
        let outer = enter()
        let value = try body(type)
        leave(to: outer)
        return value
    }

    /// Reads an event's data and the frame within it.
    @inlinable public mutating func data<Value: Fields>(
        _ type: Value.Type
    ) throws(CanonicalError) -> Value {
        beginFrame()
        return try body(type)
    }

    @inlinable public mutating func body<Value: Fields>(
        _ type: Value.Type
    ) throws(CanonicalError) -> Value {
        try open()
        var value = type.init()
        try value.visit(&self)
        try close()
        return value
    }

    /// Leaves the fields of the outer object, which come after its place.
    @usableFromInline mutating func enter() -> Place {
        let outer = Place(isFirst: isFirst, nextFrameKey: nextFrameKey)
        nextFrameKey = EventFrame.keyCount
        return outer
    }

    @usableFromInline mutating func leave(to outer: Place) {
        isFirst = outer.isFirst
        nextFrameKey = outer.nextFrameKey
    }

    @usableFromInline struct Place {
        let isFirst: Bool
        let nextFrameKey: Int
    }

    @usableFromInline package mutating func beginFrame() {
        nextFrameKey = 0
        lastKey = 0..<0
    }

    @usableFromInline mutating func open() throws(CanonicalError) {
        guard depth < Self.deepest else { throw reader.malformed }
        depth += 1
        try reader.expect(UInt8(ascii: "{"))
        isFirst = true
    }

    @usableFromInline mutating func close() throws(CanonicalError) {
        try takeFrame(before: nil)
        guard reader.take(UInt8(ascii: "}")) else { throw unexpected() }
        depth -= 1
    }

    /// Moves to the value of `key` if it comes next.
    @usableFromInline mutating func take(_ key: String) throws(CanonicalError) -> Bool {
        lookUp()
        if !isUpcoming(key) {
            guard try takeFrame(before: key), isUpcoming(key) else { return false }
        }
        if nextFrameKey < EventFrame.keyCount { lastKey = upcoming.text }
        takeUpcoming()
        return true
    }

    /// Looks for the key that comes next, unless that is known.
    ///
    /// Most fields are left out most of the time: each is told from the key by its length alone.
    private mutating func lookUp() {
        guard upcoming.offset != reader.offset else { return }
        upcoming = Upcoming(offset: reader.offset, text: reader.keyText(behindComma: !isFirst))
        guard nextFrameKey < EventFrame.keyCount, !upcoming.text.isEmpty,
            EventFrame.mayBegin(with: reader.bytes[upcoming.text.lowerBound])
        else { return }
        upcoming.frameKey = EventFrame.keys.firstIndex { isUpcoming($0) }
    }

    private func isUpcoming(_ key: String) -> Bool {
        let utf8 = key.utf8
        return utf8.count == upcoming.text.count
            && reader.bytes.span.holds(utf8.span, at: upcoming.text.lowerBound)
    }

    /// Moves behind the quote and the colon that follow the key.
    private mutating func takeUpcoming() {
        isFirst = false
        reader.rewind(to: upcoming.text.upperBound + 2)
    }

    /// Takes the members of the frame that come next and whose place is before `key`, all before
    /// nil; whether there were any.
    @discardableResult private mutating func takeFrame(
        before key: String?
    ) throws(CanonicalError) -> Bool {
        let before = nextFrameKey
        while nextFrameKey < EventFrame.keyCount {
            lookUp()
            guard let taken = upcoming.frameKey, taken >= nextFrameKey else { break }
            let keys = EventFrame.keys
            if let key, keys[taken] >= key { break }
            guard reader.bytes[lastKey].lexicographicallyPrecedes(keys[taken].utf8) else {
                throw .invalid(keys[taken])
            }
            takeUpcoming()
            nextFrameKey = taken + 1
            switch taken {
            case 0:
                guard try reader.boolean() else { throw .invalid(EventFrame.keys[0]) }
                frame.isImported = true
            case 1: frame.occurredAt = try instant(EventFrame.keys[1])
            case 2: frame.sections = try sections()
            default: frame.step = try object(SourceStep.self)
            }
        }
        lookUp()
        return nextFrameKey > before
    }

    private mutating func sections() throws(CanonicalError) -> [SealedSection] {
        if !readsSections {
            if !reader.skipSealedSections() { _ = try reader.value() }
            return []
        }
        let outer = Place(isFirst: isFirst, nextFrameKey: nextFrameKey)
        let sections = try elements(named: SealedSection.key) { decoder throws(CanonicalError) in
            if let section = decoder.reader.takeSealedSection() { return section }
            return try decoder.object(SealedSection.self)
        }
        leave(to: outer)
        for (index, section) in sections.enumerated() where section.number != index + 1 {
            throw .invalid(SealedSection.key)
        }
        return sections
    }

    /// Reads a list of objects that stands by itself.
    mutating func list<Value: Fields>(of type: Value.Type) throws(CanonicalError) -> [Value] {
        try elements(named: "") { decoder throws(CanonicalError) in try decoder.object(type) }
    }

    /// Why the next key could not be taken by anybody.
    private mutating func unexpected() -> CanonicalError {
        if !isFirst, !reader.take(UInt8(ascii: ",")) { return reader.malformed }
        guard let key = try? reader.ascii() else { return reader.malformed }
        return .unknown(String(decoding: key, as: UTF8.self))
    }

    @usableFromInline mutating func need(_ key: String) throws(CanonicalError) {
        guard try take(key) else { throw .missing(key) }
    }

    /// The elements of a list, which is never empty: an empty one is left out.
    @inlinable mutating func elements<Element>(
        named key: String, _ read: (inout Self) throws(CanonicalError) -> Element
    ) throws(CanonicalError) -> [Element] {
        try reader.expect(UInt8(ascii: "["))
        var elements: [Element] = []
        repeat { elements.append(try read(&self)) } while reader.take(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "]"))
        return elements
    }

    public mutating func field(_ key: String, _ value: inout String) throws(CanonicalError) {
        try need(key)
        value = try reader.string()
    }
    public mutating func field(_ key: String, _ value: inout String?) throws(CanonicalError) {
        value = try take(key) ? try reader.string() : nil
    }
    public mutating func field(_ key: String, _ value: inout Int) throws(CanonicalError) {
        try need(key)
        value = try reader.integer()
    }
    public mutating func field(_ key: String, _ value: inout Int?) throws(CanonicalError) {
        value = try take(key) ? try reader.integer() : nil
    }
    public mutating func field(_ key: String, _ value: inout Bool) throws(CanonicalError) {
        try need(key)
        value = try reader.boolean()
    }
    public mutating func flag(_ key: String, _ value: inout Bool) throws(CanonicalError) {
        value = try take(key)
        if value, try !reader.boolean() { throw .invalid(key) }
    }
    public mutating func field(_ key: String, _ value: inout Instant) throws(CanonicalError) {
        try need(key)
        value = try instant(key)
    }
    public mutating func field(_ key: String, _ value: inout Instant?) throws(CanonicalError) {
        value = try take(key) ? try instant(key) : nil
    }
    public mutating func field(_ key: String, _ value: inout CivilDate) throws(CanonicalError) {
        try need(key)
        value = try date(key)
    }
    public mutating func field(_ key: String, _ value: inout CivilDate?) throws(CanonicalError) {
        value = try take(key) ? try date(key) : nil
    }
    public mutating func field(_ key: String, _ value: inout Digest) throws(CanonicalError) {
        try need(key)
        value = try digest(key)
    }
    public mutating func field(_ key: String, _ value: inout Digest?) throws(CanonicalError) {
        value = try take(key) ? try digest(key) : nil
    }
    public mutating func field(_ key: String, _ value: inout KeyReference) throws(CanonicalError) {
        try need(key)
        value = try keyReference(key)
    }
    public mutating func field(_ key: String, _ value: inout KeyReference?) throws(CanonicalError) {
        value = try take(key) ? try keyReference(key) : nil
    }
    public mutating func field(_ key: String, _ value: inout EventID) throws(CanonicalError) {
        try need(key)
        value = try eventID(key)
    }
    public mutating func field(_ key: String, _ value: inout EventID?) throws(CanonicalError) {
        value = try take(key) ? try eventID(key) : nil
    }
    @inlinable public mutating func field<Word: FieldWord>(
        _ key: String, _ value: inout Word
    ) throws(CanonicalError) {
        try need(key)
        value = try word(key)
    }
    @inlinable public mutating func field<Word: FieldWord>(
        _ key: String, _ value: inout Word?
    ) throws(CanonicalError) {
        value = try take(key) ? try word(key) : nil
    }
    @inlinable public mutating func field<Part: Fields>(
        _ key: String, _ value: inout Part
    ) throws(CanonicalError) {
        try need(key)
        value = try object(Part.self)
    }
    @inlinable public mutating func field<Part: Fields>(
        _ key: String, _ value: inout Part?
    ) throws(CanonicalError) {
        value = try take(key) ? try object(Part.self) : nil
    }
    public mutating func list(_ key: String, _ value: inout [String]) throws(CanonicalError) {
        value =
            try take(key)
            ? try elements(named: key) { decoder throws(CanonicalError) in
                try decoder.reader.string()
            } : []
    }
    public mutating func list(_ key: String, _ value: inout [Int]) throws(CanonicalError) {
        value =
            try take(key)
            ? try elements(named: key) { decoder throws(CanonicalError) in
                try decoder.reader.integer()
            } : []
    }
    @inlinable public mutating func list<Word: FieldWord>(
        _ key: String, _ value: inout [Word]
    ) throws(CanonicalError) {
        value =
            try take(key)
            ? try elements(named: key) { decoder throws(CanonicalError) in
                try decoder.word(key) as Word
            } : []
    }
    @inlinable public mutating func list<Part: Fields>(
        _ key: String, _ value: inout [Part]
    ) throws(CanonicalError) {
        value =
            try take(key)
            ? try elements(named: key) { decoder throws(CanonicalError) in
                try decoder.object(Part.self)
            } : []
    }

    private mutating func instant(_ key: String) throws(CanonicalError) -> Instant {
        if let taken = reader.takeInstant() { return taken }
        guard let instant = Instant(canonical: try reader.ascii()) else { throw .invalid(key) }
        return instant
    }

    private mutating func date(_ key: String) throws(CanonicalError) -> CivilDate {
        guard let date = CivilDate(canonical: try reader.ascii()) else { throw .invalid(key) }
        return date
    }

    private mutating func digest(_ key: String) throws(CanonicalError) -> Digest {
        if let taken = reader.takeDigest() { return taken }
        guard let digest = Digest(hex: try reader.ascii()) else { throw .invalid(key) }
        return digest
    }

    private mutating func keyReference(_ key: String) throws(CanonicalError) -> KeyReference {
        if let taken = reader.takeKeyReference() { return taken }
        guard let reference = KeyReference(hex: try reader.ascii()) else { throw .invalid(key) }
        return reference
    }

    private mutating func eventID(_ key: String) throws(CanonicalError) -> EventID {
        if let taken = reader.takeEventID() { return taken }
        guard let id = EventID(text: try reader.ascii()) else { throw .invalid(key) }
        return id
    }

    @inlinable mutating func word<Word: FieldWord>(_ key: String) throws(CanonicalError) -> Word {
        if let taken: Word = reader.takeWord() { return taken }
        guard let word = Word(rawValue: try reader.string()) else { throw .invalid(key) }
        return word
    }
}
