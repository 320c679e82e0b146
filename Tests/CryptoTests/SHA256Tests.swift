import Crypto
import Entries
import Testing

@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]) func `known answers of FIPS 180 come out`(text: String, hash: String) {
        #expect(SHA256.hash(Array(text.utf8)).description == hash)
        #expect(SHA256.hash(ArraySlice(text.utf8)).description == hash)
    }

    @Test func `pieces give what the whole gives, and a hasher serves again`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let hasher = SHA256Hasher()
        for _ in 0..<2 {
            hasher.update(bytes[..<1])
            hasher.update(bytes[1..<77])
            hasher.update(Array(bytes[77...]))
            #expect(hasher.finish() == SHA256.hash(bytes))
        }
    }

    /// The inputs and the root of the eight-leaf tree that Certificate Transparency tests with.
    @Test func `leaves and nodes make the known tree`() {
        let inputs = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ]
        var row = inputs.map { SHA256.leafHash(Hex.decode($0.utf8) ?? []) }
        #expect(row[0].description.hasPrefix("6e340b9c"))
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map {
                SHA256.nodeHash(row[$0], row[$0 + 1])
            }
        }
        #expect(
            row[0].description
                == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
    }

    @Test func `several threads hash at once`() async {
        let expected = SHA256.hash([1, 2, 3])
        let hashes = await withTaskGroup(of: Set<Digest>.self) { group in
            for _ in 0..<4 {
                group.addTask { Set((0..<1000).map { _ in SHA256.hash([1, 2, 3]) }) }
            }
            return await group.reduce(into: Set<Digest>()) { $0.formUnion($1) }
        }
        #expect(hashes == [expected])
    }
}
