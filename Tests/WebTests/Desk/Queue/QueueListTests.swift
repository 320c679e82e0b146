import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import TestSupport
import Testing
import Workflow

@Suite struct QueueListTests {
    private let site: WebSite

    init() throws { site = try WebSite() }

    @Test func `the queue shows what an officer must know, and no name whole`() throws {
        let officer = try site.officer("officer-1", .handler, department: "works")
        let number = try site.filed("ถนนเป็นหลุม", area: "650101") { $0.moo = 3 }
        try officer.open("desk")
        let row = officer.row(number)
        for words in [
            number, "ถนนเป็นหลุม", "นายสมชาย ท…", "650101 หมู่ที่ 3", "ส่งคำร้อง", "ยังไม่มีผู้รับ", "กองช่าง",
            "เว็บไซต์", "เหลือ", "ครบกำหนด", "2 มี.ค. 2569",
        ] { #expect(row.contains(words), "\(words)") }
        #expect(!officer.text.contains("ทดสอบดี") && !officer.text.contains("1999900001010"))
        #expect(officer.header("Cache-Control") == "no-store")
        try officer.open("desk?lang=en")
        #expect(officer.row(number).contains("left"))
    }

    @Test func `a page in English calls a service by its English name, and marks what is Thai`()
        throws
    {
        let service = try #require(try site.office.settings().value.definition(of: "complaint"))
        let english = try #require(service.name.english)
        let officer = try site.officer("officer-1", .receiver, .handler, department: "works")
        // The service's name is what stands there where nobody was asked for a subject.
        let unnamed = try site.filed(service.name.thai)
        let named = try site.filed("ถนนเป็นหลุม")
        try officer.open("desk?lang=en")
        #expect(officer.row(unnamed).contains("<span class=\"subject\">\(english)</span>"))
        #expect(!officer.row(unnamed).contains(service.name.thai))
        #expect(officer.row(named).contains("<span lang=\"th\">ถนนเป็นหลุม</span>"))
        try officer.open("desk?lang=en&case=\(unnamed)")
        #expect(officer.text.contains("<strong>\(english)</strong>"))
        try officer.open("desk/cases/\(unnamed)?lang=en")
        #expect(officer.text.contains("\(english)</h1>"))
        try officer.open("desk/cases/\(unnamed)/acts/receive?lang=en")
        #expect(officer.status == 200 && !officer.text.contains(service.name.thai))
        try officer.open("desk?lang=th")
        #expect(
            officer.row(unnamed).contains("<span class=\"subject\">\(service.name.thai)</span>"))
    }

