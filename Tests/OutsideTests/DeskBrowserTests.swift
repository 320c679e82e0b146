import Foundation
import Rules
import Testing

/// The officers' desk in a real browser, with the real server and real stores behind it.
@Suite(
    .enabled(
        if: Run.python != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
        "KHAMRONG_PYTHON is not set, or there is no Chromium"))
struct DeskBrowserTests {
    private struct Answer: Decodable {
        let walks: [String]
        let issues: [Issue]

        struct Issue: Decodable, CustomStringConvertible {
            let walk, kind, what: String

            var description: String { "\(walk), \(kind): \(what)" }
        }
    }

    @Test func `officers work by hand and by keyboard, two at once, and see what others do`() throws
    {
        let office = try ServedProcess(petitions: 60)
        let answer: Answer = try Run.script("desk", [office.address])
        #expect(answer.issues.map(\.description) == [])
        #expect(
            answer.walks == [
                "front-phone", "front-plain", "head", "administrator", "others", "keyboard",
                "together", "many", "live",
            ])
    }

    @Test func `every act is done in the browser, by officers of several roles`() throws {
        let office = try ServedProcess(petitions: 5)
        let photo = Run.path("Tests/OutsideTests/Files/photo.jpg")
        let answer: Answer = try Run.script("acts", [office.address, photo])
        #expect(answer.issues.map(\.description) == [])
        #expect(Set(answer.walks) == Set(DeskAct.allCases.map(\.rawValue)))
    }

    @Test func `an officer of one office comes by no door into another's desk`() throws {
        let office = try ServedProcess(petitions: 5, beside: [("other", "OT")])
        let other = office.address.replacing("/demo", with: "/other")
        let answer: Answer = try Run.script("elsewhere", [office.address, other])
        #expect(answer.issues.map(\.description) == [])
        #expect(answer.walks.count == 30)
    }
}
