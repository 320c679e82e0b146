import Foundation
import HTTP
import TestSupport
import Testing
import Web

/// Whatever page somebody can come to, in a real browser: nobody keeps a list of them.
@Suite(
    .enabled(
        if: Run.python != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
        "KHAMRONG_PYTHON is not set, or there is no Chromium"))
struct EveryPageTests {
    private struct Answer: Decodable {
        let walks: [String]
        let looks: Int
        let issues: [Issue]

        struct Issue: Decodable, CustomStringConvertible {
            let walk, kind, what: String

            var description: String { "\(walk), \(kind): \(what)" }
        }
    }

    private static let patterns =
        Portal.pages.filter { $0.method == .get }.map(\.pattern) + ["/v1/docs"]

    @Test func `every page that a link leads to is well made on a phone and a desktop`() throws {
        let provider = try ProviderProcess("openid_provider.py", ["thaid"])
        let office = try ServedProcess(petitions: 60)
        try office.logIn(by: "thaid", at: provider.port, secondFactorOf: "legal")
        let photo = Run.path("Tests/OutsideTests/Files/photo.jpg")
        let patterns = String(decoding: try JSONEncoder().encode(Self.patterns), as: UTF8.self)
        let answer: Answer = try Run.script(
            "every_page",
            [office.address, patterns, photo, try Run.beside("DeskClerk")] + office.place)
        #expect(answer.issues.map(\.description) == [])
        #expect(
            answer.walks == [
                "guest", "citizen", "vouched", "receiver", "handler", "head", "clerk", "mayor",
                "deputy", "identities", "privacy", "auditor", "administrator", "newcomer",
            ])
        #expect(answer.looks > 100)
    }
}
