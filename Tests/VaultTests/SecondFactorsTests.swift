import Crypto
import Entries
import Foundation
import SQLite
import TestSupport
import Testing
import Vault

/// Codes of an authenticator app: which one counts, how often, and where the secret is not.
@Suite struct SecondFactorsTests: ~Copyable {
    let scratch: Scratch
    let vault: Vault
    let factors: SecondFactors
    let start = Instant(rfc3339: "2026-11-20T19:30:00+07:00")!

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        factors = try SecondFactors(vault)
        self.vault = vault
        self.scratch = scratch
    }

    private func after(seconds: Int) -> Instant { start.advanced(milliseconds: seconds * 1000) }

    private func enrol(_ account: String = "officer/a") throws -> SecondFactor {
        let offered = try factors.offer(to: account, at: start)
        let code = offered.code(at: start)
        #expect(try factors.isOffered(code, to: account, at: start))
        #expect(try factors.set(account, by: code, at: start))
        return offered
    }

    @Test func `what is offered stays the same until it is set, and counts only then`() throws {
        let offered = try factors.offer(to: "officer/a", at: start)
        #expect(try factors.offer(to: "officer/a", at: after(seconds: 90)) == offered)
        #expect(try factors.offer(to: "officer/b", at: start) != offered)
        let later = after(seconds: 60)
        #expect(try !factors.take(offered.code(at: later), of: "officer/a", at: later))
        #expect(try !factors.isOffered("000 00x", to: "officer/a", at: start))
        #expect(try !factors.set("officer/a", by: "000 00x", at: start))
        #expect(try factors.set("officer/a", by: offered.code(at: start), at: start))
        #expect(try factors.take(offered.code(at: later), of: "officer/a", at: later))
        #expect(try factors.offer(to: "officer/a", at: later) != offered)
    }

    @Test func `whoever saw an offer of long ago does not know what is set later`() throws {
        let seen = try factors.offer(to: "officer/a", at: start)
        let last = after(seconds: 599)
        #expect(try factors.offer(to: "officer/a", at: last) == seen)
        // A page that was loaded then is still taken, but not for ever.
        let (late, end) = (after(seconds: 1199), after(seconds: 1200))
        #expect(try factors.isOffered(seen.code(at: late), to: "officer/a", at: late))
        #expect(try !factors.isOffered(seen.code(at: end), to: "officer/a", at: end))
        #expect(try !factors.set("officer/a", by: seen.code(at: end), at: end))
        let new = try factors.offer(to: "officer/a", at: after(seconds: 600))
        #expect(new != seen)
        #expect(try !factors.isOffered(seen.code(at: end), to: "officer/a", at: end))
        #expect(try factors.set("officer/a", by: new.code(at: end), at: end))
    }

    @Test func `a password that is set takes away what is on offer, not what is set`() throws {
        let factor = try enrol()
        let offered = try factors.offer(to: "officer/a", at: start)
        let other = try factors.offer(to: "officer/b", at: start)
        try Accounts(vault).setPassword(hash: "new", of: "officer/a", at: start)
        #expect(try !factors.isOffered(offered.code(at: start), to: "officer/a", at: start))
        #expect(try factors.offer(to: "officer/a", at: start) != offered)
        #expect(try factors.offer(to: "officer/b", at: start) == other)
        #expect(try factors.current(of: "officer/a") == factor)
    }

    @Test func `a code counts once, a step early or late, and in any digits`() throws {
        let factor = try enrol()
        let now = after(seconds: 300)
        #expect(
            try !factors.take(
                factor.code(at: after(seconds: 240)), of: "officer/a", at: now), "two steps late")
        let early = factor.code(at: after(seconds: 270))
        #expect(try factors.take(early, of: "officer/a", at: now))
        #expect(try !factors.take(early, of: "officer/a", at: now), "used")
        let thai = String(
            String.UnicodeScalarView(
                factor.code(at: now).unicodeScalars.map { Unicode.Scalar($0.value - 0x30 + 0xE50)! }
            ))
        #expect(try factors.take(thai, of: "officer/a", at: now))
        let next = factor.code(at: after(seconds: 330))
        #expect(try factors.take("\(next.prefix(3)) \(next.suffix(3))", of: "officer/a", at: now))
        #expect(
            try !factors.take(factor.code(at: now), of: "officer/a", at: now), "older than used")
        #expect(
            try !factors.take(factor.code(at: after(seconds: 360)), of: "officer/a", at: now),
            "two steps early")
        #expect(try !factors.take("", of: "officer/a", at: now))
    }

    @Test func `the code that set it up does not sign in as well`() throws {
        let factor = try enrol()
        #expect(try !factors.take(factor.code(at: start), of: "officer/a", at: start))
    }

    @Test func `a new one takes the old one's place, and a forgotten one is gone`() throws {
        let old = try enrol()
        let new = try enrol()
        let now = after(seconds: 120)
        #expect(old != new)
        #expect(try !factors.take(old.code(at: now), of: "officer/a", at: now))
        #expect(try factors.take(new.code(at: now), of: "officer/a", at: now))
        try Accounts(vault).forgetFactor(of: "officer/a")
        let later = after(seconds: 240)
        #expect(try !factors.take(new.code(at: later), of: "officer/a", at: later))
        #expect(try factors.current(of: "officer/a") == nil)
    }

    @Test func `it outlives a restart and a new epoch, and its secret lies nowhere`() throws {
        let factor = try enrol()
        try vault.rotate()
        let again = try SecondFactors(vault)
        let now = after(seconds: 120)
        #expect(try again.take(factor.code(at: now), of: "officer/a", at: now))
        let letters = factor.text.replacing(" ", with: "")
        let root = scratch.path("")
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            guard let bytes = FileManager.default.contents(atPath: "\(root)/\(name)") else {
                continue
            }
            #expect(bytes.firstRange(of: Data(letters.utf8)) == nil, "\(name)")
        }
    }

    @Test func `an accounts file of before second factors is brought along`() throws {
        _ = try Accounts(vault)
        var settings = Database.Settings()
        settings.journal = .delete
        let database = try Database(
            path: vault.place.directory + "/accounts.sqlite", settings: settings)
        try database.execute("DROP TABLE second_factors")
        let again = try SecondFactors(vault)
        #expect(try again.current(of: "officer/a") == nil)
    }

    @Test func `an app reads the address and shows whose code it is`() throws {
        let factor = try factors.offer(to: "officer/a", at: start)
        let letters = factor.text.replacing(" ", with: "")
        #expect(letters.utf8.count == 32)
        #expect(
            factor.address(issuer: "เทศบาล", name: "front-1")
                == "otpauth://totp/%E0%B9%80%E0%B8%97%E0%B8%A8%E0%B8%9A%E0%B8%B2%E0%B8%A5:front-1"
                + "?secret=\(letters)&issuer=%E0%B9%80%E0%B8%97%E0%B8%A8%E0%B8%9A%E0%B8%B2%E0%B8%A5"
        )
    }
}
