import Entries
import Exchange
import Testing

@Suite struct TimeTests {
    private func text(_ text: String, _ pattern: String, _ zone: String = "UTC") throws -> String? {
        let format = try #require(TimeFormat(pattern))
        let zone = try #require(LocalZone(zone))
        return format.instant(text, in: zone)?.description
    }

    @Test(arguments: [
        ("07/08/2024 12:05:09 AM", "2024-07-08T04:05:09.000Z"),
        ("07/08/2024 12:05:09 PM", "2024-07-08T16:05:09.000Z"),
        ("01/08/2024 01:00:00 pm", "2024-01-08T18:00:00.000Z"),
    ])
    func `hours of twelve and daylight saving are understood`(text: String, expected: String) throws
    {
        #expect(try self.text(text, "MM/dd/yyyy hh:mm:ss a", "America/New_York") == expected)
    }

    @Test(arguments: [
        // Clocks went back at 2014-10-26T03:00 and forward at 2014-03-30T02:00.
        ("2014-10-26 02:30", "2014-10-26T00:30:00.000Z"),
        ("2014-10-26 01:59", "2014-10-25T23:59:00.000Z"),
        ("2014-10-26 03:00", "2014-10-26T02:00:00.000Z"),
        ("2014-03-30 01:59", "2014-03-30T00:59:00.000Z"),
        ("2014-03-30 02:30", "2014-03-30T01:30:00.000Z"),
        ("2014-03-30 03:00", "2014-03-30T01:00:00.000Z"),
    ])
    func `an hour that comes twice means the first, one that is skipped counts on`(
        text: String, expected: String
    ) throws {
        #expect(try self.text(text, "yyyy-MM-dd HH:mm", "Europe/Amsterdam") == expected)
    }

    @Test func `patterns say what digits they want`() throws {
        #expect(try text("8.7.2024", "d.M.yyyy") == "2024-07-08T00:00:00.000Z")
        #expect(try text("8.7.2024", "dd.MM.yyyy") == nil)
        #expect(try text("20240708105642125", "yyyyMMddHHmmssSSS") == "2024-07-08T10:56:42.125Z")
        #expect(
            try text("2024-07-08T10:56+07:00", "yyyy-MM-ddTHH:mmZ") == "2024-07-08T03:56:00.000Z")
        #expect(try text("30/02/2024", "dd/MM/yyyy") == nil)
        #expect(try text("08/07/2024 ", "dd/MM/yyyy") == nil)
        #expect(try text("08/07/2024 24:00", "dd/MM/yyyy HH:mm") == nil)
    }

    @Test(arguments: [
        "", "yy-MM-dd", "MM/dd", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH:mm a", "yyyy QQ dd",
    ])
    func `a pattern that cannot give a time is refused`(pattern: String) {
        #expect(TimeFormat(pattern) == nil)
    }

    @Test func `zones have names of the IANA`() {
        #expect(LocalZone("Asia/Bangkok")?.name == "Asia/Bangkok")
        for name in ["Bangkok", "", "+07:00", "EST5"] { #expect(LocalZone(name) == nil) }
    }
}
