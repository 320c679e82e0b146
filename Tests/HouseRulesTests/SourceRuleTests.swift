import Testing

@Suite struct SourceRuleTests {
    /// The wrappers of C: nothing unsafe leaves them.
    private static let wrappers = [
        "Sources/Cairo/", "Sources/Crypto/", "Sources/FileKinds/Magic.swift", "Sources/Files/",
        "Sources/HTTP/System/",
        "Sources/LMDB/", "Sources/Pictures/TurboJPEG.swift", "Sources/QRCodes/", "Sources/SQLite/",
        "Sources/Signatures/", "Sources/Spreadsheets/",
        "Sources/Sockets/",
        "Sources/Threads/", "Sources/Terminal/Descriptor.swift",
        "Sources/Channels/Mail/SMTPSession.swift", "Sources/Channels/Web/",
        // They read libxml2's buffers in place, for `XMLPush`.
        "Sources/Exchange/TextCache.swift", "Sources/Exchange/XESProperty.swift",
    ]

    /// In `Exchange`, those files that import C are its wrappers.
    private func isWrapper(_ file: SourceTree.File) -> Bool {
        Self.wrappers.contains(where: file.path.hasPrefix)
            || file.path.hasPrefix("Sources/Exchange/")
                && file.lines.contains { $0.contains(#/^internal import (CXML2|CZlib|Glibc)$/#) }
    }

    @Test func `only wrappers of C hold what is unsafe`() throws {
        let marks = #/\bunsafe\b|@safe\b|@unchecked Sendable|nonisolated\(unsafe\)/#
        let files = try SourceTree.swift(in: "Sources", "Events", "Projections")
        #expect(files.contains(where: isWrapper))
        #expect(files.filter { !isWrapper($0) }.flatMap { $0.places(of: marks) } == [])
    }

    @Test func `entries, events and rules are pure`() throws {
        let files = try SourceTree.swift(in: "Sources/Entries", "Sources/Rules", "Events")
        #expect(files.count > 20)
        let imports = #/^(\w+ )?import (?!(Entries|Events)$)/#
        #expect(files.flatMap { $0.places(of: imports) } == [])
        #expect(files.flatMap { $0.places(of: #/\b(async|await|actor [A-Z])\b/#) } == [])
    }

    @Test func `nothing is left for later and nothing gives up`() throws {
        let files = try SourceTree.swift(in: "Sources", "Events", "Projections")
        #expect(files.flatMap { $0.places(of: #/\bfatalError\(|\btry!/#) } == [])
        let notes = #/\b(TODO|FIXME|XXX|HACK)\b/#
        let marked = files.filter { file in file.lines.contains { $0.contains(notes) } }
        #expect(marked.map(\.path) == [])
    }

    @Test func `every table of the pages scrolls in a region of its own`() throws {
        let files = try SourceTree.swift(in: "Sources/Web")
        let tables = #/(^|[^.\w]|Markup\.)table( \{|\(\.)/#
        let own = [
            "Sources/Web/Parts/Parts+Table.swift",
            // Where the window is narrow its rows become cards.
            "Sources/Web/Desk/Queue/List/QueueTable.swift",
        ]
        let (allowed, others) = (
            files.filter { own.contains($0.path) }, files.filter { !own.contains($0.path) }
        )
        #expect(allowed.map { $0.places(of: tables).count } == [1, 1])
        #expect(others.flatMap { $0.places(of: tables) } == [])
    }

    @Test func `a file holds one idea`() throws {
        let files = try SourceTree.swift(in: "Sources", "Events", "Projections")
        #expect(files.filter { $0.lines.count > 400 }.map(\.path) == [])
        let tests = try SourceTree.swift(in: "Tests")
        #expect(tests.filter { $0.lines.count > 600 }.map(\.path) == [])
        let vague = (files + tests).filter { $0.path.contains(#/(Manager|Helper|Utils?)\.swift$/#) }
        #expect(vague.map(\.path) == [])
    }

    @Test func `the picture of the house shows every module`() throws {
        let package = try SourceTree.text("Package.swift")
        let architecture = try SourceTree.text("Docs/ARCHITECTURE.md")
        let modules = package.matches(of: #/(?:module|system)\(\s*"(\w+)"/#).map { $0.output.1 }
        #expect(modules.count > 15)
        #expect(modules.filter { !architecture.contains("`\($0)`") } == [])
    }
}
