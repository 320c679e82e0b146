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
    /// refused they are loose, and swept. Where one is refused the others stand among the issues
    /// too: a browser forgets what was chosen.
    static func sealed(
        in file: CaseFile, _ visit: Visit, _ issues: inout Issues
    ) throws -> [Attachment] {
        let look = look(file, visit)
        let stream = StreamName(.petition, file.petition.number)
        guard let key = try visit.office.key(of: stream) else { return [] }
        var attachments: [Attachment] = []
        var lines: [(wording: Wording, isOurs: Bool)] = []
        for upload in visit.request.files where upload.isThere {
            switch try look.look(at: upload) {
            case .refused(let wording, let isOurs): lines.append((wording, isOurs))
            case .found(let found):
                lines.append((chooseAgain(upload), false))
                let sealed = try visit.office.seal(under: key) { write in
                    try found.pieces(of: upload, write)
                }
                attachments.append(
                    Attachment(
                        name: found.name, mediaType: found.kind.mediaType, size: sealed.size,
                        file: sealed.file, content: sealed.content))
            }
        }
        if attachments.count < lines.count {
            for line in lines { issues.add(fileOf: "files", line.wording, isOurs: line.isOurs) }
        }
        return attachments
    }

    /// Before a form is shown again for another reason: its files are not in it any more.
    static func addLost(_ visit: Visit, _ issues: inout Issues) {
        guard issues["files"] == nil else { return }
        for upload in visit.request.files where upload.isThere {
            issues.add(fileOf: "files", chooseAgain(upload))
        }
    }

    private static func chooseAgain(_ upload: UploadedFile) -> Wording {
        Wording(
            thai: "\(upload.name): ยังไม่ได้เก็บไว้ เลือกไฟล์นี้อีกครั้ง",
            english: "\(upload.name): not kept yet, choose this file again")
    }
}
