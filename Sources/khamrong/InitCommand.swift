import Entries
import Events
import Terminal
import Workflow

/// Makes a new office.
struct InitCommand: Verb {
    static let name = "init"
    static let summary = "make a new office: its log, its vault, its keys, its first settings"
    static let options =
        OfficePlace.optionsOfNew + [nameOption, prefixOption, originOption, kindOption]
    static let notes = """
        The keys are made in the keys directory. Whoever loses them loses every name and text in
        the office; whoever has them and the data can read both. Keep a copy apart from backups.

          khamrong init --data data --office KT --name "เทศบาลเมืองตัวอย่าง" --prefix KT
        """

    private static let nameOption = Option(
        "name", "NAME", "the office's name in Thai", isRequired: true)
    private static let prefixOption = Option(
        "prefix", "KT", "two or three capital letters that its petition numbers begin with",
        isRequired: true)
    private static let originOption = Option(
        "origin", "HOST/PATH", "the log's name for ever; default: khamrong.example/<office>")
    private static let kindOption = Option(
        "kind", "KIND", "what kind of local government it is",
        words: OfficeKind.allCases.map(\.rawValue))

    private let place: OfficePlace
    private let opening: OfficeEvent.OfficeOpened

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        let name = try arguments.line(Self.nameOption) ?? ""
        opening = OfficeEvent.OfficeOpened(
            code: place.office, name: LocalText(name),
            kind: arguments[Self.kindOption].flatMap(OfficeKind.init) ?? .townMunicipality,
            prefix: try arguments.required(Self.prefixOption),
            origin: arguments[Self.originOption] ?? "khamrong.example/\(place.office.lowercased())")
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            try place.removeUnfinished(on: terminal)
            try Office.create(place.paths, opening: opening, clock: SystemClock.now)
        }
        try terminal.print("Made the office \(place.office) in \(place.paths.office)")
        try terminal.print("Its keys are in \(place.paths.keys): keep a copy apart from backups.")
        return .good
    }
}
