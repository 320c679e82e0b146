import Testing

/// What nobody should send, sent to the built program.
@Suite(.enabled(if: Run.python != nil, "KHAMRONG_PYTHON is not set"))
struct BadUploadTests {
    private struct Answer: Decodable {
        let good: Int
        /// The status and the reason on the page, both as text.
        let answers: [String: Said]
        let taken: Int
        let slow: [Int]
        let before, grown, peak: Int
    }

    private struct Said: Decodable {
        let status: Int, reason: String

        init(from decoder: any Decoder) throws {
            var words = try decoder.unkeyedContainer()
            status = try words.decode(Int.self)
            reason = try words.decode(String.self)
        }
    }

    private static let reasons = [
        "huge.png": "ภาพ", "cut-off.jpg": "ไฟล์", "bomb.docx": "ไฟล์", "large.pdf": "16 MB",
        "lie.pdf": "ไฟล์",
    ]

    @Test func `bad files are refused with what to do, and memory stays flat`() throws {
        let office = try ServedProcess(petitions: 5)
        let answer: Answer = try Run.script(
            "bad_uploads", office.address, "\(office.number)",
            Run.path("Tests/OutsideTests/Files/photo.jpg"))
        print(
            "resident before \(answer.before) kB, after 3 rounds +\(answer.grown) kB, peak "
                + "+\(answer.peak) kB; \(answer.taken) MB taken of a body without end; 200 slow "
                + "clients, a page in \(answer.slow[1]) ms")
        #expect(answer.good == 200)
        #expect(Set(answer.answers.keys) == Set(Self.reasons.keys))
        for (name, said) in answer.answers {
            #expect(said.status == 422, "\(name): \(said)")
            #expect(said.reason.contains(Self.reasons[name] ?? "-"), "\(name): \(said)")
        }
        #expect(answer.taken < 200)
        #expect(answer.slow[0] == 200 && answer.slow[1] < 5000)
        #expect(answer.grown < 32 << 10 && answer.peak < 128 << 10)
    }
}
