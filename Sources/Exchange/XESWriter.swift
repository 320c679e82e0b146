internal import Entries

/// Writes case histories as an XES log (IEEE 1849), case by case.
///
/// Reading the log back gives the same cases, except that a character which XML forbids comes back
/// as U+FFFD and a value that its type forbids as a `string`; both are reported.
package struct XESWriter: ~Copyable {
    private var target: TargetFile
    private var bytes: [UInt8] = []
    private let report: ProblemReport

    /// Writes what the log says about itself; the extensions of the four properties are added where
    /// `header` lacks them.
    package init(
        _ target: consuming TargetFile, header: SourceHeader = .standard,
        report: @escaping ProblemReport
    ) throws(ExchangeError) {
        self.target = target
        self.report = report
        write(header)
        try hand()
    }

    package mutating func write(_ source: SourceCase) throws(ExchangeError) {
        var place = XESText.Place(caseName: source.name, event: nil, report: report)
        append("\t<trace>\n")
        append("concept:name", source.name, .string, 2, place)
        for attribute in source.attributes { append(attribute, 2, place) }
        for (index, event) in source.events.enumerated() {
            place.event = index + 1
            append(event, place)
        }
        append("\t</trace>\n")
        try hand()
    }

    package consuming func finish() throws(ExchangeError) {
        append("</log>\n")
        try target.write(bytes)
        try target.finish()
    }

    private mutating func hand() throws(ExchangeError) {
        guard bytes.count > 64 << 10 else { return }
        try target.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func write(_ header: SourceHeader) {
        let place = XESText.Place(caseName: nil, event: nil, report: report)
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849-2016\"")
        append(" xes.features=\"nested-attributes\" xmlns=\"http://www.xes-standard.org/\">\n")
        let known = Set(header.extensions.map(\.prefix))
        let needed = SourceHeader.standard.extensions.filter { !known.contains($0.prefix) }
        for used in header.extensions + needed {
            append(
                "extension", [("name", used.name), ("prefix", used.prefix), ("uri", used.uri)],
                place)
        }
        for global in header.globals {
            append("\t<global scope=\"")
            XESText.append(global.scope, to: &bytes, place)
            append("\">\n")
            for attribute in global.attributes { append(attribute, 2, place) }
            append("\t</global>\n")
        }
        for classifier in header.classifiers {
            append("classifier", [("name", classifier.name), ("keys", classifier.keys)], place)
        }
        for attribute in header.attributes { append(attribute, 1, place) }
    }

    private mutating func append(
        _ element: String, _ texts: [(String, String)], _ place: XESText.Place
    ) {
        append("\t<")
        append(element)
        for (name, text) in texts {
            append(" ")
            append(name)
            append("=\"")
            XESText.append(text, to: &bytes, place)
            append("\"")
        }
        append("/>\n")
    }

    private mutating func append(_ event: SourceEvent, _ place: XESText.Place) {
        append("\t\t<event>\n")
        append("concept:name", event.activity, .string, 3, place)
        if let time = event.time, time.isWritable {
            append("time:timestamp", time.description, .date, 3, place)
        }
        if let resource = event.resource { append("org:resource", resource, .string, 3, place) }
        if let lifecycle = event.lifecycle {
            append("lifecycle:transition", lifecycle, .string, 3, place)
        }
        for attribute in event.attributes { append(attribute, 3, place) }
        append("\t\t</event>\n")
    }

    private mutating func append(
        _ key: String, _ value: String, _ type: SourceType, _ depth: Int, _ place: XESText.Place
    ) { append(SourceAttribute(key, value, type), depth, place) }

    private mutating func append(
        _ attribute: SourceAttribute, _ depth: Int, _ place: XESText.Place
    ) {
        let isNest = attribute.type == .list || attribute.type == .container
        let type = XESText.type(of: attribute, place)
        for _ in 0..<depth { append("\t") }
        append("<")
        append(type.rawValue)
        append(" key=\"")
        XESText.append(attribute.key, to: &bytes, place)
        if !isNest || !attribute.value.isEmpty {
            append("\" value=\"")
            XESText.append(attribute.value, to: &bytes, place)
        }
        guard !attribute.children.isEmpty else { return append("\"/>\n") }
        append("\">")
        if type == .list { append("<values>") }
        append("\n")
        for child in attribute.children { append(child, depth + 1, place) }
        for _ in 0..<depth { append("\t") }
        if type == .list { append("</values>") }
        append("</")
        append(type.rawValue)
        append(">\n")
    }
}
