package import Entries

extension PetitionEvent {
    /// The office issued a document.
    package struct DocumentIssued: EventData {
        package static let name = "document-issued"
        package static let version = 2
        package static let meaning = Wording(thai: "ออกเอกสาร", english: "A document was issued.")
        package static let sections: [SectionKind] = [.document, .attributes]

        /// The document’s own number.
        package var number = ""
        package var kind = DocumentKind.filingReceipt
        /// Its code in the definition.
        package var code: String?
        /// What the public register is asked with; none on documents older than it.
        package var verificationCode: String?
        package var validFrom: CivilDate?
        /// Its last day.
        package var validUntil: CivilDate?
        /// The number of the document that it replaces.
        package var replaces: String?
        /// Whether it stands in the public register.
        package var isListed = false

        package init() {}

        package init(
            number: String, kind: DocumentKind, code: String? = nil,
            verificationCode: String? = nil, validFrom: CivilDate? = nil,
            validUntil: CivilDate? = nil, replaces: String? = nil, isListed: Bool = false
        ) {
            self.number = number
            self.kind = kind
            self.code = code
            self.verificationCode = verificationCode
            self.validFrom = validFrom
            self.validUntil = validUntil
            self.replaces = replaces
            self.isListed = isListed
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("code", &code)
            try fields.field("kind", &kind)
            try fields.flag("listed", &isListed)
            try fields.field("number", &number)
            try fields.field("replaces", &replaces)
            try fields.field("valid_from", &validFrom)
            try fields.field("valid_until", &validUntil)
            try fields.field("verification_code", &verificationCode)
        }
    }
}

extension PetitionEvent {
    /// The first version: a word for the kind, neither validity nor verification code.
    package struct DocumentIssuedV1: SupersededData {
        package static let name = "document-issued"
        package static let meaning = Wording(
            thai: "ออกเอกสาร (รุ่น 1)", english: "A document was issued (version 1).")
        package static let sections: [SectionKind] = [.document]

        package var number = ""
        /// `receipt`, `licence`, or another word.
        package var document = ""

        package init() {}

        package init(number: String, document: String) {
            self.number = number
            self.document = document
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("document", &document)
            try fields.field("number", &number)
        }
    }

}

extension PetitionEvent {
    /// A document no longer holds.
    package struct DocumentRevoked: EventData {
        package static let name = "document-revoked"
        package static let meaning = Wording(
            thai: "เพิกถอนเอกสาร", english: "A document was revoked.")
        package static let sections: [SectionKind] = [.reason]

        package var number = ""
        /// A code.
        package var ground: String?

        package init() {}

        package init(number: String, ground: String? = nil) {
            self.number = number
            self.ground = ground
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("ground", &ground)
            try fields.field("number", &number)
        }
    }
}

extension PetitionEvent {
    /// A fee was paid.
    package struct PaymentRecorded: EventData {
        package static let name = "payment-recorded"
        package static let meaning = Wording(
            thai: "รับชำระเงิน", english: "A payment was recorded.")
        package static let sections: [SectionKind] = [.payer, .attributes]

        /// The amount.
        package var satang = 0
        package var method = PaymentMethod.cash
        /// Its code in the definition.
        package var fee: String?
        /// The number of the receipt.
        package var receipt: String?
        package var paidAt: Instant?

        package init() {}

        package init(
            satang: Int, method: PaymentMethod, fee: String? = nil, receipt: String? = nil,
            paidAt: Instant? = nil
        ) {
            self.satang = satang
            self.method = method
            self.fee = fee
            self.receipt = receipt
            self.paidAt = paidAt
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("fee", &fee)
            try fields.field("method", &method)
            try fields.field("paid_at", &paidAt)
            try fields.field("receipt", &receipt)
            try fields.field("satang", &satang)
        }
    }
}

extension PetitionEvent {
    /// The office checked who the petitioner is, which is its own duty.
    package struct IdentityChecked: EventData {
        package static let name = "identity-checked"
        package static let meaning = Wording(
            thai: "ตรวจสอบตัวตนผู้ยื่น", english: "The office checked the petitioner’s identity.")
        package static let sections: [SectionKind] = [.reason]

        package var method = IdentityMethod.photo
        package var outcome = CheckOutcome.matched
        package var level: IdentityLevel?

        package init() {}

        package init(method: IdentityMethod, outcome: CheckOutcome, level: IdentityLevel? = nil) {
            self.method = method
            self.outcome = outcome
            self.level = level
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("level", &level)
            try fields.field("method", &method)
            try fields.field("outcome", &outcome)
        }
    }
}

extension PetitionEvent {
    /// The office copied originals itself and certified the copies.
    package struct CopiesCertified: EventData {
        package static let name = "copies-certified"
        package static let meaning = Wording(
            thai: "รับรองสำเนา", english: "The office certified copies of originals.")
        package static let sections: [SectionKind] = [.attachment]

        package var copies = 0
        /// Their codes in the definition.
        package var documents: [String] = []

        package init() {}

        package init(copies: Int, documents: [String] = []) {
            self.copies = copies
            self.documents = documents
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("copies", &copies)
            try fields.list("documents", &documents)
        }
    }
}
