internal import Events

/// What a new office asks of accounts and files, and how long it keeps what it has.
enum OpeningPolicies {
    static var events: [OfficeEvent] {
        [
            .evidencePhotosSet(photos), .passwordPolicySet(passwords),
            .registrationPolicySet(registration),
            .messagingPolicySet(OfficeEvent.MessagingPolicySet()), .uploadPolicySet(uploads),
            .disclosureSet(
                OfficeEvent.DisclosureSet(areEntriesPublic: false, isRegisterPublic: true)),
        ] + retention.map { .retentionSet($0) }
    }

    private static let photos = OfficeEvent.EvidencePhotosSet(photos: [
        EvidencePhoto(
            code: "card",
            label: LocalText("ภาพถ่ายบัตรประชาชนด้านหน้า", english: "Front of the ID card"),
            isRequired: true),
        EvidencePhoto(
            code: "person",
            label: LocalText("ภาพถ่ายใบหน้าคู่กับบัตรประชาชน", english: "Your face beside the ID card"),
            isRequired: true),
    ])

    private static let passwords = OfficeEvent.PasswordPolicySet(
        least: PasswordPolicy.standard.shortest, most: PasswordPolicy.standard.longest,
        needsUpper: true, needsLower: true, needsDigit: true, needsSpecial: true)

    /// Neither e-mail nor photos are a condition: the law lets an office ask for no more than
    /// eases the matter, and not everybody has them.
    private static let registration = OfficeEvent.RegistrationPolicySet(
        reset: .code, resetMinutes: 10)

    private static let uploads = OfficeEvent.UploadPolicySet(
        policy: UploadPolicy(
            largestBytes: 16 << 20, types: ["pdf", "jpg", "jpeg", "png"], most: 20))

    private static let retention = [
        OfficeEvent.RetentionSet(
            code: "normal", name: LocalText("เรื่องปกติ", english: "ordinary matter"),
            keep: TimeSpan(amount: 10, unit: .years)),
        OfficeEvent.RetentionSet(
            code: "trivial", name: LocalText("เรื่องธรรมดาสามัญ", english: "trivial matter"),
            keep: TimeSpan(amount: 1, unit: .years)),
    ]
}
