import Entries
import Events
import Rules
import Testing
import Workflow

@Suite struct UniqueValuesTests {
    private func registration(_ test: TestOffice, id: String, national: String) -> Draft {
        let registered = AccountEvent.Registered(
            key: KeyReference(high: 0, low: 0), method: .photo, identityLevel: .unproven,
            channel: .web, terms: 1, notice: 1)
        return test.draft(
            .account(id: id, .register(registered)), by: .citizen(id),
            sections: [
                PlainSection(
                    Identity(
                        title: "นาย", givenName: "สมชาย", familyName: "ทดสอบดี",
                        nationalID: national)),
                PlainSection(Contact(email: "\(id)@example.com")),
            ])
    }

    @Test func `a national ID opens one account, also after a restart`() throws {
        let test = try TestOffice()
        let number = "1999900001010"
        _ = try test.accepted(
            test.port.perform(registration(test, id: "account-a", national: number)))
        let second = registration(test, id: "account-b", national: number)
        guard case .refused("taken-national-id", _) = test.port.perform(second) else {
            Issue.record("a second account was opened")
            return
        }
        _ = try test.accepted(
            test.port.perform(registration(test, id: "account-c", national: "1999900002024")))
        test.port.close()
        let (_, port) = try Office.open(test.paths, clock: test.clock.now)
        defer { port.close() }
        guard case .refused("taken-national-id", _) = port.perform(second) else {
            Issue.record("a second account was opened after the restart")
            return
        }
    }
}
