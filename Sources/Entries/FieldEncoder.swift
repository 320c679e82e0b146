/// Writes the fields of a value as canonical JSON.
package struct FieldEncoder: FieldVisitor {
    package private(set) var writer: CanonicalWriter
    private var frame = EventFrame()
    /// The frame's member that is still to be written at its place in the outermost object.
    private var nextMember: EventFrame.Member?

    package init(writer: CanonicalWriter = CanonicalWriter()) { self.writer = writer }

    package mutating func object(_ value: some Fields) {
        var value = value
        writer.openObject()
        value.visit(&self)
        writer.closeObject()
    }

    /// Writes an event's data with its frame.
    package mutating func data(_ value: some Fields, frame: EventFrame) {
        var value = value
        self.frame = frame
        nextMember = frame.firstMember(from: .imported)
        writer.openObject()
        value.visit(&self)
        while let member = nextMember { write(member) }
        writer.closeObject()
    }

    private mutating func key(_ key: String) {
        while let member = nextMember, member.rawValue < key { write(member) }
        writer.key(key)
    }

    private mutating func write(_ member: EventFrame.Member) {
        nextMember = nil
        switch member {
        case .imported:
            writer.key(member.rawValue)
            writer.boolean(true)
        case .occurredAt:
            var instant = frame.occurredAt
            field(member.rawValue, &instant)
        case .sections:
            var sections = frame.sections
            list(member.rawValue, &sections)
        case .step:
            var step = frame.step
            field(member.rawValue, &step)
        }
        nextMember = member.next.flatMap { frame.firstMember(from: $0) }
    }

    private mutating func array<Element>(
        _ elements: [Element], _ write: (inout Self, Element) -> Void
    ) {
        let held = nextMember
        nextMember = nil
        writer.openArray()
        var isFirst = true
        for element in elements {
            if !isFirst { writer.comma() }
            isFirst = false
            write(&self, element)
        }
        writer.closeArray()
        nextMember = held
    }

    package mutating func field(_ key: String, _ value: inout String) {
        self.key(key)
        writer.string(value)
    }
    package mutating func field(_ key: String, _ value: inout String?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field(_ key: String, _ value: inout Int) {
        self.key(key)
        writer.integer(value)
    }
    package mutating func field(_ key: String, _ value: inout Int?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field(_ key: String, _ value: inout Bool) {
        self.key(key)
        writer.boolean(value)
    }
    package mutating func flag(_ key: String, _ value: inout Bool) {
        if value { field(key, &value) }
    }
    package mutating func field(_ key: String, _ value: inout Instant) {
        self.key(key)
        writer.instant(value)
    }
    package mutating func field(_ key: String, _ value: inout Instant?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field(_ key: String, _ value: inout CivilDate) {
        self.key(key)
        writer.quotedASCII(value.text)
    }
    package mutating func field(_ key: String, _ value: inout CivilDate?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field(_ key: String, _ value: inout Digest) {
        self.key(key)
        writer.digest(value)
    }
    package mutating func field(_ key: String, _ value: inout Digest?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field(_ key: String, _ value: inout KeyReference) {
        self.key(key)
        writer.keyReference(value)
    }
    package mutating func field(_ key: String, _ value: inout KeyReference?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field(_ key: String, _ value: inout EventID) {
        self.key(key)
        writer.id(value)
    }
    package mutating func field(_ key: String, _ value: inout EventID?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        self.key(key)
        writer.string(value.rawValue)
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        self.key(key)
        let held = nextMember
        nextMember = nil
        object(value)
        nextMember = held
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        guard var present = value else { return }
        field(key, &present)
    }
    package mutating func list(_ key: String, _ value: inout [String]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.writer.string($1) }
    }
    package mutating func list(_ key: String, _ value: inout [Int]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.writer.integer($1) }
    }
    package mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.writer.string($1.rawValue) }
    }
    package mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.object($1) }
    }
}
