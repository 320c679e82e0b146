internal import Crypto
package import Entries

/// Why the vault does not do what it was asked; nothing was changed.
package enum VaultError: Error, Equatable, Sendable {
    /// The keys directory lies inside the data directory: one backup would hold both.
    case keysInsideData(keys: String, data: String)
    case keysMissing(String)
    /// This user may not look into it.
    case keysNotReadable(String, reason: String)
    /// The keys directory names another office, or none.
    /// No file says whose keys they are.
    case keysUnmarked(String)
    case keysOfAnotherOffice(keys: String, found: String, wanted: String)
    /// Others than the owner may look into the keys directory or a key, or a key is no key.
    case keysNotPrivate(String)
    /// Others than their owner may enter the directory.
    case keysOpenToOthers(String)
    /// The keys directory holds keys of a vault that is not here.
    case keysWithoutVault(String)
    /// Settings name a secret by the name of its file, without a path.
    case notASecretsName(String)
    case secretMissing(String)
    case epochKeyMissing(epoch: Int, keys: String)
    /// A key of that epoch is there, but it is not this vault's.
    case epochKeyWrong(epoch: Int, keys: String)
    case vaultExists(String)
    case vaultMissing(String)
    /// Passwords and second factors are gone, or their file is empty.
    case accountsMissing(String)
    case vaultOfAnotherOffice(found: String, wanted: String)
    case notWritable(String)
    /// The vault has never heard of the key. It is not taken for erased, and not made again.
    case unknownKey(KeyReference)
    case erasedKey(KeyReference, at: Position)
    /// What stands in the vault for the key does not open under the key of its epoch.
    case damagedKey(KeyReference)
    /// A code was asked for that would have expired already.
    case notIssued
    /// `settle` has not been called, or the vault was opened for reading.
    case notMinting
}

extension VaultError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .keysInsideData(let keys, let data):
            "the keys directory \(keys) lies inside the data directory \(data); keep it apart"
        case .keysMissing(let keys): "there is no keys directory for this office at \(keys)"
        case .keysNotReadable(let keys, let reason):
            "the keys directory \(keys) may not be read: \(reason)"
        case .keysOfAnotherOffice(let keys, let found, let wanted):
            "the keys in \(keys) belong to “\(found)”, not to “\(wanted)”"
        case .keysUnmarked(let keys):
            "\(keys) is no keys directory: it holds no file “office” that says whose keys they are"
        case .keysOpenToOthers(let keys):
            "others than their owner may look into the keys: chmod 700 \(keys)"
        case .keysNotPrivate(let path):
            "\(path) is no key: it must be a file of \(SecretKey.count) bytes with the mode 0600"
        case .keysWithoutVault(let keys):
            "\(keys) holds keys of a vault that is not here; restore it, or move the keys away"
        case .notASecretsName(let name): "“\(name)” is no name of a file in the keys directory"
        case .secretMissing(let path): "there is no secret at \(path)"
        case .epochKeyMissing(let epoch, let keys): "the key kek.\(epoch) is missing in \(keys)"
        case .epochKeyWrong(let epoch, let keys):
            "the key kek.\(epoch) in \(keys) does not belong to this vault"
        case .vaultExists(let path): "there is a vault already at \(path)"
        case .accountsMissing(let path):
            "\(path), which holds passwords and second factors, is gone; restore it from a backup of the vault"
        case .vaultMissing(let path): "there is no vault at \(path)"
        case .vaultOfAnotherOffice(let found, let wanted):
            "the vault belongs to “\(found)”, not to “\(wanted)”"
        case .notWritable(let path): "\(path) cannot be made; is its directory writable?"
        case .unknownKey(let reference): "the vault does not know the key \(reference)"
        case .erasedKey(let reference, let position):
            "the key \(reference) was erased by event \(position)"
        case .damagedKey(let reference): "the key \(reference) is damaged in the vault"
        case .notIssued: "a code was asked for that would have expired already"
        case .notMinting:
            "the vault gives out no new keys: it was not settled, or its office is closed"
        }
    }
}

/// Why a sealed section does not open.
package enum SectionError: Error, Equatable, Sendable {
    /// Too short, or of a format that this program does not know.
    case malformed
    /// Its hash is not the one in the entry.
    case notTheLoggedBlob
    /// It was not sealed with this key for this event and field.
    case wrongKeyOrPlace
    /// It is not what was encrypted.
    case altered
    /// What it holds is not what the entry commits to.
    case notTheCommittedText
}
