import Files
import Foundation
import TestSupport
import Testing

@Suite struct NewFileTests: ~Copyable {
    let scratch: Scratch
    let draft: String

    init() throws {
        scratch = try Scratch()
        draft = scratch.path("draft")
    }

    private var names: Set<String> {
        get throws { Set(try #require(try Directory.names(scratch.path()))) }
    }

    @Test func `a file has its name once it is whole`() throws {
        var file = try NewFile(draft: draft)
        try file.write([1, 2, 3].span)
        #expect(try names == ["draft"])
        try file.publish(as: "whole", in: scratch.path())
        #expect(try names == ["whole"])
        let reader = try FileReader(scratch.path("whole"))
        var bytes: [UInt8] = []
        try reader.read(2, into: &bytes)
        #expect(bytes == [1, 2])
        try reader.read(2, into: &bytes)
        #expect(bytes == [3])
        try reader.read(2, into: &bytes)
        #expect(bytes == [])
        reader.goBack(to: 1)
        try reader.read(2, into: &bytes)
        #expect(bytes == [2, 3])
    }

    @Test func `a file that is given up leaves nothing`() throws {
        do {
            let file = try NewFile(draft: draft)
            try file.write([1].span)
        }
        #expect(try names == [])
    }

    @Test func `a file that is being written is nobody else's to write`() throws {
        let file = try NewFile(draft: draft)
        let error = #expect(throws: FileError.self) { _ = try NewFile(draft: draft) }
        #expect(error?.call == "open")
        try file.write([1].span)
    }

    @Test func `what is missing is told from what cannot be read`() throws {
        #expect(try Directory.names(scratch.path("none")) == nil)
        #expect(try FileStatus.of(scratch.path("none")) == nil)
        #expect(try !Directory.remove(scratch.path("none")))
        let missing = #expect(throws: FileError.self) { _ = try FileReader(scratch.path("none")) }
        #expect(missing?.isMissing == true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("link"), withDestinationPath: "/etc/hostname")
        let link = #expect(throws: FileError.self) {
            _ = try FileReader.open(ifThere: scratch.path("link"))
        }
        #expect(link?.isMissing == false)
        _ = try FileReader(scratch.path("link"))
        #expect(try FileReader.open(ifThere: scratch.path("none")) == nil)
    }

    @Test func `a file's age, size and whether it may be written`() throws {
        var file = try NewFile(draft: draft)
        try file.write([1, 2, 3].span)
        try file.publish(as: "old", in: scratch.path())
        let path = scratch.path("old")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -5000)], ofItemAtPath: path)
        let status = try #require(try FileStatus.of(path))
        #expect(status.size == 3)
        #expect(status.isWritable)
        #expect((5000...5010).contains(status.ageSeconds))
        try Directory.protect(path)
        #expect(try FileStatus.of(path)?.isWritable == false)
        #expect(try Directory.remove(path))
        #expect(try names == [])
    }

    @Test func `a directory is made once, for its owner alone`() throws {
        let path = scratch.path("mine")
        #expect(try Directory.make(path))
        #expect(try !Directory.make(path))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        #expect(throws: FileError.self) { try Directory.make(scratch.path("no/parent")) }
    }
}
