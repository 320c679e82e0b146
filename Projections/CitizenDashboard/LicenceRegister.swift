package import Entries
package import SQLite

/// A document of the public register, with the service that led to it.
package struct RegisterRow: Equatable, Sendable {
    package let document: MyDocumentRow
    package let service: String?
}

/// Whether a document holds on a day.
package enum Standing: String, FieldWord {
    case valid
    case notYet = "not-yet"
    case expired
    case replaced
    case revoked
}

extension MyDocumentRow {
    package func standing(on today: CivilDate) -> Standing {
        if isRevoked { return .revoked }
        if isReplaced { return .replaced }
        let day = today.description
        // Days are written so that they compare as texts.
        if let validUntil, validUntil < day { return .expired }
        if let validFrom, validFrom > day { return .notYet }
        return .valid
    }
}

extension CitizenDashboard {
    /// The documents of the public register that bear a number, the newest first: most often one.
    package static func register(
        numbered document: String, limit: Int = 5, in database: Database
    ) throws -> [MyDocumentRow] {
        try MyDocumentRow.rows(
            "is_listed AND document = ?", document, order: "position DESC", limit: limit,
            in: database)
    }

    /// What stands in the public register, the newest first, below a position of the log.
    package static func register(
        before: Position?, limit: Int, in database: Database
    ) throws -> [RegisterRow] {
        // SQLite counts to 2^63−1, a log less far.
        let end = Int(clamping: before ?? Position(Int.max))
        let documents = try MyDocumentRow.rows(
            "is_listed AND position < ?", end, order: "position DESC", limit: limit, in: database)
        var services: [String: String] = [:]
        for number in Set(documents.map(\.number)) {
            services[number] = try caseRow(number, in: database)?.course.service
        }
        return documents.map { RegisterRow(document: $0, service: services[$0.number]) }
    }
}
