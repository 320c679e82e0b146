import Crypto
import Entries
import Foundation
import TestSupport
import Testing
import Vault

@Suite struct HandoverTests {
    private let desk: FilingDesk
    private let id: FilingID
    private let long = [UInt8](repeating: 0x5A, count: 150_000)

    init() throws {
        desk = try FilingDesk()
        id = try desk.filings.begin(for: nil, answers: [], at: desk.now).id
        _ = try desk.filings.addFile(photo, content: long, to: id, for: nil, at: desk.now)
        _ = try desk.filings.addFile(photo, content: [2], to: id, for: nil, at: desk.now)
    }

    private let form = AddedFile(
        FileLabel(name: "คำร้อง.pdf", mediaType: "application/pdf"), content: [7, 7])

    private func handOver(
        seen: Int = 3, minted: ((KeyHandle) -> Void)? = nil
    ) throws -> Handover {
        try desk.filings.handOver(
            id, for: nil, seen: seen, to: desk.files, after: 12, adding: { [form] }
        ) {
            let key = try desk.vault.newKey()
            minted?(key)
            return key
        }
    }

    @Test func `files are sealed anew under the case's key`() throws {
        let handed = try handOver()
        let key = try desk.vault.key(handed.key)
        #expect(handed.files.map(\.label) == [photo, photo, form.label])
        let contents = try handed.files.map { file in
            #expect(file.sealed.key == handed.key)
            return try desk.files.read(file.sealed.file, with: key, limit: 1 << 20)
        }
        #expect(contents == [long, [2], [7, 7]])
        #expect(handed.files.map(\.sealed.content) == contents.map { SHA256.hash($0) })
        #expect(handed.files.map(\.sealed.size) == [150_000, 1, 2])
        #expect(try desk.files.loose(ofAge: 0).allSatisfy { $0.head == 12 })
        // The filing's own go with it, the case's stay.
        try desk.filings.finish(id, for: nil)
        try desk.filings.sweep(at: desk.now)
        #expect(desk.names(in: "drafts/files") == [])
        #expect(desk.names(in: "files").count == 3)
    }

    @Test func `a double click and a retry hear the same`() throws {
        var keys = 0
        let first = try handOver { _ in keys += 1 }
        #expect(try handOver { _ in keys += 1 } == first)
        // Killed after the case was recorded.
        try desk.restart(naming: [first.key])
        #expect(try handOver { _ in keys += 1 } == first)
        // The case may even be forgotten by then.
        try desk.vault.erase([first.key], at: 9)
        #expect(try handOver { _ in keys += 1 } == first)
        #expect(keys == 1)
    }

    @Test func `two that hand over at once hear the same`() async throws {
        let (filings, vault, files, id) = (desk.filings, desk.vault, desk.files, id)
        let answers = try await withThrowingTaskGroup(of: Handover.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try filings.handOver(id, for: nil, seen: 3, to: files, after: 0) {
                        try vault.newKey()
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 4)
        #expect(answers.allSatisfy { $0 == answers[0] })
    }

    @Test func `killed before the case was recorded, it is done anew`() throws {
        let first = try handOver()
        try desk.restart()
        let second = try handOver()
        #expect(second.key != first.key)
        let key = try desk.vault.key(second.key)
        #expect(try desk.files.read(second.files[1].sealed.file, with: key, limit: 9) == [2])
        // What the first left is loose: nobody will name it.
        #expect(try desk.files.loose(ofAge: 0).count == 6)
    }

    @Test func `a filing that was changed since is not handed over unseen`() throws {
        let first = try handOver()
        try desk.filings.removeFile(1, from: id, for: nil, at: desk.now)
        #expect(throws: FilingError.stale(seen: 3, actual: 4)) { try handOver() }
        let second = try handOver(seen: 4)
        #expect(second.files.count == 2)
        #expect(second.key != first.key)
    }

    @Test func `a damaged upload is not handed over`() throws {
        let name = try #require(desk.names(in: "drafts/files").first)
        let path = desk.path("drafts/files/" + name)
        var data = try Data(contentsOf: URL(filePath: path))
        data[data.count - 1] ^= 1
        try data.write(to: URL(filePath: path))
        #expect(throws: SealedFileError.self) { try handOver() }
        #expect(try desk.filings.filing(id, for: nil).files.count == 2)
    }

    @Test func `nothing that can be read touches the disk on the way`() throws {
        _ = try handOver()
        for folder in ["drafts", "files"] {
            let root = desk.path(folder)
            for path in try #require(FileManager.default.subpaths(atPath: root)) {
                let data = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
                #expect(data.range(of: Data(long.prefix(16))) == nil, "\(path)")
            }
        }
    }
}
