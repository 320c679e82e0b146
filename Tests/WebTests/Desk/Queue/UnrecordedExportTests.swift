import Events
import Foundation
import TestSupport
import Testing

/// What leaves the house is in the log first: where the log takes nothing, nothing leaves.
@Suite(.enabled(if: SmallDisk.canMount, "only root can mount a small file system"))
struct UnrecordedExportTests {
    private let disk: SmallDisk
    private let site: WebSite

    init() throws {
        disk = try SmallDisk(kilobytes: 65_536)
        site = try WebSite(in: disk.path + "/data")
    }

    /// Leaves no room for a file to grow.
    private func fill() throws {
        let path = disk.path + "/filler"
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        let filler = try #require(FileHandle(forWritingAtPath: path))
        for size in [1 << 20, 1 << 12] {
            while (try? filler.write(contentsOf: Data(count: size))) != nil {}
        }
        try filler.close()
    }

    /// How many of some exports go through, while the log uses up what it has free.
    private func goThrough(
        without word: String, _ export: () throws -> Browser
    ) throws -> Int {
        var count = 0
        var told: Set<Int> = []
        for _ in 0..<60 {
            let browser = try export()
            told.insert(browser.status)
            if browser.status == 200 {
                count += 1
            } else {
                #expect(browser.header("Retry-After") != nil)
                #expect(browser.header("Content-Disposition") == nil)
                #expect(!browser.text.contains(word))
            }
        }
        #expect(told.contains(503) && told.isSubset(of: [200, 503]), "\(told)")
        return count
    }

    @Test func `an export that cannot be recorded says so, and holds nothing of anybody`() throws {
        let head = try site.officer("head", .head)
        let number = try site.filed("ถนนเป็นหลุม")
        try head.open("desk/export")
        let question = head.copy()
        try fill()
        let named = try goThrough(without: number) {
            let asked = question.copy()
            try asked.submit("desk/export", ["reason": "รายงานผู้ว่าฯ", "format": "csv"])
            return asked
        }
        let others = try goThrough(without: number) {
            try head.open("desk/queue.csv")
            return head
        }
        let recorded = try site.exports()
        // Where there was room for the export and not for whom it shows, nothing went out either.
        #expect(recorded.count { $0.isNamed } >= named)
        #expect(try site.viewings(of: number).count == named)
        #expect(recorded.count { !$0.isNamed } == others)
        try disk.remount("size=131072k")
        // Again, as it was told to: what had failed meanwhile opens its files anew first.
        let text = try eventually {
            try head.open("desk/queue.csv")
            return head.status == 200 ? head.text : nil
        }
        #expect(try #require(text).contains(number))
    }
}
