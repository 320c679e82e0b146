package import Crypto
package import Entries

/// A key that is ready for use: any thread may seal and open with it, without asking the vault.
///
/// It holds keys derived from the vault's, to encrypt and to commit, wiped when the last holder
/// lets go. A holder can go on using a key that has been erased meanwhile.
package final class KeyHandle: Sendable {
    package let reference: KeyReference
    let encryption: SecretKey, commitment: SecretKey, files: SecretKey
    let office: String

    package init(_ reference: KeyReference, secret: SecretKey, office: String) {
        self.reference = reference
        self.office = office
        encryption = secret.derived(1, context: "PDv1keys")
        commitment = secret.derived(2, context: "PDv1keys")
        files = secret.derived(3, context: "PDv1keys")
    }

    /// What a section is bound to: it cannot be moved to another event, key or field.
    func additional(field: String, eventID: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96 + office.utf8.count + field.utf8.count)
        bytes += "petition-pd/1\n".utf8
        bytes += office.utf8
        bytes.append(0x0A)
        bytes += eventID
        bytes.append(0x0A)
        bytes += reference.hex
        bytes.append(0x0A)
        bytes += field.utf8
        bytes.append(0x0A)
        return bytes
    }
}

extension KeyHandle: CustomStringConvertible {
    package var description: String { "key \(reference)" }
}
