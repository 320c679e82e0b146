import Channels
import Entries
import EventLog
import Events
import Rules
import SQLite
import Testing
import Vault
import Workflow

/// Events become messages: once each, to the right person, in the office's words, without a link.
@Suite struct PostTests {
    @Test func `filing tells the number at once, and the log says that it was told`() throws {
        let mailbox = try Mailbox()
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.recipient == "somchai@example.org" && message.notice == .submitted)
        #expect(message.letter?.subject == "ยื่นคำร้องเรียบร้อยแล้ว \(number)")
        #expect(message.text.contains("คำร้องเลขที่ \(number) ของท่าน"))
        #expect(message.text.contains("เทศบาลตำบลทดสอบ"))
        #expect(message.letter?.html.contains("<p lang=\"en\">") == true)
        #expect(!message.text.contains("http"))
        let told = try mailbox.notified(StreamName(.petition, number))
        #expect(told.map(\.template) == ["submitted"])
        #expect(told.map(\.outcome) == [.suppressed])
        let head = try mailbox.test.office.log.head
        try mailbox.post.runOnce()
        #expect(try mailbox.test.office.log.head == head)
        #expect(try mailbox.post.outbox.counts() == [.shown: 1])
    }

    @Test func `filing tells when the law says it was received, what is due, and how to read on`()
        throws
    {
        let mailbox = try Mailbox()
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        let text = try #require(try mailbox.post.messages().first).text
        let petition = try #require(try mailbox.test.office.file(of: number)).petition
        #expect(text.contains("ได้รับตามกฎหมาย \(petition.deemedReceivedAt.display())"))
        #expect(text.contains("Received by law \(petition.deemedReceivedAt.display(in: .english))"))
        #expect(text.contains(" ภายใน ") && text.contains(": by "))
        #expect(text.contains("ไม่แสดงข้อความ เอกสาร") && text.contains("ask for a code"))
        #expect(!text.contains("{"))
    }

    @Test func `a code to read goes to the address of the filing, once, whatever was preferred`()
        throws
    {
        let mailbox = try Mailbox()
        let number = try mailbox.file(preference: .letter)
        try mailbox.take(number, .resetTracking(.reading))
        try mailbox.post.runOnce()
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.notice == .readingCode && message.recipient == "somchai@example.org")
        let codes = mailbox.post.codes
        let secrets = try mailbox.test.office.log.readStream(
            StreamName(.petition, number).subject
        ).compactMap { entry in
            try codes.secret(
                .reading, to: number, for: try RecordedEvent.read(entry).id,
                at: mailbox.test.clock.now())
        }
        #expect(secrets.count == 1 && message.text.contains(secrets[0]))
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.rows(of: "petition/\(number)").count == 1)
    }

    @Test func `the course of a case is told step by step, and its completion by e-mail at once`()
        throws
    {
        let mailbox = try Mailbox()
        let number = try mailbox.file()
        let silent = try mailbox.file(preference: .letter)
        for number in [number, silent] {
            try mailbox.take(number, .receive(.init()))
            try mailbox.take(number, .start(.init()))
            var answer = mailbox.test.take(number, .answer(.init()))
            answer.sections = [PlainSection(Message(text: "จะซ่อมภายในสัปดาห์นี้"))]
            _ = try mailbox.test.accepted(mailbox.test.port.perform(answer))
            var complete = mailbox.test.take(number, .complete(.init(outcome: "solved")))
            complete.sections = [PlainSection(CaseResult(text: "ซ่อมแล้ว"))]
            _ = try mailbox.test.accepted(mailbox.test.port.perform(complete))
        }
        try mailbox.post.runOnce()
        let rows = try mailbox.post.outbox.rows(of: "petition/\(number)").reversed()
        #expect(
            rows.map(\.message.template)
                == ["submitted", "received", "in-progress", "answered", "completed"])
        // By letter, if the person wants it so; the end goes by e-mail too.
        #expect(
            try mailbox.post.outbox.rows(of: "petition/\(silent)").map(\.message.template)
                == ["completed"])
        let last = try #require(try mailbox.post.messages().last { $0.notice == .completed })
        #expect(last.letter?.subject == "ดำเนินการสำเร็จ \(number)")
    }

    @Test func `nobody is told without an address, nor of what was before there was a post`() throws
    {
        let mailbox = try Mailbox()
        _ = try mailbox.file(email: nil)
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == [])
        let test = try TestOffice()
        var draft = test.filing()
        draft.sections[0] = PlainSection(Petitioner(givenName: "ก", email: "a@example.org"))
        let old = try test.accepted(test.port.perform(draft)).name
        let post = try OfficePost(
            test.office, port: test.port, delivery: .shown, clock: test.clock.now)
        try post.runOnce()
        #expect(try post.outbox.rows().isEmpty)
        _ = try test.accepted(test.port.perform(test.take(old, .receive(.init()))))
        try post.runOnce()
        #expect(try post.outbox.rows().map(\.message.template) == ["received"])
    }

    @Test func `an imported history tells nobody anything`() throws {
        let mailbox = try Mailbox()
        let instant = Instant(rfc3339: "2025-01-02T09:00:00+07:00")!
        var draft = mailbox.test.draft(
            .petition(
                number: nil,
                .importSubmit(
                    PetitionCommand.ImportSubmit(
                        source: SourceCase(system: "old", name: "A-1"),
                        step: SourceStep(activity: "open", index: 1), service: "complaint"))),
            by: .importer,
            sections: [
                PlainSection(Petitioner(givenName: "สมชาย", email: "somchai@example.org"))
            ])
        draft.occurredAt = instant
        draft.source = SourceKey(system: "old", name: "A-1")
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == [])
    }

    @Test func `what is read again after a crash is not told again`() throws {
        let mailbox = try Mailbox()
        let start = try #require(try mailbox.post.outbox.checkpoint())
        let number = try mailbox.file()
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        // As if the checkpoint had never been written, and then the log's end told anew.
        try mailbox.post.outbox.add([], through: start, at: mailbox.test.clock.now())
        let database = try Database(path: mailbox.test.paths.outbox)
        try database.execute("UPDATE messages SET told = 0")
        try mailbox.reopen()
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == ["submitted", "received"])
        #expect(try mailbox.post.outbox.checkpoint() != start)
        #expect(try mailbox.notified(StreamName(.petition, number)).count == 2)
    }

    @Test func `a new address gets its code and nothing else before it is confirmed`() throws {
        let mailbox = try Mailbox()
        let (old, new) = ("old@example.org", "new@example.org")
        try mailbox.register("account-a", email: old)
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.contactPreference = .electronic
        submit.terms = 1
        submit.notice = 1
        let filing = mailbox.test.draft(
            .petition(number: nil, .submit(submit)), by: .citizen("pseudonym", .contact),
            sections: [
                PlainSection(Petitioner(givenName: "สมหญิง", email: old)),
                PlainSection(PetitionText(subject: "ไฟถนนดับ")),
                PlainSection(Owner(account: "account-a")),
            ])
        let number = try mailbox.test.accepted(mailbox.test.port.perform(filing)).name
        func hold(_ command: AccountCommand, _ sections: [PlainSection] = []) throws {
            var draft = mailbox.test.draft(
                .account(id: "account-a", command), by: .citizen("account-a"), sections: sections)
            draft.isOwnerProven = true
            _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
        }
        func recipient(_ notice: Notice) throws -> String? {
            try mailbox.post.runOnce()
            return try mailbox.post.messages().first { $0.notice == notice }?.recipient
        }
        try hold(
            .changeContact(.init(kinds: [.email])), [PlainSection(Contact(email: new))])
        try hold(.requestReset)
        #expect(try recipient(.contactCode) == new)
        #expect(try recipient(.resetCode) == old)
        try mailbox.take(number, .receive(.init()))
        #expect(try recipient(.received) == old)
        try hold(.confirmContact(.init(contact: .email, method: .otp)))
        try mailbox.take(number, .start(.init()))
        #expect(try recipient(.inProgress) == new)
        #expect(try recipient(.resetCode) == new)
    }

    /// An account with that address, and what its holder does.
    private func hold(
        _ command: AccountCommand, _ sections: [PlainSection] = [], in mailbox: Mailbox
    ) throws {
        var draft = mailbox.test.draft(
            .account(id: "account-a", command), by: .citizen("account-a"), sections: sections)
        draft.isOwnerProven = true
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
    }

    @Test func `the address that was there before hears that another one was given`() throws {
        let mailbox = try Mailbox()
        let (old, new) = ("old@example.org", "new@example.org")
        try mailbox.register("account-a", email: old)
        func give(_ email: String) throws {
            try hold(
                .changeContact(.init(kinds: [.email])), [PlainSection(Contact(email: email))],
                in: mailbox)
        }
        try give(new)
        // Confirmed before the post comes to it: it is the old address all the same.
        try hold(.confirmContact(.init(contact: .email, method: .otp)), in: mailbox)
        try mailbox.post.runOnce()
        let warnings = try mailbox.post.messages().filter { $0.notice == .contactChanged }
        #expect(warnings.map(\.recipient) == [old])
        #expect(warnings.first?.text.contains("หากท่านไม่ได้เปลี่ยน") == true)
        #expect(warnings.first?.text.contains(new) == false)
        // The same address once more asks for another code and is no change.
        try give(new)
        try mailbox.post.runOnce()
        let later = try mailbox.post.messages().filter { $0.notice == .contactChanged }
        #expect(later.count == 1)
        try give("third@example.org")
        try mailbox.post.runOnce()
        let last = try mailbox.post.messages().filter { $0.notice == .contactChanged }
        #expect(last.map(\.recipient) == [new, old])
    }

    @Test func `who withdraws is told that it is so`() throws {
        let mailbox = try Mailbox()
        let number = try mailbox.file()
        var draft = mailbox.test.draft(
            .petition(number: number, .withdraw(.init())), by: .guest("guest"))
        draft.isOwnerProven = true
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == ["submitted", "withdrawn"])
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.letter?.subject == "ถอนคำร้องแล้ว \(number)")
    }

    @Test func `a correction is asked for with its day, and its list where the address is shown`()
        throws
    {
        let mailbox = try Mailbox()
        try mailbox.register("account-a", email: "old@example.org")
        func asked(thenConfidential isConfidential: Bool = false) throws -> String {
            var submit = PetitionCommand.Submit(service: "complaint")
            submit.contactPreference = .electronic
            submit.terms = 1
            submit.notice = 1
            let filing = mailbox.test.draft(
                .petition(number: nil, .submit(submit)), by: .citizen("pseudonym", .contact),
                sections: [
                    PlainSection(Petitioner(givenName: "สมหญิง", email: "old@example.org")),
                    PlainSection(PetitionText(subject: "ไฟถนนดับ")),
                    PlainSection(Owner(account: "account-a")),
                ])
            let number = try mailbox.test.accepted(mailbox.test.port.perform(filing)).name
            try mailbox.take(number, .receive(.init()))
            var ask = mailbox.test.take(number, .askCorrection(.init(items: 2)))
            ask.sections = [
                PlainSection(
                    Defects(items: [Defect(text: "ขอภาพถ่ายหลุม"), Defect(text: "ขอแผนที่")]))
            ]
            _ = try mailbox.test.accepted(mailbox.test.port.perform(ask))
            if isConfidential {
                var hide = mailbox.test.take(
                    number, .setConfidentiality(.init(isConfidential: true)))
                hide.sections = [
                    PlainSection(Reason(text: "ทดสอบ")), PlainSection(Classification()),
                ]
                _ = try mailbox.test.accepted(mailbox.test.port.perform(hide))
            }
            try mailbox.post.runOnce()
            return try #require(
                try mailbox.post.messages().first { $0.notice == .returned }
            ).text
        }
        let typed = try asked()
        #expect(
            typed.contains("2 รายการ ภายใน ") && typed.contains("รายการที่ต้องแก้ไขอยู่ในรายละเอียดคำร้อง"))
        #expect(typed.contains("25") && !typed.contains("ขอภาพถ่ายหลุม") && !typed.contains("{"))
        try hold(
            .changeContact(.init(kinds: [.email])),
            [PlainSection(Contact(email: "new@example.org"))], in: mailbox)
        try hold(.confirmContact(.init(contact: .email, method: .otp)), in: mailbox)
        let shown = try asked()
        #expect(shown.contains("1. ขอภาพถ่ายหลุม\n2. ขอแผนที่"))
        let covered = try asked(thenConfidential: true)
        #expect(covered.contains("2 รายการ") && !covered.contains("ขอภาพถ่ายหลุม"))
    }

    @Test func `a person who is forgotten in between is not written to`() throws {
        let mailbox = try Mailbox()
        let number = try mailbox.file()
        let first = try #require(
            try mailbox.test.office.log.readStream("petition/\(number)", limit: 1).first)
        guard case .petition(.submitted(let data)) = try RecordedEvent.read(first).event else {
            return #expect(Bool(false), "not a petition")
        }
        // The message waits already.
        try mailbox.post.outbox.add(
            [
                NewOutboxRow(
                    event: try RecordedEvent.read(first).id, position: first.position,
                    stream: "petition/\(number)", template: "submitted")
            ], through: try #require(try mailbox.post.outbox.checkpoint()),
            at: mailbox.test.clock.now())
        try mailbox.test.office.vault.erase([data.caseKey], at: first.position)
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.rows().map(\.failure) == [.erased])
        #expect(try mailbox.post.messages().isEmpty)
    }

    @Test func `the office's own words are used, with what they ask for filled in`() throws {
        let mailbox = try Mailbox()
        try mailbox.set(
            .templateSet(
                OfficeEvent.TemplateSet(
                    template: "received", channel: .email,
                    body: LocalText("{office} รับเรื่อง {number} แล้ว"),
                    subject: LocalText("รับแล้ว {number}"))))
        let number = try mailbox.file()
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.letter?.subject == "รับแล้ว \(number)")
        #expect(message.text.hasPrefix("เทศบาลตำบลทดสอบ รับเรื่อง \(number) แล้ว\n"))
    }

    @Test func `a guest's code and password go out, and open the case until they are set anew`()
        throws
    {
        let mailbox = try Mailbox()
        let number = try mailbox.file(preference: .phone, tracking: .code)
        let passwords = GuestPasswords(mailbox.test.office)
        let password = try #require(try passwords.password(of: number))
        try mailbox.post.runOnce()
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.notice == .submittedCode)
        #expect(message.text.contains("2026-14"))
        #expect(message.text.contains(password.display))
        #expect(password.text.count == 10)
        #expect(try passwords.isRight(password.display.lowercased(), of: number))
        #expect(try !passwords.isRight("0000000000", of: number))
        #expect(try !passwords.isRight(password.text, of: "TS1010169000099"))
        try mailbox.take(
            number,
            .resetTracking(PetitionEvent.TrackingReset(tracking: .code, via: .recovery)))
        #expect(try !passwords.isRight(password.text, of: number))
        let next = try #require(try passwords.password(of: number))
        #expect(try passwords.isRight(next.text, of: number))
        try mailbox.post.runOnce()
        #expect(try mailbox.post.messages().map(\.notice) == [.trackingCode])
        #expect(try #require(try mailbox.post.messages().first).text.contains(next.display))
        let other = try mailbox.file(tracking: .phone)
        #expect(try passwords.password(of: other) == nil)
        #expect(try !passwords.isRight(password.text, of: other))
    }

    @Test func `two processes do not send one office's messages`() throws {
        let mailbox = try Mailbox()
        #expect(throws: PostProblem.openedByAnother(mailbox.test.paths.outbox)) {
            try OfficePost(
                mailbox.test.office, port: mailbox.test.port, delivery: .shown,
                clock: mailbox.test.clock.now)
        }
    }

    @Test func `its threads follow the log by themselves`() throws {
        let mailbox = try Mailbox()
        try mailbox.post.start()
        let number = try mailbox.file()
        var patience = 200
        while try mailbox.notified(StreamName(.petition, number)).isEmpty, patience > 0 {
            patience -= 1
            _ = try mailbox.test.office.log.follower(
                after: Cursor(
                    epoch: mailbox.test.office.log.epoch,
                    position: mailbox.test.office.log.head)
            ).wait(milliseconds: 25)
        }
        mailbox.post.stop()
        #expect(
            try mailbox.notified(StreamName(.petition, number)).map(\.template) == ["submitted"])
    }
}
