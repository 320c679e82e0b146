import Crypto
import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Threads
import TransparencyLog
import Workflow

/// The auditor has the office verified while it is served, and gets a signed report.
@Suite(.timeLimit(.minutes(5))) struct VerificationTests {
    private let page = "desk/audit/verification"

    private func filled(_ program: URL? = nil) throws -> (site: WebSite, auditor: Browser) {
        let site = try WebSite(program: program)
        try site.appoint()
        try site.complete(try site.browser().file())
        return (site, try site.officer("auditor-1", .auditor))
    }

    private func named(_ site: WebSite) throws -> [Office.NamedVerification] {
        try site.office.office.verifications()
    }

    @Test func `a verification is begun, followed, and ends with a report that is signed`() throws {
        let (site, auditor) = try filled()
        try auditor.open("\(page)?lang=en")
        #expect(auditor.status == 200 && auditor.text.contains("None yet."))
        let head = try site.office.office.log.head
        try auditor.submit(page, ["extent": "office"])
        #expect(auditor.status == 200)
        #expect(site.office.verifications.settle(milliseconds: 60_000))
        #expect(site.office.verifications.problem == nil)
        let one = try #require(try named(site).first)
        #expect(one.officer == "auditor-1" && one.data.findings == 0)
        #expect(one.data.extent == "office" && one.data.head == Int(head))
        try auditor.open("\(page)?lang=en")
        #expect(auditor.text.contains("everything is as it must be"))
        let answer = try auditor.open("\(page)/\(one.data.report)")
        #expect(answer.status == 200 && SHA256.hash(answer.body) == one.data.report)
        let key = try #require(try site.office.signingKeys().first)
        let report = try VerificationReport(try SignedNote(answer.body), signedBy: key)
        #expect(report.officer == "auditor-1" && report.findingCount == 0)
        #expect(report.result?.head == Int(head) && report.result?.root == one.data.root)
        #expect(report.program == "0.1.0" && report.extent == .office)
        // Nobody is named in it.
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("สมชาย"))
        for wrong in ["\(SHA256.hash([1]))", "x"] {
            try auditor.open("\(page)/\(wrong)")
            #expect(auditor.status == 404)
        }
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `there is one at a time, and its page says how far it is`() throws {
        let scratch = try Scratch()
        let slow = try scratch.program(
            #"""
            printf '{"done":5,"stage":"log","total":9}\n'
            while [ ! -e "$0.go" ]; do sleep 0.05; done
            printf '{"code":1,"done":0,"failure":"the end","total":0}\n'
            """#)
        let (site, auditor) = try filled(slow)
        try auditor.open(page)
        try auditor.submit(page, ["extent": "log"])
        let runs = site.office.verifications
        while runs.current.map({ $0.done == 0 }) ?? false { usleep(10_000) }
        try auditor.open("\(page)?lang=en")
        #expect(auditor.text.contains("5 of 9"))
        #expect(auditor.header("Refresh") == "2")
        #expect(!auditor.text.contains("name=\"extent\""))
        #expect(!runs.start(.log, by: .officer("auditor-2", .auditor)))
        #expect(runs.current?.officer == "auditor-1")
        // The office goes on meanwhile.
        #expect(!(try site.browser().file()).isEmpty)
        try Data().write(to: URL(filePath: slow.path + ".go"))
        #expect(runs.settle(milliseconds: 20_000))
        #expect(try named(site).first?.data.findings == 1)
        try auditor.open("\(page)?lang=en")
        #expect(auditor.text.contains("1 things are not as they must be"))
    }

    @Test func `a process that a signal ends is a finding, and the office is served on`() throws {
        let scratch = try Scratch()
        let (site, auditor) = try filled(try scratch.program("kill -SEGV $$"))
        try auditor.open(page)
        try auditor.submit(page, ["extent": "log"])
        #expect(site.office.verifications.settle(milliseconds: 20_000))
        let one = try #require(try named(site).first)
        #expect(one.data.findings == 1 && one.data.root == nil)
        let key = try #require(try site.office.signingKeys().first)
        let bytes = try #require(try site.office.verifications.report(one.data.report))
        let report = try VerificationReport(try SignedNote(bytes), signedBy: key)
        #expect(report.result == nil)
        #expect(report.findings.first?.words.contains("signal 11") == true)
        try auditor.open(page)
        #expect(auditor.status == 200)
    }

    @Test func `a program that is not there leaves no report and is said`() throws {
        let (site, auditor) = try filled(URL(filePath: "/nowhere/khamrong"))
        try auditor.open(page)
        try auditor.submit(page, ["extent": "office"])
        #expect(site.office.verifications.settle(milliseconds: 20_000))
        #expect(try named(site).isEmpty)
        try auditor.open("\(page)?lang=en")
        #expect(auditor.text.contains("ended without a report"))
    }

    @Test func `views are not verified beside a server, and nobody else may begin`() throws {
        let (site, auditor) = try filled()
        try auditor.open(page)
        try auditor.submit(page, ["extent": "views"])
        #expect(auditor.status == 404)
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open(page)
        #expect(dpo.status != 200)
        #expect(site.office.verifications.current == nil)
    }
}

extension Scratch {
    /// A program of the shell that stands for a `khamrong`.
    fileprivate borrowing func program(_ script: String) throws -> URL {
        let path = self.path("program")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return URL(filePath: path)
    }
}
