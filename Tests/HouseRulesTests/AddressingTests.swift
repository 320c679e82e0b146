import Testing

/// How the office calls people: ท่าน on pages, in e-mails and papers, คุณ in SMS and LINE.
@Suite struct AddressingTests {
    private static let chats = [
        "Sources/Channels/LINE/", "Sources/Channels/SMS/",
        "Sources/Rules/Office/ShortMessage.swift",
        "Sources/Workflow/Post/LINE", "Sources/Workflow/Service/ServedOffice+LINE.swift",
    ]
    /// Where one is turned into the other.
    private static let between = "Sources/Rules/Office/Notice.swift"

    /// Words that hold one of the two and call nobody.
    private static let others = ["เท่านั้น", "ขอบคุณ", "คุณภาพ", "คุณสมบัติ"]

    private func lines(with word: String, in files: [SourceTree.File]) -> [String] {
        files.flatMap { file in
            file.lines.enumerated().compactMap { index, line in
                let rest = Self.others.reduce(line) { $0.replacing($1, with: "") }
                return rest.contains(word) ? "\(file.path):\(index + 1)" : nil
            }
        }
    }

    @Test func `pages and letters say ท่าน, SMS and LINE say คุณ`() throws {
        let files = try SourceTree.swift(in: "Sources", "Events", "Projections").filter {
            $0.path != Self.between
        }
        let chats = files.filter { file in Self.chats.contains { file.path.hasPrefix($0) } }
        let pages = files.filter { file in !Self.chats.contains { file.path.hasPrefix($0) } }
        #expect(lines(with: "คุณ", in: pages) == [])
        #expect(lines(with: "ท่าน", in: chats) == [])
        #expect(lines(with: "ท่าน", in: pages).count > 50)
        #expect(lines(with: "คุณ", in: chats).count > 2)
    }
}
