import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Workflow

extension WebSite {
    static let officer = Actor.officer("officer-1", .receiver, .handler, .head)

    /// Somebody who works on cases.
    func appoint() throws {
        try set(
            .officerAppointed(.init(officer: "officer-1", roles: [.receiver, .handler, .head])))
    }

    /// What the officer does in a case.
    @discardableResult
    func take(
        _ number: String, _ command: PetitionCommand, _ sections: [PlainSection] = [],
        remedy: Bool = false
    ) throws -> Receipt {
        var draft = Draft(
            .petition(number: number, command), by: Self.officer, at: clock.now(),
            sections: sections)
        draft.hasRemedy = remedy
        return try perform(draft)
    }

    /// Takes a case in, works on it and says the result.
    func complete(_ number: String) throws {
        try take(number, .start(.init()))
        try take(
            number, .answer(.init()), [PlainSection(Message(text: "ช่างจะไปดูวันพรุ่งนี้"))])
        try take(
            number, .complete(.init(outcome: "solved")),
            [PlainSection(CaseResult(text: "ซ่อมถนนแล้ว"))])
    }

    func events(of number: String) throws -> [PetitionEvent] {
        try recorded(number).compactMap { recorded in
            if case .petition(let event) = recorded.event { event } else { nil }
        }
    }

    func recorded(_ number: String) throws -> [RecordedEvent] {
        let stream = StreamName(.petition, number)
        return try office.office.log.readStream(stream.subject).map { try RecordedEvent.read($0) }
    }

    func names(of number: String) throws -> [String] {
        try events(of: number).map { type(of: $0.data).name }
    }

    func submitted(_ number: String) throws -> PetitionEvent.Submitted? {
        guard case .submitted(let data) = try events(of: number).first else { return nil }
        return data
    }

    /// How many petitions there are.
    func petitions() throws -> Int {
        let log = office.office.log
        return try log.read(after: 0, limit: 10_000).map { try RecordedEvent.read($0) }
            .filter { if case .petition(.submitted) = $0.event { true } else { false } }.count
    }

    /// What a program of somebody else's reads in a PDF.
    func pdfText(_ bytes: [UInt8]) throws -> String {
        let path = "\(paths.data)/\(UUID().uuidString).pdf"
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try OutsideTool.pdftotext.run([path, "-"])
    }
}
