import Testing

/// The picture of the parts in `Docs/ARCHITECTURE.md` is that of `Package.swift`.
@Suite struct PictureTests {
    private typealias Parts = [String: Set<String>]

    /// What each module of the product imports, by `Package.swift`.
    private let imports: Parts
    /// What the arrows lead to, each over one.
    private let arrows: Parts

    init() throws {
        let module =
            #/(?:module\(\s*|executableTarget\(\s*name: )"(?<name>\w+)"[^\[\]()]*(?<rest>\[[^\]]*\])?/#
        // Nearly all know these two, and what lies with the tests is no part.
        let leftOut: Set = ["Entries", "Threads", "Benchmarks"]
        var imports: Parts = [:]
        let package = try SourceTree.text("Package.swift")
        for found in package.split(separator: "// One test target a module.")[0]
            .matches(of: module)
        {
            guard !leftOut.contains(String(found.output.name)) else { continue }
            let list = found.output.rest ?? ""
            let names = list.matches(of: #/"(\w+)"/#).map { String($0.output.1) }
            imports[String(found.output.name)] = Set(names).subtracting(leftOut)
        }
        self.imports = imports
        var arrows: Parts = [:]
        let picture = try #require(
            try SourceTree.text("Docs/ARCHITECTURE.md").firstMatch(
                of: #/```mermaid\n(?<lines>[^`]*)```/#))
        for line in picture.output.lines.split(separator: "\n") where line.contains("-->") {
            let parts = line.split(separator: " ").filter { $0 != "-->" }.map(String.init)
            for (from, to) in zip(parts, parts.dropFirst()) { arrows[from, default: []].insert(to) }
        }
        self.arrows = arrows
    }

    @Test func `every arrow is an import`() {
        #expect(imports.count > 20)
        for (part, others) in arrows {
            #expect(
                others.subtracting(imports[part] ?? []).subtracting(["Entries", "Threads"]) == [],
                "\(part)")
        }
    }

    @Test func `arrows lead to every import`() {
        for (part, others) in imports {
            var reached: Set<String> = []
            var next = arrows[part] ?? []
            while !next.isEmpty {
                reached.formUnion(next)
                next = Set(next.flatMap { arrows[$0] ?? [] }).subtracting(reached)
            }
            #expect(others.subtracting(reached) == [], "\(part)")
        }
    }
}
