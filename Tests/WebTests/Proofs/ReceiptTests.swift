import Crypto
import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import TransparencyLog
import Vault
import Workflow

/// What petitioners keep, and what others can conclude from it.
@Suite struct ReceiptTests {
    let site: WebSite
    let browser: Browser
    let number: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        browser = site.browser()
        try browser.register(.somchai)
        number = try browser.file("complaint")
    }

    private var page: String { "cases/\(number)/receipt.tlog-proof" }

    private func receipt() throws -> FilingReceipt {
        try browser.open(page)
        #expect(browser.status == 200)
        return try FilingReceipt(browser.page?.body ?? [])
    }

    private var key: VerifierKey {
        get throws { try site.office.publisher.get().signer.verifier }
    }

    @Test func `what was filed is shown without the office's keys`() throws {
        let receipt = try receipt()
        let shown = try receipt.check(signedBy: try key)
        #expect(shown.checkpoint.origin == "test.example/ts")
        #expect(shown.envelope.subject == "petition/\(number)")
        #expect(shown.left == [])
        let text = try #require(shown.sections.first { $0.field == "text" })
        #expect(text.content.contains("ถนนเป็นหลุม"))
        #expect(Set(shown.sections.map(\.field)).isSuperset(of: ["petitioner", "owner", "text"]))
        #expect(receipt.mark == (try site.office.mark(of: number)))
        #expect(browser.header("Cache-Control") == "private, no-store")
        #expect(browser.header("Content-Disposition")?.contains("\(number).tlog-proof") == true)
    }

    @Test func `it is signed when it is asked for, and not while somebody files`() throws {
        let signer = try site.office.publisher.get().signer
        #expect(signer.last == nil)
        let position = try #require(try site.office.mark(of: number)).position
        _ = try receipt()
        let signed = try #require(signer.last)
        #expect(signed.checkpoint.size >= position)
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdftotext, .pdftoppm, .zbarimg)))
    func `the slip names the entry, and so does its code`() throws {
        let mark = try #require(try site.office.mark(of: number))
        try browser.open("cases/\(number)/receipt.pdf")
        let pdf = browser.page?.body ?? []
        #expect(try site.pdfText(pdf).contains("SHA-256 \(mark.leaf)"))
        let scratch = try Scratch()
        let file = try scratch.write(pdf, as: "slip.pdf")
        _ = try OutsideTool.pdftoppm.run(["-r", "200", "-png", file, scratch.path("slip")])
        let page = try #require(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path())
                .first { $0.hasSuffix(".png") })
        let code = try OutsideTool.zbarimg.run(["--quiet", "--raw", scratch.path(page)])
        #expect(code.contains("/test/track?number=\(number)#\(mark)"))
        #expect(EntryMark("\(mark)") == mark)
    }

    @Test func `not a letter of it can be another`() throws {
        let receipt = try receipt()
        let other = NoteSigner(name: "test.example/ts", kind: .log, seed: .random())!
        #expect(throws: FilingReceipt.Fault.note(.notSigned(by: "test.example/ts"))) {
            try receipt.check(signedBy: other.verifier)
        }
        var sections = receipt.contents.sections
        let index = try #require(sections.firstIndex { $0.field == "text" })
        sections[index].content = sections[index].content.replacingOccurrences(
            of: "ถนน", with: "ทาง")
        #expect(throws: FilingReceipt.Fault.section(field: "text")) {
            try FilingReceipt(
                receipt.proof, entry: receipt.entry, key: try key, sections: sections
            ).check()
        }
        sections = receipt.contents.sections + [receipt.contents.sections[0]]
        #expect(throws: FilingReceipt.Fault.self) {
            try FilingReceipt(
                receipt.proof, entry: receipt.entry, key: try key, sections: sections
            ).check()
        }
        let entry = receipt.contents.entry.replacingOccurrences(of: number, with: "TS0000000000000")
        #expect(throws: FilingReceipt.Fault.proof(.differs)) {
            try FilingReceipt(
                receipt.proof, entry: Array(entry.utf8), key: try key, sections: []
            ).check()
        }
    }

    @Test func `another office's receipt is not taken for this one's`() throws {
        let receipt = try receipt()
        var envelope = try Envelope(receipt.entry)
        envelope.source = "other.example/x"
        let entry = envelope.encoded()
        let signer = NoteSigner(name: "test.example/ts", kind: .log, seed: .random())!
        let note = Checkpoint(origin: "test.example/ts", size: 1, root: SHA256.leafHash(entry))
            .signed(by: signer)
        let forged = FilingReceipt(
            EntryProof(index: 0, path: [], checkpoint: note), entry: entry, key: signer.verifier,
            sections: [])
        #expect(throws: FilingReceipt.Fault.entry) { try forged.check() }
    }

    @Test func `who has only the number and the telephone gets it without what was written`() throws
    {
        let guest = site.browser()
        let number = try guest.file("complaint")
        try guest.open("cases/\(number)/receipt.tlog-proof")
        let own = try FilingReceipt(guest.page?.body ?? [])
        #expect(own.contents.sections.contains { $0.field == "text" })
        let later = site.browser()
        try later.open("cases/\(number)/receipt.tlog-proof")
        #expect(later.status == 404)
        try later.open("track")
        try later.submit("track", ["number": number, "digits": "0042"])
        try later.open("cases/\(number)/receipt.tlog-proof")
        #expect(later.status == 200)
        let outline = try FilingReceipt(later.page?.body ?? [])
        let shown = try outline.check(signedBy: try key)
        #expect(shown.sections == [] && shown.left.contains("text"))
        #expect(!String(decoding: outline.entry, as: UTF8.self).contains("หลุม"))
    }

    @Test func `what was erased is not in it any more, and it holds all the same`() throws {
        let before = try receipt()
        let reference = try #require(try Envelope(before.entry).sealedSections.first)
        try site.complete(number)
        try site.set(.officerAppointed(.init(officer: "officer-9", roles: [.dpo])))
        try site.perform(
            Draft(
                .petition(number: number, .approveErasure(.init(ground: .mistake))),
                by: .officer("officer-9", .dpo), at: site.clock.now(),
                sections: [PlainSection(Reason(text: "ทดสอบ"))]))
        try site.perform(
            Draft(
                .petition(
                    number: number,
                    .erase(.init(key: reference.keyReference, ground: .mistake))), by: .system,
                at: site.clock.now()))
        let after = try #require(try site.office.receipt(of: number, withText: true))
        let shown = try after.check(signedBy: try key)
        #expect(shown.sections == [] && !shown.left.isEmpty)
        #expect(after.mark == before.mark)
        // What somebody has kept from before is theirs to show.
        #expect(try before.check(signedBy: try key).sections.isEmpty == false)
    }

    @Test func `the page says of a receipt whether it holds`() throws {
        let bytes = try receipt().bytes
        let visitor = site.browser()
        func upload(_ bytes: [UInt8]) throws {
            try visitor.open("check-receipt")
            try visitor.submit(
                "check-receipt",
                files: [.init(field: "receipt", name: "r", type: "text/plain", bytes: bytes)])
        }
        try upload(bytes)
        #expect(visitor.text.contains("หลักฐานถูกต้อง") && visitor.text.contains(number))
        #expect(visitor.text.contains("ถนนเป็นหลุม"))
        // In words and covered, as everywhere else: no JSON, and nobody's whole number.
        #expect(visitor.text.contains("<dt>รายละเอียด</dt>"))
        #expect(!visitor.text.contains("&quot;subject&quot;"))
        #expect(!visitor.text.contains("microdegrees"))
        for secret in ["1999900001010", "0810000042", "+66810000042", "somsri@", "somchai@"] {
            #expect(!visitor.text.contains(secret), "\(secret)")
        }
        try upload(Array(bytes.dropLast(20)))
        #expect(visitor.status == 422 && visitor.text.contains("ไม่ใช่หลักฐาน"))
        try upload([])
        #expect(visitor.status == 422)
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let path = try #require(lines.firstIndex { $0.hasPrefix("index ") }) + 1
        var other = lines
        other[path] = other[path + 1]
        try upload(Array(other.joined(separator: "\n").utf8))
        #expect(visitor.text.contains("หลักฐานนี้ไม่ถูกต้อง"))
    }

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `others verify the very file`() throws {
        let scratch = try Scratch()
        let receipt = try receipt()
        let file = try scratch.write(receipt.bytes, as: "receipt")
        let entry = try scratch.write(receipt.entry, as: "entry")
        let words = ["verify-proof", file, "--entry", entry, "--vkey", try key.text]
        let answer = try OutsideVerifier.python(words)
        #expect(answer.status == 0, "\(answer.words)")
        _ = try scratch.write(receipt.entry + [0x20], as: "entry")
        #expect(try OutsideVerifier.python(words).status == 1)
    }

    @Test func `an office whose log was longer once signs nothing`() throws {
        let publisher = try site.office.publisher.get()
        let forged = Checkpoint(
            origin: "test.example/ts", size: 9_999, root: SHA256.hash([]))
        // As if the log had been longer once.
        let seed = try #require(
            try site.office.office.vault.secret(ifThere: Publisher.seedName(of: 1)))
        let signer = NoteSigner(name: "test.example/ts", kind: .log, seed: seed)!
        try publisher.publish()
        try Data(forged.signed(by: signer).bytes).write(
            to: URL(filePath: site.paths.tiles + "/checkpoint"))
        #expect(throws: PublisherProblem.self) { try Publisher(of: site.office.office) }
    }

    // MARK: The published log

    @Test func `the log is served to everybody, its entries to the auditor`() throws {
        let visitor = site.browser()
        try visitor.open("log/checkpoint")
        #expect(visitor.status == 404)
        try site.office.publisher.get().publish()
        try visitor.open("log/checkpoint")
        #expect(visitor.status == 200)
        #expect(visitor.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(visitor.header("Cache-Control") == "no-store")
        let note = try SignedNote(visitor.page?.body ?? [])
        let checkpoint = try Checkpoint(note, signedBy: try key)
        #expect(checkpoint.size == (try site.office.office.log.head))
        let width = checkpoint.size
        let fresh = site.browser()
        try fresh.open("log/tile/0/000.p/\(width)")
        #expect(fresh.status == 200 && fresh.page?.body.count == Int(width) * 32)
        #expect(fresh.header("Content-Type") == "application/octet-stream")
        #expect(fresh.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(fresh.setCookies == [])
        try fresh.open("log/vkey")
        #expect(fresh.text == (try key.text) + "\n")
        for path in ["tile/0/000", "tile/0/001.p/1", "tile/64/000", "tile/0/000.p/\(width + 1)"] {
            try fresh.open("log/\(path)")
            #expect(fresh.status == 404, "\(path)")
        }
        try fresh.open("log/tile/entries/000.p/\(width)")
        #expect(fresh.status == 403)
        let auditor = try site.officer("auditor-1", .auditor)
        try auditor.open("log/tile/entries/000.p/\(width)")
        #expect(auditor.status == 200)
        #expect(auditor.header("Cache-Control") == "private, max-age=31536000, immutable")
        #expect(try EntryBundle.decode(auditor.page?.body ?? []).count == Int(width))
        let clerk = try site.officer("clerk-1", .clerk)
        try clerk.open("log/tile/entries/000.p/\(width)")
        #expect(clerk.status == 403)
    }

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `others verify the log as it is served, where the office publishes its entries`() throws {
        try site.set(.disclosureSet(.init(areEntriesPublic: true, isRegisterPublic: true)))
        try site.office.publisher.get().publish()
        let address = "http://127.0.0.1:\(site.port)/test/log"
        let answer = try OutsideVerifier.python(["log", address, "--vkey", try key.text])
        #expect(answer.status == 0, "\(answer.words)")
        if OutsideVerifier.isGoThere {
            let answer = try OutsideVerifier.go([site.paths.tiles, try key.text])
            #expect(answer.status == 0, "\(answer.words)")
        }
    }

    @Test func `a page says how anybody checks the log`() throws {
        try site.office.publisher.get().publish()
        let visitor = site.browser()
        try visitor.open("log")
        #expect(visitor.text.contains(try key.text.replacing("+", with: "+")))
        #expect(visitor.text.contains("ตรวจเรื่องของท่านเอง"))
        try visitor.open("log?lang=en")
        #expect(visitor.text.contains("Check the whole log"))
    }
}