    @Test func `long lists of the filter stand under departments, one's own and the chosen first`()
        throws
    {
        let officer = try site.officer("officer-1", .handler, department: "health")
        func list(_ name: String, _ query: String = "") throws -> Substring {
            try officer.open("desk\(query)")
            let parts = officer.text.split(separator: "id=\"filter-\(name)\"", maxSplits: 1)
            return try #require(parts.last?.split(separator: "</select>", maxSplits: 1).first)
        }
        func heads(_ list: Substring) -> [String] {
            list.matches(of: #/<optgroup label="([^"]*)"/#).map { String($0.output.1) }
        }
        let plain = try list("category")
        #expect(heads(plain).first?.hasPrefix("กองสาธารณสุข") == true)
        #expect(!heads(plain).contains("ที่เลือกไว้") && plain.contains("data-find="))
        let chosen = try list("category", "?category=road&category=tree")
        #expect(heads(chosen).first == "ที่เลือกไว้")
        // In the order of a Thai dictionary, and each only once.
        let selected = chosen.matches(of: #/value="([a-z]+)" selected/#)
        #expect(selected.map { String($0.output.1) } == ["tree", "road"])
        #expect(chosen.matches(of: #/value="road"/#).count == 1)
        #expect(try list("owner").contains("ยังไม่มีผู้รับ"))
        #expect(try !list("channel").contains("data-find="))
    }

    @Test func `looking at the list is no viewing of a case`() throws {
        let officer = try site.officer("officer-1", .handler)
        let number = try site.filed("ถนนเป็นหลุม")
        try officer.open("desk")
        #expect(officer.listed == [number])
        #expect(try site.names(of: number) == ["submitted"])
    }

    @Test func `the least time remaining comes first, and a page goes on where the last ended`()
        throws
    {
        let officer = try site.officer("reader", .receiver)
        var numbers: [String] = []
        for index in 0..<60 {
            numbers.append(try site.filed("เรื่องที่ \(index)"))
            site.clock.advance(seconds: 61)
        }
        try officer.open("desk")
        #expect(officer.listed == Array(numbers[..<50]))
        #expect(officer.text.contains("60 เรื่อง"))
        let next = try #require(
            officer.text.split(separator: "href=\"").compactMap { piece -> String? in
                let target = piece.prefix { $0 != "\"" }
                return target.contains("after=") && !target.contains("case=")
                    ? String(target) : nil
            }.first)
        // Meanwhile the first one is done: nothing is skipped, nothing is shown twice.
        try site.appoint()
        try site.complete(numbers[0])
        site.views()
        try officer.open(next.replacing("&amp;", with: "&"))
        #expect(officer.listed == Array(numbers[50...]))
        #expect(officer.text.contains("หน้าแรก"))
    }

    @Test func `one goes back a page, and the first page is whole whatever came meanwhile`() throws
    {
        let officer = try site.officer("reader", .receiver)
        var numbers: [String] = []
        for index in 0..<110 {
            numbers.append(try site.filed("เรื่องที่ \(index)"))
            site.clock.advance(seconds: 61)
        }
        func follow(_ word: String) throws {
            let link = try #require(
                officer.text.firstMatch(of: try Regex("href=\"([^\"]*)\">\(word)<")))
            let target = try #require(link.output[1].substring)
            try officer.open(String(target).replacing("&amp;", with: "&"))
        }
        try officer.open("desk")
        #expect(!officer.text.contains(">ก่อนหน้า<"))
        try follow("ถัดไป")
        try follow("ถัดไป")
        #expect(officer.listed == Array(numbers[100...]))
        try follow("ก่อนหน้า")
        #expect(officer.listed == Array(numbers[50..<100]))
        // Meanwhile two of the first page are done: there are not enough for a page before.
        try site.appoint()
        for number in numbers[..<2] { try site.complete(number) }
        site.views()
        try follow("ก่อนหน้า")
        #expect(officer.listed == Array(numbers[2..<52]))
        #expect(!officer.text.contains(">ก่อนหน้า<"))
        try follow("ถัดไป")
        #expect(officer.listed == Array(numbers[52..<102]))
    }

    @Test func `each view counts what it holds`() throws {
        let officer = try site.officer("officer-1", .receiver, .handler)
        let (mine, late) = (try site.filed("ของฉัน"), try site.filed("ล่าช้า"))
        try officer.open("desk")
        try site.act(mine, .claim, by: .officer("officer-1", .receiver, .handler))
        try officer.open("desk?view=mine")
        #expect(officer.listed == [mine])
        #expect(officer.text.contains("งานของฉัน<span class=\"count\"> 1</span>"))
        try officer.open("desk?view=unclaimed")
        #expect(officer.listed == [late])
        site.clock.advance(seconds: 90 * 86_400)
        try officer.signIn("officer-1")
        try officer.open("desk?view=overdue")
        #expect(Set(officer.listed) == [mine, late])
        #expect(officer.text.contains("เกินกำหนด<span class=\"count\"> 2</span>"))
        #expect(officer.row(late).contains("เกิน "))
    }

    @Test func `an empty view says why it is empty`() throws {
        let officer = try site.officer("officer-1", .handler)
        for (view, words) in [
            ("mine", "ยังไม่มีเรื่องอยู่กับท่าน"), ("overdue", "ไม่มีเรื่องเกินกำหนด"), ("open", "ไม่มีเรื่องในคิว"),
        ] {
            try officer.open("desk?view=\(view)")
            #expect(officer.text.contains(words), "\(view)")
        }
        try officer.open("desk?kind=suggestion")
        #expect(officer.text.contains("ไม่มีเรื่องที่ตรงกับตัวกรอง"))
    }

