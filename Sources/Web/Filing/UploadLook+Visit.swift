internal import Events
internal import FileKinds
internal import Rules
internal import Uploads

/// What may be uploaded, as a page asks for it.
extension UploadLook {
    init(_ document: DocumentNeeded?, _ service: ServiceDefinition?, _ visit: Visit) {
        self.init(
            document, service, office: visit.settings.uploads, scanner: visit.scanner)
    }

    /// As a file control asks for it.
    var accept: String { Set(kinds).map(\.mediaType).sorted().joined(separator: ",") }

    /// What is taken, for people, in the order in which a refusal names it: `PDF, JPG, each 16 MB or
    /// less`.
    func hint(_ language: Language) -> String {
        let list = kinds.map { $0.fileExtension.uppercased() }.joined(separator: ", ")
        let size = policy.largestBytes >> 20
        return language("\(list) ไฟล์ละไม่เกิน \(size) MB", "\(list), each \(size) MB or less")
    }
}
