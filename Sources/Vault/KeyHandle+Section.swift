package import Crypto
package import Entries

/// A section as it lies beside its entry, and what the entry says of it.
package struct SealedBlob: Equatable, Sendable {
    package let section: SealedSection
    package let bytes: [UInt8]
}

/// What a section held; the salt lets its owner prove what was filed without any key.
package struct OpenedSection: Equatable, Sendable {
    package let salt: [UInt8]
    package let content: [UInt8]
}

/// How far a section's length is hidden.
package enum SectionPadding: Int, Sendable {
    /// For names, numbers and the like.
    case short = 64
    /// For what people write freely.
    case text = 256
}

extension KeyHandle {
    private static let saltCount = 32

    /// Seals `content` as section `number` of an event, under a fresh salt and nonce.
    package func seal(
        _ content: [UInt8], field: String, number: Int, of event: EventID,
        padding: SectionPadding = .short
    ) -> SealedBlob {
        let salt = SecureRandom.current.bytes(Self.saltCount)
        let blob = SectionBlob.seal(
            [salt, content], with: self,
            additional: additional(field: field, eventID: event.text), nonce: .random(),
            block: padding.rawValue)
        var section = SealedSection()
        section.commitment = SHA256.hash(salt.span, content.span)
        section.field = field
        section.hash = SHA256.hash(blob)
        section.keyReference = reference
        section.number = number
        return SealedBlob(section: section, bytes: blob)
    }

    /// Opens the blob of `section`, and holds it against everything that the entry says of it.
    package func open(
        _ blob: [UInt8], as section: SealedSection, of event: EventID
    ) throws(SectionError) -> OpenedSection {
        guard SHA256.hash(blob) == section.hash else { throw .notTheLoggedBlob }
        guard section.keyReference == reference else { throw .wrongKeyOrPlace }
        let text = try SectionBlob.open(
            blob, with: self,
            additional: additional(field: section.field, eventID: event.text))
        guard text.count >= Self.saltCount else { throw .malformed }
        guard SHA256.hash(text) == section.commitment else { throw .notTheCommittedText }
        return OpenedSection(
            salt: Array(text.prefix(Self.saltCount)), content: Array(text.dropFirst(Self.saltCount))
        )
    }

    /// Seals a whole text, salt and all, under a given nonce: what the format's vectors need.
    package func sealBlob(
        _ text: [UInt8], field: String, eventID: String, nonce: Nonce,
        padding: SectionPadding = .short
    ) -> [UInt8] {
        SectionBlob.seal(
            [text], with: self, additional: additional(field: field, eventID: Array(eventID.utf8)),
            nonce: nonce, block: padding.rawValue)
    }
}
