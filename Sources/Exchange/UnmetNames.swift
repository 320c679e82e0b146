/// What a map names and no case of a file has had so far: a label misspelt there would become
/// `step-recorded` in silence, a field that is none would stay empty.
package struct UnmetNames {
    private var activities: Set<String>
    private var caseFields: Set<String>
    private var eventFields: Set<String>
    /// The fields by their places in the map, for the remark.
    private let places: [(place: String, field: String)]

    package init(_ map: ImportMap) {
        activities = Set(map.activities.keys)
        // The columns of a CSV file have been checked against its first row.
        places = map.table == nil ? map.namedFields : []
        let isProperty = Set(XESProperty.allCases.map(\.description)).contains
        let ofEvents = places.filter { $0.place == ImportMap.clearOfEvents }.map(\.field)
        eventFields = Set(ofEvents.filter { !isProperty($0) })
        let ofCases = places.filter { $0.place != ImportMap.clearOfEvents }.map(\.field)
        caseFields = Set(ofCases.filter { $0 != XESProperty.name.description })
    }

    package mutating func meet(_ source: SourceCase) {
        if !caseFields.isEmpty {
            for attribute in source.attributes { caseFields.remove(attribute.key) }
        }
        guard !activities.isEmpty || !eventFields.isEmpty else { return }
        for event in source.events {
            if !activities.isEmpty { activities.remove(event.activity) }
            guard !eventFields.isEmpty else { continue }
            for attribute in event.attributes { eventFields.remove(attribute.key) }
        }
    }

    /// As `activities “Klose”`, in the order of the map's description; empty if all were met.
    package var names: [String] {
        let fields = places.filter { place, field in
            (place == ImportMap.clearOfEvents ? eventFields : caseFields).contains(field)
        }
        return fields.map { "\($0.place) “\($0.field)”" }
            + activities.sorted().map { "activities “\($0)”" }
    }

    /// The remark about them; nil if all were met.
    package var words: Words? {
        let names = names.map(\.shortened)
        guard !names.isEmpty else { return nil }
        let most = 20
        let rest = names.count - most
        let list = names.prefix(most).joined(separator: ", ")
        return Words(
            thai: "แผนที่นำเข้าระบุไว้ แต่ไม่พบในแฟ้ม: \(list)" + (rest > 0 ? " และอีก \(rest) ชื่อ" : ""),
            english: "named in the map, never in the file: \(list)"
                + (rest > 0 ? " and \(rest) more" : ""))
    }
}

extension ImportMap {
    fileprivate static let clearOfEvents = "event.clear"

    /// Every field that the map names, by its place in it.
    fileprivate var namedFields: [(place: String, field: String)] {
        let choices: [(String, Choice?)] = [
            ("service", service), ("category", category), ("channel", channel),
            ("department", department), ("officer", officer),
        ]
        let texts = [("due", due), ("title", title), ("place", place)]
        var named = choices.compactMap { name, choice in
            choice?.field.map { (place: "case.\(name).field", field: $0) }
        }
        named += texts.compactMap { name, field in
            field.map { (place: "case.\(name)", field: $0) }
        }
        named += clearCaseFields.sorted().map { (place: "case.clear", field: $0) }
        return named + clearEventFields.sorted().map { (place: Self.clearOfEvents, field: $0) }
    }
}
