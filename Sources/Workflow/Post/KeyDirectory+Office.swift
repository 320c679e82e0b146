internal import EventLog
internal import Vault

extension KeyDirectory {
    /// An office's own, as it was opened with.
    init(of office: Office) throws {
        try self.init(
            opening: office.paths.keys, office: office.log.origin, outside: office.paths.data)
    }
}
