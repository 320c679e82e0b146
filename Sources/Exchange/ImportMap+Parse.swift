internal import Entries
internal import Events

extension ImportMap {
    static let format = "khamrong-import-map/1"

    /// Reads a map, or says everything that is wrong with it.
    package static func parse(_ bytes: [UInt8]) throws(ImportMapError) -> ImportMap {
        let root: JSONNode
        do throws(JSONFault) {
            root = try JSONParser.parse(bytes)
        } catch {
            let reason = Words(thai: error.thai, english: error.english)
            throw ImportMapError(problems: [.init(line: error.line, field: "", reason: reason)])
        }
        var problems: [ImportMapError.Problem] = []
        var map = ImportMap()
        if var fields = MapFields(root, path: "", problems: &problems) {
            map.readHead(&fields)
            // What is told of a case depends on which columns are the case's.
            if let node = fields.node("csv") { map.readTable(node, &problems) }
            if let node = fields.node("case") {
                map.readCase(node, &problems)
            } else {
                fields.report("case", .mapMissing)
            }
            if let node = fields.node("event") { map.readEvent(node, &problems) }
            map.readActivities(&fields)
            fields.finish(&problems)
        }
        guard problems.isEmpty else {
            throw ImportMapError(problems: problems.sorted { $0.line < $1.line })
        }
        return map
    }

    private mutating func readHead(_ fields: inout MapFields) {
        let format = fields.neededText("format")
        if !format.isEmpty, format != Self.format {
            fields.report("format", .mapUnknown(format, known: [Self.format]))
        }
        system = fields.neededText("system")
        if !system.isEmpty, !Self.isWord(system) {
            fields.report("system", .mapNotAWord(system))
        }
        about = fields.text("about") ?? ""
        let zoneName = fields.neededText("zone")
        if let known = LocalZone(zoneName) {
            zone = known
        } else if !zoneName.isEmpty {
            fields.report("zone", .mapUnknownZone(zoneName))
        }
        for (pattern, line) in fields.texts("times") {
            if let format = TimeFormat(pattern) {
                timeFormats.append(format)
            } else {
                fields.report(line, "times", .mapUnknownTime(pattern))
            }
        }
        openCasesJoinClocks = fields.boolean("open-cases-join-clocks") ?? false
    }

    private mutating func readActivities(_ fields: inout MapFields) {
        for (activity, text, line) in fields.table("activities") {
            if let word = Word(rawValue: text) {
                activities[activity] = word
            } else {
                let known = Word.allCases.map(\.rawValue)
                fields.report(line, "activities", .mapUnknown(text, known: known))
            }
        }
        for (activity, line) in fields.texts("from-any-stage") {
            if activities[activity]?.leadsAhead == true {
                skippingActivities.insert(activity)
            } else {
                let known = activities.filter { $0.value.leadsAhead }.keys.sorted()
                let words = Word.allCases.filter(\.leadsAhead).map(\.rawValue)
                fields.report(
                    line, "from-any-stage",
                    known.isEmpty
                        ? .mapLeadsNowhere(activity, words: words)
                        : .mapUnknown(activity, known: known))
            }
        }
    }

    private mutating func readEvent(_ node: JSONNode, _ problems: inout [ImportMapError.Problem]) {
        guard var fields = MapFields(node, path: "event", problems: &problems) else { return }
        clearEventFields = Set(fields.texts("clear").map(\.text))
        fields.finish(&problems)
    }

    private mutating func readCase(_ node: JSONNode, _ problems: inout [ImportMapError.Problem]) {
        guard var fields = MapFields(node, path: "case", problems: &problems) else { return }
        let kindText = fields.neededText("kind")
        if let known = Kind(rawValue: kindText) {
            kind = known
        } else if !kindText.isEmpty {
            let known = Kind.allCases.map(\.rawValue)
            fields.report("kind", .mapUnknown(kindText, known: known))
        }
        if let choice = Choice("service", of: &fields, &problems, unfit: Self.unfitCode) {
            service = choice
        } else if !fields.has("service") {
            fields.report("service", .mapMissing)
        }
        category = Choice("category", of: &fields, &problems)
        channel = Choice("channel", of: &fields, &problems, unfit: Self.unfitChannel)
        department = Choice("department", of: &fields, &problems, unfit: Self.unfitCode)
        officer = Choice("officer", of: &fields, &problems)
        due = fields.text("due")
        title = fields.text("title")
        place = fields.text("place")
        clearCaseFields = Set(fields.texts("clear").map(\.text))
        let columns = [
            ("service", service.field), ("category", category?.field),
            ("channel", channel?.field), ("department", department?.field),
            ("officer", officer?.field), ("due", due), ("title", title), ("place", place),
        ]
        for case (let key, let column?) in columns where table?.isOfCase(column) == false {
            fields.report(key, .mapNotOfCase(column))
        }
        fields.finish(&problems)
    }

    private static func unfitCode(_ text: String) -> Words? {
        text.isCode ? nil : .mapNotACode(text)
    }

    private static func unfitChannel(_ text: String) -> Words? {
        guard Channel(rawValue: text) == nil else { return nil }
        return .mapUnknown(text, known: Channel.allCases.map(\.rawValue))
    }

    package static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 32
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }
}

extension ImportMap.Choice {
    /// Reads a fixed text, or an object of `field`, `words` and `otherwise`; nil if there is none.
    ///
    /// - Parameter unfit: why a word of the map is none of ours; nil where it is one.
    init?(
        _ key: String, of fields: inout MapFields, _ problems: inout [ImportMapError.Problem],
        unfit: (String) -> Words? = { _ in nil }
    ) {
        guard let node = fields.node(key) else { return nil }
        if case .string(let text) = node.value {
            if text.isEmpty {
                fields.report(node.line, key, .mapEmpty)
            } else if let reason = unfit(text) {
                fields.report(node.line, key, reason)
            }
            otherwise = text
            return
        }
        guard var own = MapFields(node, path: fields.name(key), problems: &problems) else {
            return nil
        }
        field = own.neededText("field")
        otherwise = own.text("otherwise")
        if let otherwise, let reason = unfit(otherwise) { own.report("otherwise", reason) }
        for (value, text, line) in own.table("words") {
            words[value] = text
            if let reason = unfit(text) { own.report(line, "words", reason) }
        }
        own.finish(&problems)
    }
}
