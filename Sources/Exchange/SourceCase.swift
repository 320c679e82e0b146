package import Entries

/// One case of another system, as its file has it, events in the order of the file.
package struct SourceCase: Equatable, Sendable {
    /// What the source calls it; unique within a file.
    package var name: String
    package var attributes: [SourceAttribute]
    package var events: [SourceEvent]
    /// The line of the file at which it begins, 0 if it comes from no file.
    package var line: Int

    package init(
        name: String, attributes: [SourceAttribute] = [], events: [SourceEvent] = [], line: Int = 0
    ) {
        self.name = name
        self.attributes = attributes
        self.events = events
        self.line = line
    }
}

/// One thing that happened in a case of another system.
package struct SourceEvent: Equatable, Sendable {
    /// The source's own label.
    package var activity: String
    /// Nil if the file gives none, or none that can be read: then it is among the attributes.
    package var time: Instant?
    package var resource: String?
    package var lifecycle: String?
    /// Everything else, in the order of the file.
    package var attributes: [SourceAttribute]
    /// The line of the file at which it begins, 0 where its case stands on one line.
    package var line: Int

    package init(
        activity: String, time: Instant?, resource: String? = nil, lifecycle: String? = nil,
        attributes: [SourceAttribute] = [], line: Int = 0
    ) {
        self.activity = activity
        self.time = time
        self.resource = resource
        self.lifecycle = lifecycle
        self.attributes = attributes
        self.line = line
    }
}

extension SourceCase {
    /// The line at which a reader of the file finds the event.
    package func line(of event: Int) -> Int { max(events[event].line, line) }
}

/// A field of a case or an event: its value is text exactly as in the file, whatever its type.
package struct SourceAttribute: Equatable, Sendable {
    package var key: String
    package var value: String
    package var type: SourceType
    package var children: [SourceAttribute]

    package init(
        _ key: String, _ value: String, _ type: SourceType = .string,
        children: [SourceAttribute] = []
    ) {
        self.key = key
        self.value = value
        self.type = type
        self.children = children
    }
}

/// The types of an attribute, by the names of XES (IEEE 1849).
package enum SourceType: String, CaseIterable, Sendable {
    case string, date, int, float, boolean, id, list, container
}

extension [SourceAttribute] {
    /// The value of the first attribute with this key.
    package subscript(_ key: String) -> String? { first { $0.key == key }?.value }
}
