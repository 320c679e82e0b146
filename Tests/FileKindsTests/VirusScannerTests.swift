import FileKinds
import TestSupport
import Testing
import Threads

@Suite struct VirusScannerTests {
    private let reports = Monitor<[String]>([])

    private func scanner(_ socket: String, patienceMilliseconds: Int = 5000) -> VirusScanner {
        VirusScanner(socket: socket, patienceMilliseconds: patienceMilliseconds) { [reports] text in
            reports.with { $0.append(text) }
        }
    }

    /// Longer than a piece, and not a number of whole ones.
    private func file(ending: String) -> FileContent {
        FileContent([UInt8](repeating: 0x20, count: 200_000) + Array(ending.utf8))
    }

    @Test func `a file goes to the scanner whole, and what it finds is refused`() throws {
        let standIn = try ScannerStandIn()
        let scanner = scanner(standIn.path)
        try scanner.scan(file(ending: "harmless"))
        #expect(throws: FileRefusal.infected) { try scanner.scan(file(ending: "X5O!EICAR")) }
        #expect(standIn.looked == [200_008, 200_009])
        #expect(reports.with { $0 } == [])
    }

    @Test func `without an answer nothing is taken, and somebody is told why`() throws {
        let silent = try ScannerStandIn(.keepsSilent)
        for socket in [silent.path, "/nowhere/clamd.ctl", silent.path + "x"] {
            #expect(throws: FileRefusal.notScanned) {
                try scanner(socket, patienceMilliseconds: 200).scan(file(ending: ""))
            }
        }
        #expect(reports.with { $0 }.count == 3)
    }

    @Test func `a scanner that breaks off has not looked`() throws {
        let standIn = try ScannerStandIn(.breaksOff(saying: "INSTREAM size limit exceeded. ERROR"))
        #expect(throws: FileRefusal.notScanned) {
            try scanner(standIn.path).scan(
                FileContent([UInt8](repeating: 0, count: 8 << 20)))
        }
        #expect(reports.with { $0 }.count == 1)
    }
}
