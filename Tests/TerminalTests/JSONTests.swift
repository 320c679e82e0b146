import Entries
import Terminal
import Testing

@Suite struct JSONTests {
    @Test func `an answer has its keys in order and no white space`() {
        let answer = JSON.object {
            $0["title"] = "ไฟทางดับ \"สองจุด\"\n"
            $0["number"] = .string("KT1080767000011")
            $0["overdue"] = true
            $0["days"] = -3
            $0["owner"] = nil
            $0["events"] = [.canonical(Array(#"{"id":1}"#.utf8)), [], [:]]
        }
        #expect(
            String(decoding: answer.bytes, as: UTF8.self)
                == #"{"days":-3,"events":[{"id":1},[],{}],"number":"KT1080767000011","overdue":true,"#
                + #""title":"ไฟทางดับ \"สองจุด\"\n"}"#)
    }

    @Test func `what it writes is canonical`() throws {
        let answer: JSON = ["b": [1, "two", false], "a": ["c": "\u{1}"]]
        var reader = CanonicalReader(answer.bytes)
        _ = try reader.value()
        #expect(reader.isAtEnd)
    }
}
