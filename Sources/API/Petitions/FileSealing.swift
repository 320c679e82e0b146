internal import Entries
internal import Events
internal import FileKinds
internal import HTTP
internal import Rules
internal import Uploads
internal import Vault
internal import Workflow

/// The files of a request: looked at, then sealed under a case's key before the command that names
/// them. If that is refused they are loose, and swept.
struct FileSealing {
    private let visit: APIVisit
    private let service: ServiceDefinition?

    init(_ visit: APIVisit, service: ServiceDefinition?) {
        self.visit = visit
        self.service = service
    }

    private var uploads: [UploadedFile] { visit.request.files.filter(\.isThere) }

    func seal(under key: KeyHandle) throws -> [HandedFile] {
        var problems: [SettingsProblem] = []
        var files: [HandedFile] = []
        for upload in uploads {
            let document = service?.documents.first { $0.code == upload.field }
            let look = UploadLook(
                document, service, office: visit.settings.value.uploads, scanner: visit.scanner)
            switch try look.look(at: upload) {
            case .refused(_, isOurs: true): throw HTTP.Refusal.busy(retryAfterSeconds: 60)
            case .refused(let wording, isOurs: false):
                problems.append(SettingsProblem(path: upload.field, wording))
            case .found(let found):
                let sealed = try visit.office.seal(under: key) { write in
                    try found.pieces(of: upload, write)
                }
                files.append(
                    HandedFile(
                        label: FileLabel(
                            name: found.name, mediaType: found.kind.mediaType,
                            label: document?.code), sealed: sealed))
            }
        }
        guard problems.isEmpty else { throw Problem.unfit(problems) }
        return files
    }

    /// Of the files as they were sent, names and all.
    func digest() throws -> Digest { try uploads.digest() }
}
