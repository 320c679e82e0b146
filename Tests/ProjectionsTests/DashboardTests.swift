import Entries
import Events
import Projections
import SQLite
import TestSupport
import Testing

@Suite struct DashboardTests {
    private func cases(_ views: borrowing Views, of account: String) throws -> [MyCaseRow] {
        try views.read(.citizenDashboard) { try CitizenDashboard.cases(of: account, in: $0) }
    }

    @Test func `a person sees their own cases with what comes next and until when`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        let number = OfficeLog.number
        log.register("acc-1")
        log.submit(number(1), account: "acc-1")
        log.submit(number(2), account: "acc-2")
        log.submit(number(3))
        log.submit(number(4), account: "acc-1")
        log.receive(number(4))
        log.giveBack(number(4))
        try views.catchUp()
        let mine = try cases(views, of: "acc-1").sorted { $0.number < $1.number }
        #expect(mine.map(\.number) == [number(1), number(4)])
        #expect(mine[0].course.status == .submitted)
        #expect(mine[0].nextStep == .receive)
        #expect(mine[0].nextAt != nil)
        #expect(mine[1].nextStep == .correct)
        log.receive(number(1))
        log.complete(number(1))
        try views.catchUp()
        let done = try cases(views, of: "acc-1").first { $0.number == number(1) }
        #expect(done?.course.status == .completed)
        #expect(done?.nextStep == .rate)
        log.rate(number(1), 5)
        try views.catchUp()
        #expect(try cases(views, of: "acc-1").first { $0.number == number(1) }?.nextStep == nil)
    }

    @Test func `documents, messages and viewings are kept with their case`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        let number = OfficeLog.number(1)
        let key = log.newKey()
        log.submit(number, account: "acc-1", key: key)
        log.append(.petition(.documentIssued(.init(number: "D-1", kind: .licence))), to: number)
        log.append(.petition(.documentIssued(.init(number: "D-2", kind: .letter))), to: number)
        log.append(.petition(.documentRevoked(.init(number: "D-2"))), to: number)
        log.append(
            .petition(.answered(.init())), to: number, sealing: [(key, Message(text: "รับทราบ"))])
        log.append(.petition(.viewed(.init(parts: [.petitioner, .text]))), to: number, by: "OFF-3")
        log.append(.account(.viewed(.init(parts: [.evidence]))), to: "acc-1", by: "OFF-2")
        try views.catchUp()
        try views.read(.citizenDashboard) { database in
            let documents = try CitizenDashboard.documents(of: number, in: database)
            #expect(documents.map(\.document) == ["D-1", "D-2"])
            #expect(documents.map(\.isRevoked) == [false, true])
            #expect(
                try CitizenDashboard.messages(of: number, in: database).map(\.event) == ["answered"]
            )
            let viewings = try CitizenDashboard.viewings(of: "acc-1", in: database)
            #expect(Set(viewings.map(\.viewer)) == ["OFF-2", "OFF-3"])
            #expect(try CitizenDashboard.cases(of: "acc-1", in: database).first?.unread == 1)
        }
    }

    @Test func `once the reference to the account is erased, the case is nobody's`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        let key = log.newKey()
        log.submit(OfficeLog.number(1), account: "acc-1", key: key)
        try views.catchUp()
        #expect(try cases(views, of: "acc-1").count == 1)
        log.erase(key, in: OfficeLog.number(1))
        try views.catchUp()
        #expect(try cases(views, of: "acc-1").isEmpty)
        let digest = try views.digest(.citizenDashboard)
        try views.runner.rebuild(.citizenDashboard)
        #expect(try views.digest(.citizenDashboard) == digest)
    }

    @Test func `the account shows how far its identity is checked`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        log.register("acc-1", photos: 2)
        log.append(.account(.identityRefused(.init())), to: "acc-1")
        log.append(.account(.identityEvidenceAdded(.init(photos: 2, round: 2))), to: "acc-1")
        log.append(
            .account(.identityVerified(.init(level: .ial21, method: .photo))), to: "acc-1")
        try views.catchUp()
        let account = try views.read(.citizenDashboard) {
            try CitizenDashboard.account("acc-1", in: $0)
        }
        #expect(account?.identity == .verified)
        #expect(account?.level == .ial21)
    }
}
