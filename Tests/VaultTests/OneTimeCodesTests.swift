import Crypto
import Entries
import Foundation
import TestSupport
import Testing
import Vault

/// Codes that are sent and typed: how long they live, and what kills them.
@Suite struct OneTimeCodesTests: ~Copyable {
    let scratch: Scratch
    let here: VaultPlace
    let vault: Vault
    let codes: OneTimeCodes
    let start = Instant(rfc3339: "2026-11-20T19:30:00+07:00")!

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        codes = try OneTimeCodes(vault)
        self.vault = vault
        self.here = here
        self.scratch = scratch
    }

    private func after(seconds: Int) -> Instant { start.advanced(milliseconds: seconds * 1000) }

    private func event(_ number: UInt64) -> EventID { EventID(at: start, random: (0, number)) }

    /// Has a code made for event `number`, and gives what the message would carry.
    private func issue(
        _ number: UInt64, to account: String = "a1", as manner: OneTimeCode.Manner = .code,
        at moment: Instant? = nil
    ) throws -> String {
        let now = moment ?? start
        _ = try codes.issue(
            .passwordReset, to: account, for: event(number), at: number, as: manner, at: now,
            until: now.advanced(milliseconds: 600_000))
        return try #require(
            try codes.secret(.passwordReset, to: account, for: event(number), at: now))
    }

    private func check(
        _ typed: String, of account: String = "a1", at moment: Instant? = nil
    ) throws -> OneTimeCode.Verdict {
        try codes.check(typed, .passwordReset, of: account, at: moment ?? start)
    }

    @Test func `six digits are right until they expire, however they are typed`() throws {
        let code = try issue(1)
        #expect(code.wholeMatch(of: #/\d{6}/#) != nil)
        let thai = String(
            String.UnicodeScalarView(
                code.unicodeScalars.map { Unicode.Scalar($0.value - 0x30 + 0xE50)! }))
        for typed in [code, " \(code) ", "\(code.prefix(3)) \(code.suffix(3))", thai] {
            #expect(try check(typed) == .right, "\(typed)")
        }
        #expect(try check(code, at: after(seconds: 599)) == .right)
        #expect(try check(code, at: after(seconds: 600)) == .dead)
        #expect(try check(code, of: "a2") == .dead)
    }

    @Test func `page and message name it by the same four letters`() throws {
        let issued = try codes.issue(
            .passwordReset, to: "a1", for: event(1), at: 1, at: start, until: after(seconds: 600))
        let shown = try #require(issued)
        #expect(shown.reference.wholeMatch(of: #/[B-Z]{4}/#) != nil)
        #expect(shown.expires == after(seconds: 600) && shown.resend == after(seconds: 60))
        // Whoever reads the event later has the same one.
        let again = try codes.issue(
            .passwordReset, to: "a1", for: event(1), at: 1, at: after(seconds: 5),
            until: after(seconds: 600))
        #expect(again == shown)
        #expect(try codes.code(.passwordReset, of: "a1", at: after(seconds: 5)) == shown)
    }

    @Test func `five wrong tries kill it, and looking at the page costs none`() throws {
        let code = try issue(1)
        let wrong = code == "000000" ? "000001" : "000000"
        for left in [4, 3, 2, 1] {
            #expect(try check(left.isMultiple(of: 2) ? wrong : "12345x") == .wrong(triesLeft: left))
            #expect(try codes.code(.passwordReset, of: "a1", at: start)?.triesLeft == left)
        }
        #expect(try check(code) == .right)
        #expect(try check(wrong) == .dead)
        #expect(try check(code) == .dead)
        #expect(try codes.code(.passwordReset, of: "a1", at: start) == nil)
        #expect(try codes.secret(.passwordReset, to: "a1", for: event(1), at: start) == nil)
    }

    @Test func `it dies when it is spent, not when it is right`() throws {
        let code = try issue(1)
        #expect(try check(code) == .right)
        #expect(try check(code) == .right)
        try codes.spend(.passwordReset, of: "a1")
        #expect(try check(code) == .dead)
        #expect(try codes.code(.passwordReset, of: "a1", at: start) == nil)
    }

    @Test func `a newer one takes its place, an older event brings nothing back`() throws {
        let first = try issue(1)
        let second = try issue(2, at: after(seconds: 60))
        #expect(try check(second) == .right)
        #expect(try first == second || check(first) == .wrong(triesLeft: 4))
        let late = try codes.issue(
            .passwordReset, to: "a1", for: event(1), at: 1, at: after(seconds: 61),
            until: after(seconds: 661))
        #expect(late == nil)
        #expect(try check(second) == .right)
        #expect(try codes.secret(.passwordReset, to: "a1", for: event(1), at: start) == nil)
    }

    @Test func `another is to be had after a minute, and ten in a day`() throws {
        func next(_ moment: Instant) throws -> Instant? {
            try codes.nextIssue(.passwordReset, to: "a1", at: moment)
        }
        #expect(try next(start) == nil)
        var moment = start
        for number in 1...10 {
            _ = try issue(UInt64(number), at: moment)
            #expect(try next(moment) != nil)
            moment = moment.advanced(milliseconds: 60_000)
            #expect(try (next(moment) == nil) == (number < 10))
        }
        #expect(try next(moment) == after(seconds: 86_400))
        #expect(try next(after(seconds: 86_400)) == nil)
        #expect(try codes.nextIssue(.passwordReset, to: "a2", at: moment) == nil)
    }

    @Test func `a link's token opens what it was sent for, and is no six digits`() throws {
        let token = try issue(1, as: .link)
        #expect(token.count == 64)
        let found = try codes.code(.passwordReset, token: token, at: start)
        #expect(found?.account == "a1" && found?.manner == .link)
        #expect(try check(token) == .right)
        #expect(try codes.code(.passwordReset, token: String(token.reversed()), at: start) == nil)
        #expect(try codes.code(.passwordReset, token: token, at: after(seconds: 600)) == nil)
        let code = try issue(2, to: "a2")
        #expect(try codes.code(.passwordReset, token: code, at: start) == nil)
    }

    @Test func `codes outlive a restart, and stand in no file`() throws {
        let code = try issue(1)
        let token = try issue(2, to: "a2", as: .link)
        let reopened = try OneTimeCodes(Vault(opening: here))
        #expect(try reopened.check(code, .passwordReset, of: "a1", at: start) == .right)
        #expect(
            try reopened.check("x", .passwordReset, of: "a1", at: start) == .wrong(triesLeft: 4))
        #expect(try check("x") == .wrong(triesLeft: 3))
        let bytes = try Data(contentsOf: URL(filePath: here.directory + "/codes.sqlite"))
        #expect(bytes.range(of: Data(code.utf8)) == nil)
        #expect(bytes.range(of: Data(token.utf8)) == nil)
    }

    @Test func `a new epoch of keys makes what is out worthless`() throws {
        let code = try issue(1)
        try vault.settle(head: 0) { _ in true }
        try vault.rotate()
        #expect(try check(code) == .dead)
        #expect(try check(try issue(2, at: after(seconds: 60))) == .right)
    }

    @Test func `what is over is swept, and what belongs to a forgotten account`() throws {
        let first = try issue(1)
        _ = try issue(2, to: "a2")
        try codes.sweep(at: after(seconds: 1), forgetting: "a2")
        #expect(try check(first) == .right)
        #expect(try codes.code(.passwordReset, of: "a2", at: start) == nil)
        try codes.sweep(at: after(seconds: 90_000))
        #expect(try codes.nextIssue(.passwordReset, to: "a1", at: start) == nil)
    }

    @Test func `nobody has codes too, which look and die as others do`() throws {
        let nobody = codes.nobody("nobody@example.org")
        #expect(nobody == codes.nobody("nobody@example.org") && nobody != codes.nobody("x"))
        #expect(!nobody.contains("example"))
        let code = try codes.issueToNobody(
            .passwordReset, nobody, as: .code, at: start, until: after(seconds: 600))
        #expect(code.triesLeft == 5 && code.resend == after(seconds: 60))
        #expect(try check("12345x", of: nobody) == .wrong(triesLeft: 4))
        #expect(try codes.nextIssue(.passwordReset, to: nobody, at: start) != nil)
    }

    @Test func `a case's password is the same for its event and another for the next`() throws {
        try vault.settle(head: 0) { _ in true }
        let key = try vault.newKey()
        let first = key.password(of: event(1))
        #expect(first.count == 32)
        #expect(try vault.key(key.reference).password(of: event(1)) == first)
        #expect(key.password(of: event(2)) != first)
        #expect(try vault.newKey().password(of: event(1)) != first)
    }

    @Test func `a secret that an administrator wrote down is read by its name alone`() throws {
        let keys = try KeyDirectory(
            opening: here.keys, office: here.office, outside: here.data)
        let path = here.keys + "/smtp"
        #expect(throws: VaultError.secretMissing(path)) { try keys.text("smtp") }
        let files = FileManager.default
        let isMade = files.createFile(
            atPath: path, contents: Data("รหัส s3cret\n".utf8),
            attributes: [.posixPermissions: 0o600])
        #expect(isMade)
        #expect(try keys.text("smtp") == "รหัส s3cret")
        for name in ["", ".", "..", "../demo/smtp", "/etc/passwd", "a/b", "smtp\0"] {
            #expect(throws: VaultError.notASecretsName(name)) { try keys.text(name) }
        }
        try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: VaultError.keysNotPrivate(path)) { try keys.text("smtp") }
    }
}
