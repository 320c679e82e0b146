/// Writes the fields of a value as canonical JSON.
public struct FieldEncoder: FieldVisitor {
    @usableFromInline package var writer: CanonicalWriter
    private var frame = EventFrame()
    /// The frame's member that is still to be written at its place in the outermost object.
    @usableFromInline var nextMember: EventFrame.Member?

    @usableFromInline package init(writer: CanonicalWriter = CanonicalWriter()) {
        self.writer = writer
    }

    // What is generic is compiled anew where the types are, as in `FieldDecoder`.

    @inlinable public mutating func object<Value: Fields>(_ value: Value) {
        var value = value
        body(&value)
    }

    /// Writes an event's data with its frame.
    @inlinable public mutating func data<Value: Fields>(_ value: Value, frame: EventFrame) {
        var value = value
        begin(frame)
        writer.openObject()
        value.visit(&self)
        endFrame()
        writer.closeObject()
    }

    @inlinable mutating func body<Value: Fields>(_ value: inout Value) {
        writer.openObject()
        value.visit(&self)
        writer.closeObject()
    }

    @usableFromInline mutating func begin(_ frame: EventFrame) {
        self.frame = frame
        nextMember = frame.firstMember(from: .imported)
    }

    @usableFromInline mutating func endFrame() {
        while let member = nextMember { write(member) }
    }

    @usableFromInline mutating func key(_ key: String) {
        if nextMember != nil { writeMembers(before: key) }
        writer.key(key)
    }

    private mutating func writeMembers(before key: String) {
        let utf8 = key.utf8
        let name = utf8.span
        while let member = nextMember, member.firstByte <= name[0], member.rawValue < key {
            write(member)
        }
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

    @inlinable mutating func array<Element>(
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

    public mutating func field(_ key: String, _ value: inout String) {
        self.key(key)
        writer.string(value)
    }
    public mutating func field(_ key: String, _ value: inout String?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func field(_ key: String, _ value: inout Int) {
        self.key(key)
        writer.integer(value)
    }
    public mutating func field(_ key: String, _ value: inout Int?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func field(_ key: String, _ value: inout Bool) {
        self.key(key)
        writer.boolean(value)
    }
    public mutating func flag(_ key: String, _ value: inout Bool) {
        if value { field(key, &value) }
    }
    public mutating func field(_ key: String, _ value: inout Instant) {
        self.key(key)
        writer.instant(value)
    }
    public mutating func field(_ key: String, _ value: inout Instant?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func field(_ key: String, _ value: inout CivilDate) {
        self.key(key)
        writer.quotedASCII(value.text)
    }
    public mutating func field(_ key: String, _ value: inout CivilDate?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func field(_ key: String, _ value: inout Digest) {
        self.key(key)
        writer.digest(value)
    }
    public mutating func field(_ key: String, _ value: inout Digest?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func field(_ key: String, _ value: inout KeyReference) {
        self.key(key)
        writer.keyReference(value)
    }
    public mutating func field(_ key: String, _ value: inout KeyReference?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func field(_ key: String, _ value: inout EventID) {
        self.key(key)
        writer.id(value)
    }
    public mutating func field(_ key: String, _ value: inout EventID?) {
        guard var present = value else { return }
        field(key, &present)
    }
    @inlinable public mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        self.key(key)
        writer.string(value.rawValue)
    }
    @inlinable public mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        guard var present = value else { return }
        field(key, &present)
    }
    @inlinable public mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        self.key(key)
        let held = nextMember
        nextMember = nil
        body(&value)
        nextMember = held
    }
    @inlinable public mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        guard var present = value else { return }
        field(key, &present)
    }
    public mutating func list(_ key: String, _ value: inout [String]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.writer.string($1) }
    }
    public mutating func list(_ key: String, _ value: inout [Int]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.writer.integer($1) }
    }
    @inlinable public mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.writer.string($1.rawValue) }
    }
    @inlinable public mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        guard !value.isEmpty else { return }
        self.key(key)
        array(value) { $0.object($1) }
    }
}