    @Test func `an officer sees the own department's cases, those of none, and why`() throws {
        let road = try site.filed("ถนน")
        let smell = try site.filed("เหม็นมากหน้าบ้าน", category: "smell")
        let handler = try site.officer("handler", .handler, department: "works")
        try handler.open("desk")
        #expect(handler.listed == [road])
        #expect(handler.text.contains("ท่านเห็นเรื่องของ กองช่าง"))
        #expect(handler.text.contains("ทั้งหมดที่เปิดอยู่<span class=\"count\"> 1</span>"))
        try handler.open("desk?case=\(smell)")
        #expect(!handler.text.contains("เหม็นมากหน้าบ้าน"))
        let roaming = try site.officer("roaming", .handler)
        try roaming.open("desk")
        #expect(Set(roaming.listed) == [road, smell])
        #expect(roaming.text.contains("ท่านเห็นเรื่องของทุกหน่วยงาน"))
        // An own case stays in sight, and in the counts, wherever it has gone.
        let clerk = Actor.officer("clerk", .clerk)
        try site.set(.officerAppointed(.init(officer: "clerk", roles: [.clerk])))
        try site.set(
            .officerAppointed(.init(officer: "other", roles: [.handler], department: "health")))
        try site.act(smell, .assign(.init(officer: "other")), by: clerk)
        try site.set(
            .substituteSet(.init(officer: "other", substitute: "handler")))
        try handler.open("desk")
        #expect(Set(handler.listed) == [road, smell])
        #expect(handler.text.contains("ทั้งหมดที่เปิดอยู่<span class=\"count\"> 2</span>"))
        // The work that was taken over is one's own while it lasts.
        #expect(handler.text.contains("งานของฉัน<span class=\"count\"> 1</span>"))
        try handler.open("desk?view=mine")
        #expect(handler.listed == [smell])
    }

    @Test func `a confidential case shows neither subject nor name, and no search finds it`() throws
    {
        let number = try site.filed("ร้องเรียนผู้บริหาร") { $0.isConfidential = true }
        let handler = try site.officer("handler", .handler)
        try handler.open("desk")
        #expect(handler.listed == [number])
        #expect(handler.row(number).contains("เรื่องปกปิด"))
        #expect(!handler.text.contains("ร้องเรียนผู้บริหาร") && !handler.text.contains("สมชาย"))
        try handler.narrow(["text": "ร้องเรียนผู้บริหาร"])
        #expect(handler.listed == [])
        try handler.narrow(["text": number])
        #expect(handler.listed == [number])
        let clerk = try site.officer("clerk", .clerk)
        try clerk.open("desk")
        try clerk.narrow(["text": "ร้องเรียนผู้บริหาร"])
        #expect(clerk.listed == [number])
        #expect(clerk.row(number).contains("ร้องเรียนผู้บริหาร"))
    }

    @Test func `filters stand in the address, and what is sought stands there sealed`() throws {
        let officer = try site.officer("officer-1", .handler)
        let road = try site.filed("ถนนเป็นหลุม", name: ("มาลี", "สมมติ"), phone: "+66810000042")
        let light = try site.filed("ไฟดับ", category: "street-light") { $0.channel = .line }
        try officer.open("desk")
        try officer.narrow(["category": "street-light"])
        #expect(officer.path == "/test/desk?category=street-light")
        #expect(officer.listed == [light])
        for (words, number) in [
            ("มาลี", road), ("0810000042", road), ("0042", road), (String(road.suffix(6)), road),
            ("ไฟ", light),
        ] {
            try officer.open("desk")
            try officer.narrow(["text": words])
            #expect(officer.listed.contains(number), "\(words)")
            #expect(!officer.path.contains(words) && officer.path.contains("sought="))
            let twin = officer.copy()
            try twin.open(officer.path)
            #expect(twin.listed == officer.listed)
        }
        try officer.open("desk")
        try officer.narrow(["text": "มาลี", "channel": "line"])
        #expect(officer.listed == [])
        try officer.open("desk?sought=00&channel=line&status=nonsense&moo=x&after=1")
        #expect(officer.listed == [light])
    }

