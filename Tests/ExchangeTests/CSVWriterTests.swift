import Entries
import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct CSVWriterTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func written(_ columns: [String], _ rows: [[String]], hasMark: Bool = false) throws
        -> [UInt8]
    {
        let path = scratch.path("out.csv")
        var writer = try CSVWriter(TargetFile(path: path), columns: columns, hasMark: hasMark)
        for row in rows { try writer.write(row) }
        try writer.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    @Test func `only what needs quotes has them`() throws {
        let bytes = try written(
            ["a", "b"],
            [["1", "x, y"], ["say \"hi\"", "two\nlines"], ["", " space"], ["ก ข", "'"]])
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "a,b\r\n1,\"x, y\"\r\n\"say \"\"hi\"\"\",\"two\nlines\"\r\n,\" space\"\r\nก ข,'\r\n"
        )
        #expect(try written(["a"], [[""]]) == Array("a\r\n\"\"\r\n".utf8))
    }

    @Test func `a mark for Excel stands in front`() throws {
        #expect(try written(["a"], [], hasMark: true) == [0xEF, 0xBB, 0xBF] + Array("a\r\n".utf8))
    }

    @Test func `whatever is written is read back the same`() throws {
        var random = SeededGenerator.fresh()
        print("KHAMRONG_SEED=\(random.seed)")
        let map = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "test", "zone": "Asia/Bangkok",
                 "case": {"kind": "service", "service": "s"},
                 "csv": {"rows": "cases", "case": "id",
                   "events": [{"activity": "a", "time": "when"}]}}
                """#.utf8))
        let characters = Array("ab,\"\n\r \tก\u{FEFF};é")
        let texts = (0..<1000).map { number in
            "\(number)"
                + String(
                    (0..<Int.random(in: 0...12, using: &random)).map { _ in
                        characters.randomElement(using: &random) ?? "a"
                    })
        }
        for hasMark in [false, true] {
            let bytes = try written(
                ["id", "text", "when"], texts.map { [$0, $0, "2024-07-08"] }, hasMark: hasMark)
            let read = try CSVReader.read(bytes, map: map)
            #expect(read.problems == [])
            #expect(read.cases.map { Array($0.name.utf8) } == texts.map { Array($0.utf8) })
            #expect(read.cases.map { $0.attributes["text"] } == texts)
        }
    }
}
