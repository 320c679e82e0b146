internal import Documents
internal import Entries
internal import Events
internal import FileKinds
internal import HTTP
internal import Markup
internal import Pictures
internal import Rules
internal import Vault
internal import Workflow

/// The photos that the office asks for to check who somebody is: as many as it has set, each
/// crossed through as soon as it has come.
enum IdentityPhotos {
    static let largestBytes = 16 << 20

    static func body() -> BodyRule {
        .upload(
            UploadLimits(
                files: 12, bytesPerFile: largestBytes, bytesPerRequest: 100 << 20,
                letsLargeThrough: true))
    }

    /// The name of a photo's control.
    static func field(_ photo: EvidencePhoto) -> String { "photo-\(photo.code)" }

    /// What a photo was asked for as, in the words of today's settings where they still have it.
    static func label(of photo: Evidence, _ visit: Visit) -> HTML {
        visit.settings.photos.first { $0.label.thai == photo.label }
            .map { .text(visit.language($0.label)) } ?? Parts.written(photo.label, visit)
    }

    /// The control for one photo; its hint says what to cover.
    static func control(
        _ photo: EvidencePhoto, _ controls: Controls, isSent: Bool, _ visit: Visit
    ) -> HTML {
        controls.file(
            field(photo), visit.language(photo.label), accept: "image/jpeg,image/png",
            hint: isSent
                ? visit.say("เลือกภาพใหม่หากต้องการถ่ายใหม่", "Choose another to take it again")
                : visit.say(
                    "JPG หรือ PNG ไม่เกิน 16 MB ปิดศาสนาและหมู่โลหิตบนบัตรได้",
                    "JPG or PNG, 16 MB or less. You may cover religion and blood group."),
            isRequired: photo.isRequired && !isSent)
    }

    /// A crossed copy of what was sent under a photo's name; nil if nothing was, or if it is no
    /// photo, which is said then. What was sent is on no disk and gone with the request.
    static func crossed(
        _ photo: EvidencePhoto, _ visit: Visit, _ issues: inout Issues
    ) throws -> [UInt8]? {
        guard
            let file = visit.request.files.first(where: {
                $0.field == field(photo) && (!$0.name.isEmpty || $0.byteCount > 0)
            })
        else { return nil }
        guard let picture = try PhotoRoom.picture(file, field: field(photo), &issues) else {
            return nil
        }
        guard let office = visit.settings.office else { throw HTTP.Refusal.notFound }
        return try picture.crossed(
            with: CrossingText.identity(for: OfficeHead(office), on: visit.today)
        ).jpeg()
    }

    /// What is said where a photo is missing that must be there.
    static func addMissing(_ photo: EvidencePhoto, _ issues: inout Issues) {
        let english = photo.label.english ?? photo.label.thai
        issues.add(field(photo), "เลือก\(photo.label.thai)", "Choose the photo: \(english)")
    }

    /// What the event says of photos that were handed over, in the order of the office's settings.
    static func evidence(_ files: [HandedFile], _ settings: OfficeSettings) -> [Evidence] {
        settings.photos.enumerated().compactMap { index, photo in
            guard let file = files.first(where: { $0.label.label == photo.code }) else {
                return nil
            }
            return evidence(file.sealed, number: index + 1, photo)
        }
    }

    static func evidence(_ file: SealedFile, number: Int, _ photo: EvidencePhoto) -> Evidence {
        Evidence(
            number: number, label: photo.label.thai, mediaType: "image/jpeg", size: file.size,
            file: file.file, content: file.content)
    }
}
