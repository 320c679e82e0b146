import Entries
import Projections
import Terminal
import Workflow

/// Says in one number what each view holds.
struct DigestCommand: Verb {
    static let name = "digest"
    static let summary = "print each view's version, position and SHA-256 of its content"
    static let parameters = [ViewArguments.views]
    static let options = OfficePlace.options + [Option.json]
    static let notes = """
        A line for each view: name, version, position, SHA-256, with tabs between. Two views with
        the same version and position have the same digest, however they were made: what is about
        a person is not in it.
        """

    private let place: OfficePlace
    private let views: [ViewName]
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        views = ViewArguments.views(arguments)
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = OfficeViews(of: try Office(reading: place.paths))
            try office.catchUp(orTelling: terminal, of: views)
            var results: [JSON] = []
            for view in views {
                guard let digest = try office.read(view, { try $0.digest() }) else { continue }
                results.append(digest.json)
                guard !isJSON else { continue }
                try terminal.print(
                    "\(view.rawValue)\t\(digest.version)\t\(digest.position)\t\(digest.digest)")
            }
            if isJSON { try terminal.print(.array(results)) }
            return .good
        }
    }
}

extension ViewDigest {
    fileprivate var json: JSON {
        [
            "view": .string(view.rawValue), "version": .integer(version),
            "position": .integer(Int(position)), "sha256": .string(digest.description),
        ]
    }
}
