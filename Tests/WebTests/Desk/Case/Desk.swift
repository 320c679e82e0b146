import Events
import Rules
import TestSupport
import Workflow

/// An office with a case that was filed, and an officer who may do everything in it.
struct Desk {
    let site: WebSite
    let officer: Browser
    let number: String

    static let id = "officer-1"

    init() throws {
        site = try WebSite()
        try site.extendComplaints()
        officer = try site.officer(Self.id, .receiver, .handler, .head)
        number = try site.browser().file()
    }

    func names() throws -> [String] { try site.names(of: number) }

    /// Without what is noted of who looked.
    func steps() throws -> [String] { try names().filter { $0 != "viewed" } }

    func form(_ act: DeskAct) -> String { "desk/cases/\(number)/acts/\(act.rawValue)" }

    /// Opens the form of an act and sends it.
    @discardableResult
    func act(
        _ act: DeskAct, _ fields: [String: String] = [:], files: [Browser.Upload] = [],
        by browser: Browser? = nil
    ) throws -> Int {
        let browser = browser ?? officer
        try browser.open(form(act))
        let status = try browser.submit(form(act), fields, files: files).status
        guard act == .issueDocument, browser.text.contains("ตรวจรายการก่อนออกเอกสาร") else {
            return status
        }
        return try browser.submit(form(act), files: files).status
    }

    @discardableResult func open(_ query: String = "", by browser: Browser? = nil) throws -> String
    {
        let browser = browser ?? officer
        try browser.open("desk/cases/\(number)\(query)")
        return browser.text
    }
}

extension WebSite {
    /// A version of the complaint whose time may be extended, with a fee and a document.
    func extendComplaints() throws {
        guard var complaint = try office.settings().value.definition(of: "complaint") else {
            return
        }
        complaint.version += 1
        for index in complaint.clocks.indices where complaint.clocks[index].code == "finish" {
            complaint.clocks[index].extensions = ExtensionRule(
                most: 1, by: TimeSpan(amount: 15, unit: .days))
        }
        complaint.fees = [Fee(code: "repair", label: LocalText("ค่าซ่อม"), satang: 10_000)]
        complaint.documents = [
            DocumentNeeded(code: "map", label: LocalText("แผนที่", english: "Map"))
        ]
        try set(.serviceDefined(.init(definition: complaint)))
    }
}
