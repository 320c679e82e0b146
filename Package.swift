// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func system(_ name: String, pkgConfig: String? = nil, apt package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
    exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
        resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests",
        swiftSettings: strict)
}

let package = Package(
    name: "khamrong",
    products: [.executable(name: "khamrong", targets: ["khamrong"])],
    targets: [
        // Pure: no clock, no file, no C, no async. Whoever reads these has read the product.
        module("Entries"),
        module(
            "Events", ["Entries"], path: "Events",
            exclude: ["Account", "Office", "Petition", "Sections"].flatMap {
                ["\($0)/Examples", "\($0)/Schemas"]
            }),
        module("Rules", ["Entries", "Events"]),

        // C libraries, each with its one wrapper.
        system("CLMDB", pkgConfig: "lmdb", apt: "liblmdb-dev"),
        system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
        system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
        system("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        system("CXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
        system("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
        system("CPango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
        system("CQRencode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        system("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
        system("CXlsxwriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
        system("CMagic", pkgConfig: "libmagic", apt: "libmagic-dev"),
        system("CMimalloc", apt: "libmimalloc-dev"),
        module("Threads"),
        module("Sockets"),
        module("Files"),
        module("LMDB", ["CLMDB", "Threads"]),
        module("SQLite", ["CSQLite"]),
        module("Crypto", ["COpenSSL", "CSodium", "Entries", "Files"]),
        module("Signatures", ["COpenSSL", "Entries"]),
        module("Cairo", ["CPango"]),
        module("QRCodes", ["CQRencode"]),
        module("Spreadsheets", ["CXlsxwriter", "Entries"]),
        module("Pictures", ["Cairo", "CTurboJPEG", "Events"]),
        module("FileKinds", ["CMagic", "Events", "Files", "Sockets", "Threads"]),

        // The house, from the ground up.
        module("EventLog", ["Crypto", "Entries", "LMDB", "Threads"]),
        module("TransparencyLog", ["Crypto", "Entries"]),
        module("Vault", ["Crypto", "Entries", "Files", "SQLite", "Threads"]),
        module(
            "Projections", ["Crypto", "Entries", "Events", "Rules", "SQLite", "Threads"],
            path: "Projections",
            resources: [
                .embedInCode("CitizenDashboard/CitizenDashboard.sql"),
                .embedInCode("CitizenDashboard/CitizenDashboardIndexes.sql"),
                .embedInCode("OfficerQueue/OfficerQueue.sql"),
                .embedInCode("OfficerQueue/OfficerQueueIndexes.sql"),
                .embedInCode("Reporting/Reporting.sql"),
                .embedInCode("Reporting/ReportingViews.sql"),
                .embedInCode("Search/Search.sql"),
                .embedInCode("Search/SearchIndexes.sql"),
            ]),
        module("HTTP", ["CMicrohttpd", "CZlib", "Entries", "Threads"]),
        module("Uploads", ["Crypto", "Entries", "Events", "FileKinds", "HTTP", "Pictures"]),
        module("Exchange", ["CXML2", "CZlib", "Entries", "Events"]),
        module("Channels", ["CCurl", "Entries", "SQLite", "Threads"]),
        module("OpenID", ["Channels", "Crypto", "Entries", "Events", "Signatures", "Threads"]),
        module("Paper", ["Cairo", "QRCodes"]),
        module("Documents", ["Entries", "Events", "Paper", "QRCodes", "Rules"]),
        module(
            "Workflow",
            [
                "Channels", "Crypto", "Documents", "Entries", "EventLog", "Events", "Exchange",
                "Files", "OpenID", "Paper", "Projections", "Rules", "Signatures", "Sockets",
                "SQLite",
                "Threads", "TransparencyLog", "Vault",
            ], resources: [.embedInCode("Evidence/verify.py")]),
        module("Markup"),
        module(
            "API",
            [
                "Channels", "Crypto", "Entries", "EventLog", "Events", "FileKinds", "HTTP",
                "Markup", "Projections", "Rules", "SQLite", "Threads", "Uploads", "Vault",
                "Workflow",
            ]),
        module(
            "Web",
            [
                "API", "Channels", "Crypto", "Documents", "Entries", "EventLog", "Events",
                "FileKinds", "HTTP", "Markup", "OpenID", "Paper", "Pictures", "Projections",
                "QRCodes", "Rules", "Spreadsheets", "SQLite", "Threads", "TransparencyLog",
                "Uploads", "Vault", "Workflow",
            ],
            resources: [
                .embedInCode("Style/desk.css"), .embedInCode("Style/desk.js"),
                .embedInCode("Style/icon.svg"), .embedInCode("Style/site.css"),
                .embedInCode("Style/site.js"),
            ]),
        module(
            "Simulation",
            [
                "Cairo", "Documents", "Entries", "EventLog", "Events", "Paper", "Pictures", "Rules",
                "Threads", "Vault", "Workflow",
            ]),
        module("Terminal", ["Entries", "Threads"]),
        .systemLibrary(name: "CEpoll", path: "Tests/CEpoll"),
        module(
            "Benchmarks",
            [
                "API", "CEpoll", "Channels", "Entries", "EventLog", "Events", "Files", "HTTP",
                "LMDB",
                "Projections", "Rules", "SQLite", "Simulation", "TestSupport", "Threads",
                "TransparencyLog", "Vault", "Web", "Workflow",
            ], path: "Tests/Benchmarks"),
        .executableTarget(
            name: "khamrong",
            dependencies: [
                "API", "Benchmarks", "Channels", "CMimalloc", "Crypto", "Entries", "EventLog",
                "Events",
                "Exchange", "Projections", "FileKinds", "Files", "HTTP", "Rules", "SQLite",
                "Simulation",
                "Terminal", "Threads", "TransparencyLog", "Vault", "Web", "Workflow",
            ],
            path: "Sources/khamrong", swiftSettings: strict),

        // One test target a module.
        module("TestSupport", ["Sockets", "Threads"], path: "Tests/TestSupport"),
        .executableTarget(
            name: "LogClerk", dependencies: ["Entries", "EventLog"], path: "Tests/LogClerk",
            swiftSettings: strict),
        module(
            "Crowd", ["Entries", "EventLog", "Events", "Rules", "TestSupport", "Workflow"],
            path: "Tests/Crowd"),
        .executableTarget(
            name: "Exercise",
            dependencies: ["Crowd", "Entries", "TestSupport", "Threads", "Workflow"],
            path: "Tests/Exercise", swiftSettings: strict),
        .executableTarget(
            name: "DeskClerk",
            dependencies: ["Entries", "EventLog", "Events", "Rules", "Vault", "Workflow"],
            path: "Tests/DeskClerk", swiftSettings: strict),
        tests(
            "API",
            [
                "API", "Crypto", "Entries", "EventLog", "Events", "HTTP", "Rules", "SQLite",
                "TestSupport", "Threads", "Vault", "Workflow",
            ]),
        tests("Entries", ["Entries", "TestSupport"]),
        tests("Events", ["Entries", "Events", "TestSupport"]),
        tests("Rules", ["Entries", "Events", "Rules", "TestSupport"]),
        tests("Sockets", ["Sockets", "TestSupport", "Threads"]),
        tests("LMDB", ["LMDB", "TestSupport", "Threads"]),
        tests("SQLite", ["SQLite", "TestSupport"]),
        tests("Files", ["Files", "TestSupport"]),
        tests("Crypto", ["Crypto", "Entries", "Files", "TestSupport"]),
        tests(
            "EventLog",
            ["Crypto", "Entries", "EventLog", "LMDB", "LogClerk", "TestSupport", "Threads"]),
        tests(
            "Vault", ["Crypto", "Entries", "Files", "SQLite", "TestSupport", "Threads", "Vault"]),
        tests(
            "Projections",
            [
                "Crypto", "Entries", "Events", "Projections", "Rules", "SQLite", "TestSupport",
                "Threads",
            ]),
        tests("TransparencyLog", ["Crypto", "Entries", "TestSupport", "TransparencyLog"]),
        tests("Exchange", ["Entries", "Exchange", "TestSupport"]),
        .executableTarget(
            name: "PostClerk", dependencies: ["Channels", "Entries"], path: "Tests/PostClerk",
            swiftSettings: strict),
        tests(
            "Channels",
            ["Channels", "Entries", "PostClerk", "SQLite", "TestSupport", "Threads"]),
        tests("HTTP", ["Entries", "HTTP", "TestSupport", "Threads"]),
        tests("Paper", ["Cairo", "Paper", "QRCodes", "TestSupport", "Threads"]),
        tests("Documents", ["Documents", "Entries", "Events", "Paper", "Rules", "TestSupport"]),
        tests(
            "Web",
            [
                "API", "Cairo", "Channels", "Crypto", "Entries", "EventLog", "Events", "FileKinds",
                "HTTP", "Pictures", "Projections", "Rules", "TestSupport", "Threads",
                "TransparencyLog", "Vault", "Web", "Workflow",
            ]),
        tests("OpenID", ["Channels", "Entries", "Events", "OpenID", "Signatures", "TestSupport"]),
        tests("Pictures", ["Cairo", "Events", "Pictures", "TestSupport"]),
        tests("Spreadsheets", ["Entries", "Spreadsheets", "TestSupport"]),
        tests("FileKinds", ["Events", "FileKinds", "Files", "TestSupport", "Threads"]),
        tests("HouseRules", []),
        tests("Markup", ["Markup"]),
        tests(
            "Khamrong",
            [
                "Crypto", "Entries", "EventLog", "Events", "Projections", "Rules", "SQLite",
                "Sockets", "Terminal", "TestSupport", "Threads", "TransparencyLog", "Vault",
                "Workflow", "khamrong",
            ]),
        .testTarget(
            name: "OutsideTests",
            dependencies: [
                "Crypto", "DeskClerk", "HTTP", "Rules", "TestSupport", "Web", "khamrong",
            ],
            path: "Tests/OutsideTests", exclude: ["Files"], swiftSettings: strict),
        tests(
            "Simulation",
            [
                "Entries", "EventLog", "Events", "Projections", "Rules", "Simulation",
                "TestSupport", "Vault", "Workflow",
            ]),
        tests(
            "Soak",
            [
                "Crowd", "Entries", "EventLog", "Events", "Exercise", "Projections", "Rules",
                "TestSupport", "Threads", "TransparencyLog", "Vault", "Workflow",
            ]),
        tests("Terminal", ["Entries", "Terminal", "TestSupport", "Threads"]),
        tests(
            "Workflow",
            [
                "Channels", "Crypto", "Entries", "EventLog", "Events", "Exchange", "Projections",
                "Rules",
                "SQLite", "TestSupport", "Threads", "TransparencyLog", "Vault", "Workflow",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzzers need a sanitizer runtime that an ordinary build does not: `make fuzz` sets FUZZ.
if let runtime = Context.environment["FUZZ"] {
    let instrumented = strict + [.unsafeFlags(["-sanitize=fuzzer,address"])]
    for target in package.targets where target.type == .regular {
        target.swiftSettings = instrumented
    }
    package.targets += [
        .target(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "CLibFuzzer", "Entries", "Events", "Exchange", "FileKinds", "HTTP", "Pictures",
                "Rules", "TransparencyLog", "Workflow",
            ],
            path: "Tests/Fuzz", exclude: ["Seeds"], swiftSettings: instrumented,
            linkerSettings: [
                .unsafeFlags([
                    "-sanitize=address", "-use-ld=lld", "-L\(runtime)",
                    "-lclang_rt.fuzzer_no_main-x86_64", "-lstdc++",
                ])
            ]),
    ]
}
