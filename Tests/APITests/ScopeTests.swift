import API
import Entries
import Events
import Foundation
import Rules
import TestSupport
import Testing

/// Every address of the API, as its own OpenAPI document names them, with every scope.
@Suite struct ScopeTests {
    private struct Operation {
        let method: String, pattern: String
        /// Nil: no key is needed. Empty: any key.
        let scopes: [String]?
    }

    private func operations(_ site: APISite) throws -> [Operation] {
        let document = try #require(try site.openAPI())
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        return try paths.flatMap { pattern, operations in
            try operations.map { method, operation in
                let security = try #require(operation["security"] as? [[String: [String]]])
                return Operation(
                    method: method.uppercased(), pattern: pattern,
                    scopes: security.isEmpty ? nil : security[0].values.first)
            }
        }.sorted { ($0.pattern, $0.method) < ($1.pattern, $1.method) }
    }

    private func target(_ pattern: String, number: String) -> String {
        pattern.replacing("{number}", with: number).replacing("{act}", with: "note")
            .replacing("{service}", with: "complaint").replacing("{report}", with: "times")
            .replacing("{position}", with: "1").replacing("{file}", with: "0")
            .replacing("{document}", with: "1-2569")
    }

    @Test func `each address opens to the scope that it names, and to no other`() throws {
        let site = try APISite()
        let number = try site.filed()
        let keys = try Dictionary(
            uniqueKeysWithValues: ClientScope.allCases.enumerated().map { index, scope in
                (scope, try site.connect("system-\(index)", scopes: [scope.rawValue]))
            })
        let bare = try site.connect("bare", scopes: [])
        let operations = try operations(site)
        #expect(operations.count >= 20)
        for operation in operations {
            let target = target(operation.pattern, number: number)
            let name = "\(operation.method) \(target)"
            func ask(_ key: String?) throws -> Int {
                try site.send(
                    operation.method, target, key: key,
                    body: operation.method == "GET" ? [] : Array("{}".utf8)
                ).status
            }
            guard let scopes = operation.scopes else {
                #expect(try ![403].contains(ask(nil)), "\(name)")
                continue
            }
            #expect(try ask(nil) == 401, "\(name) without a key")
            #expect(try ask(bare) == (scopes.isEmpty ? 200 : 403), "\(name) with a bare key")
            for (scope, key) in keys {
                let isOpen = scopes.isEmpty || scopes == [scope.rawValue]
                let status = try ask(key)
                #expect((status != 403) == isOpen, "\(name) with \(scope.rawValue): \(status)")
                #expect(status != 401 && status < 500, "\(name) with \(scope.rawValue): \(status)")
            }
        }
        // Each scope opens something.
        #expect(
            Set(operations.flatMap { $0.scopes ?? [] }) == Set(ClientScope.allCases.map(\.rawValue))
        )
    }
}
