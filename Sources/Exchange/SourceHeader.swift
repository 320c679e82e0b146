/// What a log says about itself before its first case, kept so that an export can say it again.
package struct SourceHeader: Equatable, Sendable {
    package struct Extension: Equatable, Sendable {
        package var name: String, prefix: String, uri: String

        package init(name: String, prefix: String, uri: String) {
            self.name = name
            self.prefix = prefix
            self.uri = uri
        }
    }

    /// The attributes that every case (`trace`) or event has, with their defaults.
    package struct Global: Equatable, Sendable {
        package var scope: String, attributes: [SourceAttribute]

        package init(scope: String, attributes: [SourceAttribute]) {
            self.scope = scope
            self.attributes = attributes
        }
    }

    package struct Classifier: Equatable, Sendable {
        package var name: String, keys: String

        package init(name: String, keys: String) {
            self.name = name
            self.keys = keys
        }
    }

    package var extensions: [Extension] = []
    package var globals: [Global] = []
    package var classifiers: [Classifier] = []
    package var attributes: [SourceAttribute] = []

    package init() {}

    /// The four standard extensions that an event of ours uses.
    package static var standard: SourceHeader {
        var header = SourceHeader()
        header.extensions = [
            ("Concept", "concept"), ("Time", "time"), ("Organizational", "org"),
            ("Lifecycle", "lifecycle"),
        ].map { name, prefix in
            Extension(
                name: name, prefix: prefix, uri: "http://www.xes-standard.org/\(prefix).xesext")
        }
        header.classifiers = [Classifier(name: "Activity", keys: "concept:name")]
        return header
    }
}
