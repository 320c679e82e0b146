import Entries
import Foundation
import SQLite
import TestSupport
import Vault

/// A vault with unfinished filings, and a restart at will.
final class FilingDesk {
    private let scratch: Scratch
    let here: VaultPlace
    let limits: FilingLimits
    private(set) var vault: Vault
    private(set) var filings: UnfinishedFilings
    let files: SealedFiles
    let now = Instant(milliseconds: 1_800_000_000_000)

    init(_ limits: FilingLimits = FilingLimits()) throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        try vault.settle(head: 0) { _ in false }
        filings = try UnfinishedFilings(scratch.path("drafts"), vault: vault, limits: limits)
        files = SealedFiles(scratch.path("files"))
        self.limits = limits
        self.vault = vault
        self.here = here
        self.scratch = scratch
    }

    /// As after the process was killed: nothing is said to the old ones.
    func restart(naming named: Set<KeyReference> = []) throws {
        vault = try Vault(opening: here)
        filings = try UnfinishedFilings(path("drafts"), vault: vault, limits: limits)
        let keys = try filings.keys()
        try vault.settle(head: 9) { named.contains($0) || keys.contains($0) }
        try filings.tidy()
    }

    func path(_ name: String) -> String { scratch.path(name) }

    /// The sealed files below a directory.
    func names(in directory: String) -> [String] {
        let names = FileManager.default.subpaths(atPath: path(directory)) ?? []
        return names.filter { $0.contains("-") || $0.contains("new/") }
    }

    func after(days: Int) -> Instant { now.advanced(milliseconds: days * 86_400_000) }

    func database(_ name: String) throws -> Database {
        var settings = Database.Settings()
        settings.journal = name.hasSuffix("drafts.sqlite") ? .wal : .delete
        return try Database(path: path(name), mode: .write, settings: settings)
    }

    /// How many keys the vault holds.
    func keyCount() throws -> Int {
        try database("data/demo/vault/keys.sqlite").first("SELECT count(*) FROM keys") {
            $0.int(0)
        } ?? 0
    }

    func content(of number: Int, in id: FilingID, for account: String? = nil) throws -> [UInt8] {
        var content: [UInt8] = []
        try filings.openFile(number, of: id, for: account) { piece in
            for index in piece.indices { content.append(piece[index]) }
        }
        return content
    }
}

let photo = FileLabel(name: "ถนน.jpg", mediaType: "image/jpeg", label: "photo")
