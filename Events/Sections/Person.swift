package import Entries

/// A postal address, its parts in Thai order; Bangkok’s แขวง and เขต stand as subdistrict and
/// district.
package struct Address: Fields {
    /// บ้านเลขที่.
    package var house: String?
    /// หมู่ที่.
    package var moo: String?
    /// อาคาร/หมู่บ้าน.
    package var building: String?
    /// ตรอก/ซอย.
    package var soi: String?
    /// ถนน.
    package var road: String?
    package var subdistrict: String?
    package var district: String?
    package var province: String?
    package var postcode: String?
    /// The DOPA code of the subdistrict, as filed.
    package var area: String?

    package init() {}

    package init(
        house: String? = nil, moo: String? = nil, building: String? = nil, soi: String? = nil,
        road: String? = nil, subdistrict: String? = nil, district: String? = nil,
        province: String? = nil, postcode: String? = nil, area: String? = nil
    ) {
        self.house = house
        self.moo = moo
        self.building = building
        self.soi = soi
        self.road = road
        self.subdistrict = subdistrict
        self.district = district
        self.province = province
        self.postcode = postcode
        self.area = area
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("area", &area)
        try fields.field("building", &building)
        try fields.field("district", &district)
        try fields.field("house", &house)
        try fields.field("moo", &moo)
        try fields.field("postcode", &postcode)
        try fields.field("province", &province)
        try fields.field("road", &road)
        try fields.field("soi", &soi)
        try fields.field("subdistrict", &subdistrict)
    }
}

/// A natural person as filed; no field is derived from another.
package struct Person: Fields {
    package var title: String?
    package var givenName: String?
    package var familyName: String?
    /// Thirteen digits.
    package var nationalID: String?
    package var passport: String?
    /// E.164.
    package var phone: String?

    package init() {}

    package init(
        title: String? = nil, givenName: String? = nil, familyName: String? = nil,
        nationalID: String? = nil, passport: String? = nil, phone: String? = nil
    ) {
        self.title = title
        self.givenName = givenName
        self.familyName = familyName
        self.nationalID = nationalID
        self.passport = passport
        self.phone = phone
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("family_name", &familyName)
        try fields.field("given_name", &givenName)
        try fields.field("national_id", &nationalID)
        try fields.field("passport", &passport)
        try fields.field("phone", &phone)
        try fields.field("title", &title)
    }
}

/// Who asks: one person, or the representative of a group or an organisation.
package struct Petitioner: Section {
    package static let kind = SectionKind.petitioner

    package var title: String?
    package var givenName: String?
    package var familyName: String?
    /// Thirteen digits.
    package var nationalID: String?
    package var passport: String?
    /// The name of a juristic person.
    package var organisation: String?
    /// A juristic person’s thirteen digits.
    package var taxID: String?
    /// E.164.
    package var phone: String?
    package var email: String?
    package var lineID: String?
    package var address: Address?
    /// The other members of a group.
    package var others: [Person] = []
    /// On whose behalf, if not for oneself.
    package var filedFor: Person?
    /// What binds the two.
    package var relationship: String?

    package init() {}

    package init(
        title: String? = nil, givenName: String? = nil, familyName: String? = nil,
        nationalID: String? = nil, passport: String? = nil, organisation: String? = nil,
        taxID: String? = nil, phone: String? = nil, email: String? = nil, lineID: String? = nil,
        address: Address? = nil, others: [Person] = [], filedFor: Person? = nil,
        relationship: String? = nil
    ) {
        self.title = title
        self.givenName = givenName
        self.familyName = familyName
        self.nationalID = nationalID
        self.passport = passport
        self.organisation = organisation
        self.taxID = taxID
        self.phone = phone
        self.email = email
        self.lineID = lineID
        self.address = address
        self.others = others
        self.filedFor = filedFor
        self.relationship = relationship
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("address", &address)
        try fields.field("email", &email)
        try fields.field("family_name", &familyName)
        try fields.field("filed_for", &filedFor)
        try fields.field("given_name", &givenName)
        try fields.field("line_id", &lineID)
        try fields.field("national_id", &nationalID)
        try fields.field("organisation", &organisation)
        try fields.list("others", &others)
        try fields.field("passport", &passport)
        try fields.field("phone", &phone)
        try fields.field("relationship", &relationship)
        try fields.field("tax_id", &taxID)
        try fields.field("title", &title)
    }
}

/// Whose account a case belongs to.
package struct Owner: Section {
    package static let kind = SectionKind.owner

    /// The name of the account’s stream.
    package var account = ""

    package init() {}

    package init(account: String) {
        self.account = account
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("account", &account)
    }
}

/// Who a person is, as entered and as the office knows it.
package struct Identity: Section {
    package static let kind = SectionKind.identity

    package var title: String?
    package var givenName: String?
    package var familyName: String?
    package var nationalID: String?
    package var passport: String?
    package var birthDate: CivilDate?
    /// An officer’s position.
    package var position: String?
    package var phone: String?
    package var email: String?
    package var address: Address?

    package init() {}

    package init(
        title: String? = nil, givenName: String? = nil, familyName: String? = nil,
        nationalID: String? = nil, passport: String? = nil, birthDate: CivilDate? = nil,
        position: String? = nil, phone: String? = nil, email: String? = nil, address: Address? = nil
    ) {
        self.title = title
        self.givenName = givenName
        self.familyName = familyName
        self.nationalID = nationalID
        self.passport = passport
        self.birthDate = birthDate
        self.position = position
        self.phone = phone
        self.email = email
        self.address = address
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("address", &address)
        try fields.field("birth_date", &birthDate)
        try fields.field("email", &email)
        try fields.field("family_name", &familyName)
        try fields.field("given_name", &givenName)
        try fields.field("national_id", &nationalID)
        try fields.field("passport", &passport)
        try fields.field("phone", &phone)
        try fields.field("position", &position)
        try fields.field("title", &title)
    }
}

/// How to reach a person; what is left out stays as it was.
package struct Contact: Section {
    package static let kind = SectionKind.contact

    package var email: String?
    /// E.164.
    package var phone: String?
    package var lineID: String?
    package var address: Address?

    package init() {}

    package init(
        email: String? = nil, phone: String? = nil, lineID: String? = nil, address: Address? = nil
    ) {
        self.email = email
        self.phone = phone
        self.lineID = lineID
        self.address = address
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("address", &address)
        try fields.field("email", &email)
        try fields.field("line_id", &lineID)
        try fields.field("phone", &phone)
    }
}

/// A person’s login elsewhere.
package struct Login: Section {
    package static let kind = SectionKind.login

    package var issuer = ""
    package var subject = ""

    package init() {}

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("issuer", &issuer)
        try fields.field("subject", &subject)
    }
}
