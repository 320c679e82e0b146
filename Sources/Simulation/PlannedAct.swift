package import Entries

/// Something that somebody will do about a simulated petition.
package enum Act: Equatable, Sendable {
    case file(Filing)
    case receive, start
    /// Asks the citizen for what is missing.
    case askCorrection
    case correct
    case forward(department: Int)
    case note, answer, message
    case complete, reject, withdraw, reopen
    /// 1 to 5.
    case rate(Int)
}

/// What a simulated citizen files.
package struct Filing: Equatable, Sendable {
    /// Indexes into `Cast.citizens` and `Subject.all`.
    package let citizen: Int, subject: Int
    package let title: String, details: String
    package let way: Way
    package let moo: Int

    /// How it reaches the office.
    package enum Way: CaseIterable, Sendable { case web, line, counter, phone, letter }
}

/// An act at its time, by an officer's number within the department or by the citizen.
package struct PlannedAct: Equatable, Sendable {
    package let time: Instant
    /// The petition's number in the plan, from 0.
    package let petition: Int
    package let act: Act
}