    @Test func `each filter is named above the list and taken off by one press`() throws {
        let officer = try site.officer("officer-1", .handler)
        let road = try site.filed("ถนนเป็นหลุม", area: "650101") { $0.moo = 3 }
        let light = try site.filed("ไฟดับ", category: "street-light") { $0.channel = .line }
        try officer.open(
            "desk?view=all&category=street-light&owner=-&channel=line&moo=7&overdue=yes")
        #expect(officer.listed == [])
        // The form is folded: the list stands in sight.
        #expect(!officer.text.contains("<details class=\"more\" open"))
        for (label, next) in [
            ("หมู่ที่ 7", "desk?view=all&category=street-light&owner=-&channel=line&overdue=yes"),
            ("เกินกำหนดเท่านั้น", "desk?view=all&category=street-light&owner=-&channel=line"),
            ("ช่องทาง: LINE OA", "desk?view=all&category=street-light&owner=-"),
            ("ยังไม่มีผู้รับ", "desk?view=all&category=street-light"),
        ] {
            let link = "<a href=\"/test/\(next.replacing("&", with: "&amp;"))\">"
            #expect(officer.text.contains("\(link)<span class=\"hidden\">เอาออก: </span>\(label)"))
            try officer.open(next)
        }
        #expect(officer.listed == [light])
        #expect(officer.text.contains("<a href=\"/test/desk?view=all\" class=\"clear\">"))
        // The view that is narrowed is still seen to be the one.
        #expect(officer.text.contains("<a href=\"/test/desk?view=all\" aria-current=\"true\""))
        try officer.open("desk?view=all")
        #expect(Set(officer.listed) == [road, light])
        #expect(!officer.text.contains("class=\"chips\""))
        #expect(officer.text.contains("<a href=\"/test/desk?view=all\" aria-current=\"page\""))
    }

    @Test func `what is sought and not in this view is found among every case`() throws {
        let officer = try site.officer("officer-1", .receiver, .handler)
        let done = try site.filed("ถนนเป็นหลุม", name: ("มาลี", "สมมติ"))
        let actor = Actor.officer("officer-1", .receiver, .handler)
        try site.act(
            done, .withdraw(.init(channel: .phone)), by: actor,
            [PlainSection(Reason(text: "ผู้ยื่นขอถอน"))])
        for words in ["มาลี", done] {
            try officer.open("desk")
            try officer.narrow(["text": words])
            #expect(officer.listed == [])
            #expect(officer.text.contains("พบ 1 เรื่องเมื่อค้นจากทุกเรื่อง"), "\(words)")
            let link = try #require(
                officer.text.firstMatch(of: #/href="\/test\/(desk\?view=all&amp;sought=\w+)"/#))
            try officer.open(String(link.output.1).replacing("&amp;", with: "&"))
            #expect(officer.listed == [done])
        }
        // What may not be found is not counted either, and what is nowhere is not promised.
        let secret = try site.filed("ร้องเรียนผู้บริหาร") { $0.isConfidential = true }
        for words in ["ร้องเรียนผู้บริหาร", "ไม่มีที่ใด"] {
            try officer.open("desk?view=mine")
            try officer.narrow(["text": words])
            #expect(!officer.text.contains("เมื่อค้นจากทุกเรื่อง"))
        }
        #expect(try site.names(of: secret) == ["submitted"])
    }

    @Test func `a case is shown beside the list with how its deadlines are counted`() throws {
        let officer = try site.officer("officer-1", .handler)
        let number = try site.filed("ถนนเป็นหลุม")
        try officer.open("desk?case=\(number)")
        #expect(officer.text.contains("<aside class=\"beside\""))
        #expect(officer.text.contains("กำหนดเวลาและที่มา"))
        #expect(officer.text.contains("class=\"chosen\""))
        try officer.open("desk?case=TS9999999999999")
        #expect(officer.status == 200 && !officer.text.contains("<aside"))
    }
}
