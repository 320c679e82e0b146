import Foundation
import Testing

/// The citizens' pages in a real browser, with the real server and real stores behind them.
@Suite(
    .enabled(
        if: Run.python != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
        "KHAMRONG_PYTHON is not set, or there is no Chromium"))
struct PortalTests {
    private struct Answer: Decodable {
        let walks: [String]
        let issues: [Issue]

        struct Issue: Decodable, CustomStringConvertible {
            let walk, kind, what: String

            var description: String { "\(walk), \(kind): \(what)" }
        }
    }

    @Test func `people file and follow on a phone and a desktop, with scripts and without`() throws
    {
        let office = try ServedProcess(petitions: 40)
        let photo = Run.path("Tests/OutsideTests/Files/photo.jpg")
        let answer: Answer = try Run.script(
            "portal", [office.address, photo, try Run.beside("DeskClerk")] + office.place)
        #expect(answer.issues.map(\.description) == [])
        #expect(
            answer.walks == [
                "guest-phone", "stranger", "guest-plain", "citizen", "citizen-plain", "nameless",
                "english", "texts", "mistakes", "keyboard", "quiet",
            ])
    }
}
