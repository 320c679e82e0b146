internal import Events
internal import FileKinds
internal import HTTP
internal import Rules
internal import Uploads
internal import Vault
internal import Workflow

/// Files that come with a form in a case, the petitioner's or the office's.
enum CaseUploads {
    static func look(_ file: CaseFile, _ visit: Visit) -> UploadLook {
        UploadLook(nil, visit.settings.definition(of: file.petition), visit)
    }

    /// Looked at, then sealed under the case's key before the command that names them; if that is
    /// refused they are loose, and swept.
    static func sealed(
        in file: CaseFile, _ visit: Visit, _ issues: inout Issues
    ) throws -> [Attachment] {
        let look = look(file, visit)
        let stream = StreamName(.petition, file.petition.number)
        guard let key = try visit.office.key(of: stream) else { return [] }
        var attachments: [Attachment] = []
        for upload in visit.request.files where upload.isThere {
            switch try look.look(at: upload) {
            case .refused(let wording, let isOurs): issues.add("files", wording, isOurs: isOurs)
            case .found(let found):
                let sealed = try visit.office.seal(under: key) { write in
                    try found.pieces(of: upload, write)
                }
                attachments.append(
                    Attachment(
                        name: found.name, mediaType: found.kind.mediaType, size: sealed.size,
                        file: sealed.file, content: sealed.content))
            }
        }
        return attachments
    }
}
