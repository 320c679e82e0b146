package import Entries
package import Events

/// Where one person's account stands: the fold of its events, without a word about who it is.
package struct Account: Equatable, Sendable {
    /// How far the check of the identity is.
    package enum Check: Hashable, Sendable {
        /// Nothing was sent that could be checked.
        case noEvidence
        /// กำลังตรวจสอบการยืนยันตัวตน
        case pending
        case verified
        /// May be sent again.
        case refused
    }

    /// The key that the person's sections are sealed under.
    package internal(set) var key = KeyReference(high: 0, low: 0)
    package internal(set) var registeredAt = Instant(milliseconds: 0)
    package internal(set) var version = 0
    package internal(set) var recordedAt = Instant(milliseconds: 0)
    package internal(set) var method = IdentityMethod.password
    package internal(set) var identityLevel = IdentityLevel.unproven
    package internal(set) var check = Check.noEvidence
    /// How often evidence came in.
    package internal(set) var evidenceRounds = 0
    package internal(set) var contactPreference: ContactPreference?
    /// By which ways the person wants notices; empty: by whatever there is.
    package internal(set) var noticeChannels: [NoticeChannel] = []
    package internal(set) var confirmed: [ContactKind] = []
    package internal(set) var bounced: [ContactKind] = []
    package internal(set) var hasPicture = false
    package internal(set) var hasPassword = false
    package internal(set) var logins: [LoginProvider] = []
    package internal(set) var reset: Reset?
    package internal(set) var terms = 0
    package internal(set) var notice = 0
    package internal(set) var consents: [Consent] = []
    package internal(set) var accessRequestedAt: Instant?
    package internal(set) var erasureRequestedAt: Instant?
    /// The day from which erasure may be asked for again.
    package internal(set) var erasureAgain: CivilDate?
    package internal(set) var erasure: ErasureGround?
    package internal(set) var erasedAt: Instant?
    package internal(set) var isErasureCompleted = false

    package init() {}

    package var isErased: Bool { erasedAt != nil }
    package var isVerified: Bool { check == .verified }

    /// A forgotten password that may be set anew until then.
    package struct Reset: Hashable, Sendable {
        package var via: ResetManner, expiresAt: Instant
    }

    package struct Consent: Hashable, Sendable {
        package var purpose: String, version: Int
    }
}
