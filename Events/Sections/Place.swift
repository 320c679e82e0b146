package import Entries

/// Where the problem is, as exactly as it was told.
package struct Place: Section {
    package static let kind = SectionKind.place

    package var latitudeMicrodegrees: Int?
    package var longitudeMicrodegrees: Int?
    package var house: String?
    package var moo: String?
    package var building: String?
    package var soi: String?
    package var road: String?
    package var subdistrict: String?
    package var district: String?
    package var province: String?
    package var postcode: String?
    package var description: String?

    package init() {}

    package init(
        latitudeMicrodegrees: Int? = nil, longitudeMicrodegrees: Int? = nil, house: String? = nil,
        moo: String? = nil, building: String? = nil, soi: String? = nil, road: String? = nil,
        subdistrict: String? = nil, district: String? = nil, province: String? = nil,
        postcode: String? = nil, description: String? = nil
    ) {
        self.latitudeMicrodegrees = latitudeMicrodegrees
        self.longitudeMicrodegrees = longitudeMicrodegrees
        self.house = house
        self.moo = moo
        self.building = building
        self.soi = soi
        self.road = road
        self.subdistrict = subdistrict
        self.district = district
        self.province = province
        self.postcode = postcode
        self.description = description
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("building", &building)
        try fields.field("description", &description)
        try fields.field("district", &district)
        try fields.field("house", &house)
        try fields.field("latitude_microdegrees", &latitudeMicrodegrees)
        try fields.field("longitude_microdegrees", &longitudeMicrodegrees)
        try fields.field("moo", &moo)
        try fields.field("postcode", &postcode)
        try fields.field("province", &province)
        try fields.field("road", &road)
        try fields.field("soi", &soi)
        try fields.field("subdistrict", &subdistrict)
    }
}
