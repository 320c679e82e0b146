import Entries
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing
import Threads
import Vault
import Workflow

/// The auditor's console: the log as it lies, the past as it was, who saw what; nothing sealed.
@Suite struct AuditTests {
    private func filled() throws -> (site: WebSite, numbers: [String], auditor: Browser) {
        let site = try WebSite()
        try site.appoint()
        let browser = site.browser()
        let numbers = try (0..<2).map { _ in try browser.file() }
        try site.complete(numbers[0])
        return (site, numbers, try site.officer("auditor-1", .auditor))
    }

    @Test func `events are listed, filtered, and paged both ways without a hole`() throws {
        let (site, numbers, auditor) = try filled()
        let head = try site.office.office.log.head
        try auditor.open("desk/audit")
        #expect(auditor.status == 200)
        #expect(auditor.text.contains("desk/audit/events/\(head)\""))
        // From the newest to the first, and back.
        var seen: [Position] = []
        var before: Position? = head + 1
        while let from = before {
            var search = EventSearch()
            search.way = .before(from)
            search.limit = 7
            let page = try site.office.office.log.search(search)
            seen += page.entries.map(\.entry.position)
            before = page.older
        }
        #expect(seen == Array((1...head).reversed()))
        var back: [Position] = []
        var after: Position? = 0
        while let from = after {
            var search = EventSearch()
            search.way = .after(from)
            search.limit = 7
            let page = try site.office.office.log.search(search)
            back += page.entries.map(\.entry.position).reversed()
            after = page.newer
        }
        #expect(back == Array(1...head))
        try auditor.open("desk/audit?type=petition.completed")
        #expect(auditor.count("desk/audit/events/") == 1)
        try auditor.open("desk/audit?stream=petition/\(numbers[1])&lang=en")
        #expect(auditor.text.contains("Events of the log"))
        #expect(auditor.count("<tr>") == 2)
        try auditor.open("desk/audit?until=2001-01-01T00:00")
        #expect(auditor.text.contains("No event was found"))
        try auditor.open("desk/audit?until=yesterday")
        #expect(auditor.status == 404)
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `a row says whom an event of the office concerns`() throws {
        let (site, _, auditor) = try filled()
        try site.appoint("works-1", [.handler], givenName: "ใจดี")
        try site.set(
            .officerChanged(
                .init(officer: "works-1", roles: [.handler, .head], department: "works")))
        try auditor.open("desk/audit?stream=office/test")
        for words in [
            "เจ้าหน้าที่เข้าสู่ระบบ · auditor-1 (auditor-1)",
            "เปลี่ยนแปลงเจ้าหน้าที่ · นายใจดี ทดสอบ (works-1) · ผู้ปฏิบัติ, ผอ.กอง/หัวหน้าฝ่าย",
        ] { #expect(auditor.text.contains(words), "\(words)") }
    }

    @Test func `an event is shown as it is stored, and what is sealed by name alone`() throws {
        let (site, numbers, auditor) = try filled()
        let log = site.office.office.log
        let first = try #require(try log.readStream("petition/\(numbers[0])", limit: 1).first)
        try auditor.open("desk/audit/events/\(first.position)")
        #expect(auditor.status == 200)
        #expect(auditor.text.contains("\(first.leafHash)"))
        for section in try Envelope(first.bytes).sealedSections {
            #expect(auditor.text.contains("\(section.hash)"))
        }
        #expect(!auditor.text.contains("สมชาย"))
        let before = try log.head
        let answer = try auditor.open("desk/audit/events/\(first.position)/bytes")
        #expect(answer.body == first.bytes)
        #expect(try log.head == before)
        for wrong in ["0", "x", "99999999"] {
            try auditor.open("desk/audit/events/\(wrong)")
            #expect(auditor.status == 404, "\(wrong)")
        }
    }

    @Test func `a case's history names every event of it and who did it`() throws {
        let (site, numbers, auditor) = try filled()
        let history = try #require(try site.office.office.log.history(of: numbers[0]))
        try auditor.open("desk/audit/cases/\(numbers[0])")
        #expect(auditor.status == 200)
        for event in history.events {
            #expect(auditor.text.contains("desk/audit/events/\(event.position)\""))
        }
        try auditor.open("desk/audit/cases/XX1")
        #expect(auditor.status == 404)
    }

    @Test func `the queue and a figure are shown as they stood`() throws {
        let (site, numbers, auditor) = try filled()
        let log = site.office.office.log
        let second = try #require(try log.readStream("petition/\(numbers[1])", limit: 1).first)
        try auditor.open("desk/audit/past?position=\(second.position - 1)")
        #expect(auditor.status == 200)
        #expect(!auditor.text.contains("audit/cases/\(numbers[1])"))
        try auditor.open("desk/audit/past?position=\(second.position)")
        #expect(auditor.text.contains("audit/cases/\(numbers[1])"))
        #expect(auditor.text.contains("type=\"range\""))
        try auditor.open("desk/audit/past?at=\(second.position)&report=fiscal_years")
        let end = second.position
        let figures = try site.office.office.asItStood(.reporting, at: end) {
            try Reporting.table(.fiscalYears, in: $0)
        }
        #expect(figures[0, "cases"].integer == 2)
        #expect(auditor.text.contains("<td class=\"n\">2</td>"))
        try auditor.open("desk/audit/past?at=2001-01-01T00:00&lang=en")
        #expect(auditor.text.contains("position 0 of"))
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `the difference between two moments is shown`() throws {
        let (site, numbers, auditor) = try filled()
        let start = try site.office.office.log.head
        try site.take(numbers[1], .start(.init()))
        try auditor.open("desk/audit/difference?from=\(start)")
        #expect(auditor.status == 200)
        #expect(auditor.text.contains("audit/cases/\(numbers[1])"))
        #expect(!auditor.text.contains("audit/cases/\(numbers[0])"))
        #expect(auditor.text.contains("<td>in-progress</td>"))
        try auditor.open("desk/audit/difference?from=1&report=fiscal_years&lang=en")
        #expect(auditor.status == 200)
        try auditor.open("desk/audit/difference?from=5&to=2&lang=en")
        #expect(auditor.text.contains("lies before the first"))
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `who looked is told of officer, case and person`() throws {
        let (site, numbers, auditor) = try filled()
        // An auditor who opens a case is recorded like any officer.
        try auditor.open("desk/cases/\(numbers[0])")
        #expect(auditor.status == 200)
        try auditor.open("desk/audit/viewings?officer=auditor-1&lang=en")
        #expect(auditor.text.contains("audit/cases/\(numbers[0])"))
        try auditor.open("desk/audit/viewings?case=\(numbers[1])")
        #expect(!auditor.text.contains("auditor-1 ("))
        try auditor.open("desk/audit/viewings?case=\(numbers[0])")
        #expect(auditor.text.contains("auditor-1"))
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `a person's page is shown as it stood, and without the person once erased`() throws {
        let site = try WebSite()
        try site.appoint()
        let browser = site.browser()
        try browser.register(.somchai)
        let account = try #require(try site.accountEvents().first).stream.name
        let registered = try site.office.office.log.head
        let place = ["form-place": ["latitude": "16.802", "longitude": "100.42"]]
        let number = try browser.file("complaint", place)
        let filed = try site.office.office.log.head
        try site.complete(number)
        let auditor = try site.officer("auditor-1", .auditor)
        let page = "desk/audit/person?lang=en&account=\(account)"
        try auditor.open("\(page)&at=\(registered)")
        #expect(auditor.status == 200 && !auditor.text.contains(number))
        try auditor.open("\(page)&position=\(filed)")
        #expect(auditor.text.contains("audit/cases/\(number)"))
        let (submitted, completed) = (PublicStatus.submitted, PublicStatus.completed)
        let words = (
            submitted.label(of: .complaint).english, completed.label(of: .complaint).english
        )
        #expect(auditor.text.contains(words.0) && !auditor.text.contains(words.1))
        try auditor.open(page)
        #expect(auditor.text.contains("audit/cases/\(number)") && auditor.text.contains(words.1))
        #expect(!auditor.text.contains(Citizen.somchai.given))
        #expect(!auditor.text.contains(words.0))
        try auditor.open("\(page)&position=0")
        #expect(auditor.text.contains("Not registered yet"))
        try auditor.open("desk/audit/person?lang=en&account=nobody")
        #expect(auditor.text.contains("There is no such account"))
        try forget(account, number, at: site)
        let erased = try #require(
            try site.accountEvents().first { recorded in
                if case .account(.erased) = recorded.event { true } else { false }
            })
        for position in [filed, erased.position] {
            try auditor.open("\(page)&position=\(position)")
            #expect(auditor.text.contains("This person was erased"))
            #expect(auditor.text.contains("audit/events/\(erased.position)\""))
            #expect(!auditor.text.contains(number))
        }
        #expect(site.failures.with { $0 } == [])
    }

    private func forget(_ account: String, _ number: String, at site: WebSite) throws {
        try site.set(.officerAppointed(.init(officer: "officer-8", roles: [.dpo])))
        let dpo = Actor.officer("officer-8", .dpo)
        for command: Command in [
            .petition(number: number, .approveErasure(.init(ground: .unlawful))),
            .account(id: account, .approveErasure(.init(ground: .unlawful))),
        ] {
            try site.perform(
                Draft(
                    command, by: dpo, at: site.clock.now(),
                    sections: [PlainSection(Reason(text: "ทดสอบการลบ"))]))
        }
        _ = try site.office.forget(at: site.clock.now())
    }
}
