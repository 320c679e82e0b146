package import Entries
internal import EventLog
package import Events
internal import Files
internal import Foundation
internal import Rules
internal import Threads
internal import Vault

extension Office {
    /// Makes a new office: its log, its vault, its keys, and the settings that every office
    /// begins with, as events. Its origin is fixed for ever.
    package static func create(
        _ paths: OfficePaths, opening: OfficeEvent.OfficeOpened,
        clock: @escaping @Sendable () -> Instant, mapSize: Int = EventLog.defaultMapSize
    ) throws {
        try create(paths, opening: opening, clock: clock, mapSize: mapSize) { _, _ in }
    }

    /// Makes a new office and lets `body` fill it before anybody else can.
    ///
    /// It is made beside its place and moved there when it is whole, so that a failure leaves no
    /// half of an office. Until then nothing is promised to anybody: what `body` hears as accepted
    /// is not yet durable, which makes it fast. When this returns, everything is.
    package static func create<Result>(
        _ paths: OfficePaths, opening: OfficeEvent.OfficeOpened,
        clock: @escaping @Sendable () -> Instant, mapSize: Int = EventLog.defaultMapSize,
        filling body: (Office, OfficeWriter) throws -> Result
    ) throws -> Result {
        // Two logs signed with one key under one name would each prove the other wrong.
        let place = paths.place(opening.origin)
        guard FileManager.default.fileExists(atPath: paths.office) || !place.hasKeysInUse else {
            throw OfficeProblem.keysInUse(paths.keys)
        }
        try refuseTaken(opening.origin, beside: paths)
        return try make(paths) { making in
            let log = try EventLog.draft(
                at: making.log, origin: opening.origin, now: clock(), mapSize: mapSize)
            let result = try fill(making, log, opening, clock, body)
            try log.finish()
            try place.markKeys()
            return result
        }
    }

    /// Two logs under one name would show whoever follows them two histories of one log.
    private static func refuseTaken(_ origin: String, beside paths: OfficePaths) throws {
        for code in (try? Offices.codes(in: paths.data)) ?? [] where code != paths.code {
            let other = OfficePaths(data: paths.data, keys: paths.keysRoot, code: code)
            // What cannot be opened is no reason not to make another.
            guard let log = try? EventLog.open(at: other.log), log.origin == origin else {
                continue
            }
            throw OfficeProblem.originTaken(origin, by: code)
        }
    }

    /// Has `body` make an office beside its place, and moves it there when it is whole.
    static func make<Result>(
        _ paths: OfficePaths, _ body: (OfficePaths) throws -> Result
    ) throws -> Result {
        try removeUnfinished(paths)
        let files = FileManager.default
        let making = paths.making
        guard !files.fileExists(atPath: paths.office) else {
            throw OfficeProblem.exists(paths.office)
        }
        let hadKeys = files.fileExists(atPath: paths.keys)
        try files.createDirectory(
            atPath: making.office, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o750])
        guard let lock = try FileLock.take(making.makingLock) else {
            throw OfficeProblem.beingMade(paths.office)
        }
        defer { lock.release() }
        do {
            let result = try body(making)
            try Directory.sync(making.office)
            try files.moveItem(atPath: making.office, toPath: paths.office)
            try files.removeItem(atPath: making.data)
            try Directory.sync(paths.data)
            return result
        } catch {
            try? files.removeItem(atPath: making.data)
            if !hadKeys { try? files.removeItem(atPath: paths.keys) }
            throw error
        }
    }

    /// Removes what is left of an office whose making was interrupted; false if there is nothing.
    ///
    /// Its keys stay, and serve when it is made again.
    ///
    /// - Throws: `OfficeProblem.beingMade` while another process makes it.
    @discardableResult
    package static func removeUnfinished(_ paths: OfficePaths) throws -> Bool {
        let making = paths.making
        guard FileManager.default.fileExists(atPath: making.data) else { return false }
        guard let lock = try FileLock.take(making.makingLock) else {
            throw OfficeProblem.beingMade(paths.office)
        }
        defer { lock.release() }
        try FileManager.default.removeItem(atPath: making.data)
        return true
    }

    private static func fill<Result>(
        _ making: OfficePaths, _ log: EventLog, _ opening: OfficeEvent.OfficeOpened,
        _ clock: @escaping @Sendable () -> Instant,
        _ body: (Office, OfficeWriter) throws -> Result
    ) throws -> Result {
        try Vault.create(making.place(opening.origin))
        let port = try OfficeWriter(making, log: log, clock: clock)
        defer { port.close() }
        let outcome = port.perform(
            Draft(.office(OfficeCommand(.officeOpened(opening))), by: .system, at: clock()))
        guard case .accepted = outcome else { throw OfficeProblem.notOpened(outcome) }
        // The log's key for ever: made before anybody could sign with another one.
        _ = try port.vault.secret(named: Publisher.seedName(of: 1))
        return try body(Office(paths: making, log: log, vault: port.vault), port)
    }
}

extension OfficePaths {
    /// Where the office is made, beside its place: on the same disk, and no office to anybody.
    fileprivate var making: OfficePaths {
        OfficePaths(data: "\(data)/.making-\(code)", keys: keysRoot, code: code)
    }

    /// Held by whoever makes it.
    fileprivate var makingLock: String { "\(data)/lock" }
}

/// Why an office cannot be made or opened.
package enum OfficeProblem: Error, Equatable, Sendable {
    case exists(String)
    case absent(String)
    /// Keys of an office that was made before lie where those of the new one would.
    case keysInUse(String)
    /// Another office of the same data directory has that origin.
    case originTaken(String, by: String)
    /// Another process is making it.
    case beingMade(String)
    /// The views lie where nothing can be written, so that they cannot be brought along.
    case fixedViews(String)
    /// Another process brings the views along.
    case viewsBusy
    /// The view was never built.
    case viewMissing
    /// The rules refused its opening, or it could not be written.
    case notOpened(CommandOutcome)
}
