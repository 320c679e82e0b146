import Events
import Rules
import Testing

@Suite struct CaseLikenessTests {
    private static func place(_ latitude: Int, _ longitude: Int) -> Place {
        Place(latitudeMicrodegrees: latitude, longitudeMicrodegrees: longitude)
    }

    @Test func `distance is that of the ground`() {
        let market = Self.place(16_820_000, 100_260_000)
        // A thousandth of a degree is 111.2 m northwards, 106.4 m eastwards at this latitude.
        let north = Self.place(16_821_000, 100_260_000)
        let east = Self.place(16_820_000, 100_261_000)
        #expect(CaseLikeness((nil, market), (nil, north)).metres == 111)
        #expect(CaseLikeness((nil, market), (nil, east)).metres == 106)
        #expect(CaseLikeness((nil, market), (nil, market)).metres == 0)
        #expect(CaseLikeness((nil, market), (nil, nil)).metres == nil)
    }

    @Test func `near by, or in the same words, is likely the same`() {
        let hole = PetitionText(subject: "ถนนเป็นหลุม", details: "หน้าตลาดสด")
        let again = PetitionText(subject: "ถนนเป็นหลุมใหญ่", details: "หน้าตลาดสด")
        let dark = PetitionText(subject: "ไฟดับ", details: "ทั้งซอย")
        let here = Self.place(16_820_000, 100_260_000)
        let far = Self.place(16_920_000, 100_260_000)
        #expect(CaseLikeness((hole, nil), (hole, nil)).percent == 100)
        #expect(CaseLikeness((hole, nil), (again, nil)).isLikely)
        #expect(!CaseLikeness((hole, nil), (dark, nil)).isLikely)
        #expect(CaseLikeness((hole, here), (dark, here)).isLikely)
        #expect(!CaseLikeness((hole, here), (again, far)).isLikely)
        #expect(!CaseLikeness((nil, nil), (nil, nil)).isLikely)
    }
}
