import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import TestSupport
import Testing
import Workflow

@Suite struct BulkTests {
    private let site: WebSite
    private let officer: Browser
    private let actor = Actor.officer("officer-1", .receiver, .handler)

    init() throws {
        site = try WebSite()
        officer = try site.officer("officer-1", .receiver, .handler)
    }

    /// Ticks cases in the list and chooses what to do.
    private func choose(
        _ act: String, _ numbers: [String], all: Bool = false, from page: String = "desk"
    ) throws {
        try officer.open(page)
        var form = try officer.fields(of: "desk/bulk")
        for number in numbers { form.append("pick", number) }
        if all { form.append("all", "yes") }
        form["act"] = act
        try officer.post("desk/bulk", form)
    }

    @Test func `what will happen is shown before it happens, with a reason for what will not`()
        throws
    {
        let (free, own, other) = (
            try site.filed("หนึ่ง"), try site.filed("สอง"), try site.filed("สาม")
        )
        try site.set(.officerAppointed(.init(officer: "officer-2", roles: [.handler])))
        try site.act(own, .claim, by: actor)
        try site.act(other, .claim, by: .officer("officer-2", .handler))
        try choose("claim", [free, own, other])
        #expect(officer.status == 200)
        #expect(officer.text.contains("จะทำ 1 เรื่อง"))
        #expect(officer.count("ทำไม่ได้ 1 เรื่อง") == 2)
        for words in ["หนึ่ง", "สอง", "สาม"] { #expect(officer.count(">\(words)</span>") == 1) }
        #expect(officer.count("จะทำ</span>") == 1 && officer.count("ทำไม่ได้</span>") == 2)
        #expect(try site.names(of: free) == ["submitted"])
        let secret = try site.filed("ถูกข่มขู่") { $0.isConfidential = true }
        try choose("claim", [secret])
        #expect(!officer.text.contains("ถูกข่มขู่"))
    }

    @Test func `each case has its own result, its own event and the mark of all`() throws {
        let numbers = try (1...4).map { try site.filed("เรื่อง \($0)") }
        try choose("claim", numbers)
        // Between the page and the press, somebody else takes one.
        try site.set(.officerAppointed(.init(officer: "officer-2", roles: [.handler])))
        try site.act(numbers[1], .claim, by: .officer("officer-2", .handler))
        let tab = officer.copy()
        try officer.submit("desk/bulk/do", ["comment": "รับรวมกัน"])
        #expect(officer.text.contains("ทำแล้ว 3 เรื่อง ไม่ได้ทำ 1 เรื่อง"))
        #expect(officer.count("ไม่ได้ทำ</span>") == 1)
        #expect(officer.text.contains("มีผู้อื่นดำเนินการไปแล้ว") && !officer.text.contains("รุ่น"))
        for (index, number) in numbers.enumerated() where index != 1 {
            #expect(try site.names(of: number) == ["submitted", "claimed", "noted"])
        }
        #expect(try site.names(of: numbers[1]) == ["submitted", "claimed"])
        // Sent again, as a reload does: nothing happens twice, and the same is said.
        try tab.submit("desk/bulk/do", ["comment": "รับรวมกัน"])
        #expect(tab.text.contains("ทำแล้ว 3 เรื่อง ไม่ได้ทำ 1 เรื่อง"))
        #expect(try site.names(of: numbers[0]) == ["submitted", "claimed", "noted"])
        let marks = try [numbers[0], numbers[2], numbers[3]].flatMap { number in
            try site.office.office.log.readStream("petition/\(number)").dropFirst()
                .map { try Envelope($0.bytes).correlation }
        }
        #expect(marks.count == 6 && Set(marks).count == 1 && marks[0] != nil)
    }

    @Test func `all that the filter shows are taken, in sight alone`() throws {
        let roads = try (1...55).map { try site.filed("ถนน \($0)") }
        let light = try site.filed("ไฟ", category: "street-light")
        try choose("claim", [], all: true, from: "desk?category=road")
        #expect(officer.text.contains("จะทำ 55 เรื่อง"))
        try officer.submit("desk/bulk/do")
        #expect(officer.text.contains("ทำแล้ว 55 เรื่อง"))
        #expect(try site.names(of: roads[54]) == ["submitted", "claimed"])
        #expect(try site.names(of: light) == ["submitted"])
        let handler = try site.officer("handler", .handler, department: "health")
        try handler.open("desk")
        try handler.post(
            "desk/bulk",
            ["form": try handler.deskToken(), "act": "claim", "pick": roads[0], "filter": ""])
        #expect(handler.status == 422 && handler.text.contains("ยังไม่ได้เลือกเรื่อง"))
    }

    @Test(arguments: [
        ("assign", "officer-2", "assigned"), ("forward", "health", "forwarded"),
        ("urgency", "emergency", "urgency-set"), ("answer", "ช่างจะไปพรุ่งนี้", "answered"),
    ])
    func `what a step asks for is asked once for all`(
        act: String, argument: String, event: String
    ) throws {
        try site.set(.officerAppointed(.init(officer: "officer-2", roles: [.handler])))
        let numbers = try (1...2).map { try site.filed("เรื่อง \($0)") }
        try choose(act, numbers)
        #expect(officer.text.contains("name=\"argument\""))
        try officer.submit("desk/bulk", ["argument": ""])
        #expect(officer.status == 422)
        if act == "answer" {
            let long = String(repeating: "ก", count: 10_001)
            try officer.submit("desk/bulk", ["argument": long])
            #expect(officer.status == 422 && officer.text.contains("ไม่เกิน 10,000 ตัวอักษร"))
        }
        try officer.submit("desk/bulk", ["argument": argument])
        #expect(officer.text.contains("จะทำ 2 เรื่อง"))
        try officer.submit("desk/bulk/do")
        #expect(officer.text.contains("ทำแล้ว 2 เรื่อง ไม่ได้ทำ 0 เรื่อง"))
        for number in numbers { #expect(try site.names(of: number) == ["submitted", event]) }
    }

    @Test(arguments: [("receive", "received"), ("start", "in-progress")])
    func `a step of the service is taken in many where the service allows it`(
        act: String, event: String
    ) throws {
        let number = try site.filed("ถนน")
        try choose(act, [number])
        try officer.submit("desk/bulk/do")
        #expect(try site.names(of: number) == ["submitted", event])
        var service = try #require(
            try site.office.settings().value.definition(of: "complaint"))
        service.version += 1
        for index in service.actions.indices { service.actions[index].isBulk = false }
        try site.set(.serviceDefined(.init(definition: service)))
        let guarded = try site.filed("ทีละเรื่อง")
        try choose(act, [guarded])
        #expect(officer.text.contains("ต้องทำทีละเรื่อง"))
    }

    @Test func `a colleague is named, and no case leaves its unit by being assigned`() throws {
        let (held, free) = (try site.filed("หนึ่ง"), try site.filed("สอง"))
        try site.appoint("named-1", [.handler], givenName: "ใจดี")
        try site.act(held, .claim, by: .officer("named-1", .handler))
        try choose("claim", [held, free])
        #expect(officer.text.contains("อยู่กับเจ้าหน้าที่ นายใจดี ทดสอบ"))
        #expect(!officer.text.contains("named-1"))
        try site.appoint("far-1", [.handler], department: "education", givenName: "มานี")
        try choose("assign", [free])
        try officer.submit("desk/bulk", ["argument": "far-1"])
        #expect(officer.text.contains("จะทำ 0 เรื่อง"))
        #expect(officer.text.contains("นายมานี ทดสอบ อยู่คนละหน่วยงาน"))
    }

    @Test func `nothing is done where nothing is chosen`() throws {
        let number = try site.filed("หนึ่ง")
        try choose("claim", [])
        #expect(officer.status == 422 && officer.text.contains("ยังไม่ได้เลือกเรื่อง"))
        try choose("nonsense", [number])
        #expect(officer.status == 422)
        #expect(try site.names(of: number) == ["submitted"])
    }

    @Test func `whoever only reads is offered nothing to do, and refused`() throws {
        let number = try site.filed("หนึ่ง")
        let auditor = try site.officer("auditor", .auditor)
        try auditor.open("desk")
        #expect(!auditor.text.contains("id=\"bulkbar\""))
        try auditor.post(
            "desk/bulk",
            ["form": try auditor.deskToken(), "act": "claim", "pick": number, "filter": ""])
        #expect(auditor.text.contains("จะทำ 0 เรื่อง"))
        #expect(try site.names(of: number) == ["submitted"])
    }
}
