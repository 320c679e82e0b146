/// Where the files of one office lie.
///
/// `<data>/<office>/…` holds the log, the vault and everything that can be rebuilt;
/// `<keys>/<office>/…` holds the keys that wrap and sign, never inside the data directory, so that
/// a copy of the data is no copy of the keys.
package struct OfficePaths: Equatable, Sendable {
    package let data: String
    package let keysRoot: String
    package let code: String

    /// Both directories are absolute, without links; the caller has seen to it that the keys do
    /// not lie within the data.
    package init(data: String, keys: String, code: String) {
        precondition(Self.isCode(code), "an office's code is a folder's name")
        self.data = data
        keysRoot = keys
        self.code = code
    }

    package var office: String { "\(data)/\(code)" }
    package var log: String { "\(office)/log" }
    package var vault: String { "\(office)/vault" }
    /// Encrypted attachments: `SealedFiles`.
    package var files: String { "\(office)/files" }
    /// Unfinished filings of citizens, and what they have uploaded.
    package var drafts: String { "\(office)/drafts" }
    /// Up to where petitioners have read: `ReadMarks`.
    package var readMarks: String { "\(office)/read.sqlite" }
    package var outbox: String { "\(office)/outbox.sqlite" }
    /// How far connected systems have heard.
    package var webhooks: String { "\(office)/webhooks.sqlite" }
    package var views: String { "\(office)/views" }
    /// Copies of views as they stood at round positions: `ViewSnapshots`.
    package var snapshots: String { "\(views)/snapshots" }
    /// What is published of the log: `TileDirectory`.
    package var tiles: String { "\(office)/tiles" }
    /// The signed reports of verifications: `VerificationReport`.
    package var verifications: String { "\(office)/verifications" }
    package var keys: String { "\(keysRoot)/\(code)" }

    /// The socket on which the writer's owner takes commands of other processes.
    package static let socketName = "writer.sock"

    /// What a server answers by itself, beside its offices.
    private static let addressesOfTheServer: Set<String> = ["healthz", "readyz"]

    /// A code is a folder's name and part of an address: letters, digits and dashes, at most 32.
    package static func isCode(_ code: String) -> Bool {
        (1...32).contains(code.utf8.count) && code.utf8.first != UInt8(ascii: "-")
            && !addressesOfTheServer.contains(code)
            && code.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }
}
