package import Entries

/// The data of one type of event: a fact, named in the past tense by the office's own word.
///
/// Once stored, a type keeps its name, version and fields for ever; a changed fact is a new version
/// beside it and an upcaster from the old one.
package protocol EventData: Fields {
    /// The word in the type: `received` in `th.khamrong.petition.received.v1`.
    static var name: String { get }
    static var version: Int { get }
    /// What it says, for people who read the catalogue.
    static var meaning: Wording { get }
    /// The sections that may be sealed beside it.
    static var sections: [SectionKind] { get }

    // What follows is required so that it is compiled for each type by itself; no type has its own.

    /// The canonical bytes with the frame: what an entry holds as `data`.
    func encoded(with frame: EventFrame) -> [UInt8]
    /// Refuses texts that are longer than their fields allow.
    func checkTexts() throws(TextTooLong)
}

extension EventData {
    package func encoded(with frame: EventFrame) -> [UInt8] {
        var encoder = FieldEncoder()
        encoder.data(self, frame: frame)
        return encoder.writer.bytes
    }

    package func checkTexts() throws(TextTooLong) { try checkBounds() }

    package static var version: Int { 1 }
    package static var sections: [SectionKind] { [] }

    /// The first section of `frame` that may not stand beside such an event; what a source said of
    /// it may stand beside every imported one.
    package static func strangeSection(in frame: EventFrame) -> SealedSection? {
        if frame.sections.isEmpty { return nil }
        let allowed = sections
        return frame.sections.first { section in
            guard let kind = SectionKind(rawValue: section.field) else { return true }
            return !allowed.contains(kind) && !(frame.isImported && kind == .attributes)
        }
    }
}

/// The data of a type that has a newer version: still read, never written again.
package protocol SupersededData: EventData {
    associatedtype Next: EventData
    /// The same fact in the next version.
    func upcast() -> Next
}

/// The kinds of stream; a stream's subject is `<kind>/<name>`.
package enum StreamKind: String, FieldWord {
    /// One person's account: `account/<32 hex digits>`.
    case account
    /// The office itself: its settings, its people, its calendar: `office/<code>`.
    case office
    /// One case: `petition/<number>`.
    case petition
}

/// The name of a stream.
package struct StreamName: Hashable, Sendable {
    package let kind: StreamKind
    package let name: String

    package init(_ kind: StreamKind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    package init?(subject: String) {
        guard let slash = subject.firstIndex(of: "/"),
            let kind = StreamKind(rawValue: String(subject[..<slash])),
            case let name = subject[subject.index(after: slash)...], !name.isEmpty
        else { return nil }
        self.init(kind, String(name))
    }

    package var subject: String { "\(kind.rawValue)/\(name)" }
}

/// Whatever can happen in the streams of one kind.
package protocol StreamEvent: Equatable, Sendable {
    static var kind: StreamKind { get }
    /// Every type of these streams in every version, superseded ones included.
    static var types: [any EventData.Type] { get }
    /// The stored data of this event.
    var data: any EventData { get }
    /// Reads the data of type `name`, version `version`, upcast to the newest version; nil if this
    /// version of the product does not know the type.
    static func read(
        name: String, version: Int, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> Self?
}
