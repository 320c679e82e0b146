import TestSupport

/// An office of its own for one test, made and filled by the built program.
struct ScratchOffice: ~Copyable {
    private let scratch: Scratch
    private let place: [String]

    init() throws {
        let scratch = try Scratch()
        let place = ["--data", scratch.path("data"), "--keys", scratch.path("keys")]
        try Run.khamrong(
            ["init", "--office", "KT", "--name", "เทศบาลตำบลตัวอย่าง", "--prefix", "KT"] + place)
        self.scratch = scratch
        self.place = place
    }

    var reporting: String { scratch.path("data/KT/views/reporting.sqlite") }

    func importing(_ format: String, _ file: String, map: String) throws {
        try Run.khamrong(
            ["import", format, file, "--map", Run.path("Docs/Import/\(map).json")] + place)
    }

    /// The path of the written file.
    func exported(_ format: String, as name: String) throws -> String {
        let path = scratch.path(name)
        try Run.khamrong(["export", format, "--out", path] + place)
        return path
    }
}
