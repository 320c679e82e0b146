internal import Crypto
internal import EventLog
internal import Vault

extension Publisher {
    /// The publisher of an office whose writer this process is. An office from before it was
    /// signed gets its key here.
    package convenience init(of office: Office) throws {
        let seed =
            try office.vault.secret(ifThere: Self.seedName(of: office.log.epoch))
            ?? Self.firstSeed(of: office)
        try self.init(
            of: LogTree(office.log), origin: office.log.signedName, seed: seed,
            keptIn: office.paths.office, tiles: office.paths.tiles)
        try office.paths.place(office.log.origin).markKeys()
    }

    /// A new key would not be that of what is published already.
    private static func firstSeed(of office: Office) throws -> SecretKey {
        if let published = try TileDirectory(reading: office.paths.tiles).key() {
            throw PublisherProblem.anotherKey(published: published, own: "missing")
        }
        return try office.vault.secret(named: seedName(of: office.log.epoch))
    }
}
