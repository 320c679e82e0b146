internal import EventLog
package import Events
package import Vault

extension ServedOffice {
    package var files: SealedFiles { office.files }

    /// What people have begun to file.
    package var filings: UnfinishedFilings { writer.filings }

    /// A key for a case or an account that a draft is going to open: `Draft.key`.
    package func newKey() throws -> KeyHandle { try writer.newKey() }

    /// The key of a stream, to seal further files under; nil if there is no such stream.
    package func key(of stream: StreamName) throws -> KeyHandle? { try writer.key(of: stream) }

    /// Seals what was uploaded to a filing under a new case's key, for the `Draft` that files it:
    /// its `key` is the handover's, its idempotency key the filing's id.
    package func handOver(
        _ id: FilingID, for account: String?, seen: Int,
        adding added: () throws -> [AddedFile] = { [] }
    ) throws -> Handover {
        try filings.handOver(
            id, for: account, seen: seen, to: files, after: try office.log.head, adding: added,
            under: newKey)
    }
}

extension Attachment {
    package init(_ file: HandedFile) {
        self.init(
            name: file.label.name, mediaType: file.label.mediaType, size: file.sealed.size,
            file: file.sealed.file, content: file.sealed.content, label: file.label.label)
    }
}
