import Crypto
import Entries
import Files
import Foundation
import TestSupport
import Testing

@Suite struct SecretTests {
    @Test func `a key is never printed`() {
        let key = SecretKey.random()
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "secret")
        #expect(!dumped.contains("words"))
    }

    @Test func `random bytes do not repeat`() {
        let random = SecureRandom()
        let drawn = (0..<1000).map { _ in random.bytes(16) }
        #expect(Set(drawn).count == 1000)
        #expect(random.bytes(10_000).contains { $0 != 0 })
    }

    @Test func `a password verifies against its own hash only`() throws {
        let cost = Argon2id.Cost(operations: 1, memoryBytes: 8 << 20)
        let hash = try #require(Argon2id.hash("รหัสผ่าน#1", cost: cost))
        #expect(hash.hasPrefix("$argon2id$v=19$m=8192,t=1,p=1$"))
        #expect(Argon2id.verify("รหัสผ่าน#1", against: hash))
        #expect(!Argon2id.verify("รหัสผ่าน#2", against: hash))
        #expect(!Argon2id.verify("", against: hash))
        #expect(!Argon2id.verify("รหัสผ่าน#1", against: "no hash"))
    }

    @Test func `a secret file is its owner's, made once, and gone when destroyed`() throws {
        let scratch = try Scratch()
        let path = scratch.path("kek.1")
        let key = SecretKey.random()
        try SecretFile.create(key, at: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let read = try #require(try SecretFile.read(path))
        let message: [UInt8] = [1]
        #expect(
            HMACSHA256.authenticate(message, key: read)
                == HMACSHA256.authenticate(message, key: key))
        let again = #expect(throws: FileError.self) {
            try SecretFile.create(.random(), at: path)
        }
        #expect(again?.code == EEXIST)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(try SecretFile.read(path) == nil)
        try SecretFile.destroy(path)
        #expect(throws: FileError.self) { try SecretFile.read(path) }
    }
}
