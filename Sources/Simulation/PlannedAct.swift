package import Entries

/// Something that somebody will do at its time.
package struct PlannedAct: Equatable, Sendable {
    package let time: Instant
    package let deed: Deed
}

/// What is done, and in which case or account of the plan, both numbered from 0.
package enum Deed: Hashable, Sendable {
    case petition(Int, Act)
    case account(Int, AccountAct)
}

/// What is done in one case.
package enum Act: Hashable, Sendable {
    case file
    /// A receiving officer takes it in and hands it to a department's officer.
    case receive, assign
    /// An officer of the department takes it.
    case claim, receiveAsOwner
    case start
    /// Asks the citizen for what is missing.
    case askCorrection
    case correct, acceptCorrection
    case forward(department: Int)
    /// Another agency has to answer before the work goes on, or to do it in the office's place.
    case waitForAgency, resume, refer
    /// The same trouble as in another case, which goes on for both; and that this was a mistake.
    case merge(into: Int)
    case unmerge
    /// The house notices that a clock ran out; an officer puts its end off, or says why it is late.
    case missDeadline(clock: String)
    case extend(clock: String)
    case noticeDelay(clock: String)
    case note, answer, message, viewPetitioner
    case pay, issueLicence
    case complete, rejectUncorrected, reject, withdraw, reopen
    /// 1 to 5.
    case rate(Int)
    case tellFiled, tellResult
}

/// What is done with one citizen's account.
package enum AccountAct: Hashable, Sendable {
    case register
    /// The identity desk opens the photos.
    case view
    case verify, refuse
    /// The citizen sends photos again.
    case resend
}

/// What a simulated citizen files.
package struct Filing: Equatable, Sendable {
    /// Indexes into `Cast.citizens` and `Subject.all`.
    package let citizen: Int, subject: Int
    package let title: String, details: String
    package let way: Way
    package let moo: Int
    package let sender: Sender
    /// Which of the officers of a department, and which of several words: any number.
    package let draw: Int
    package let photos: Int

    /// How it reaches the office.
    package enum Way: CaseIterable, Sendable {
        case web, line, counter, phone, letter

        /// Whether an officer enters it for the citizen.
        package var isByOfficer: Bool { self != .web && self != .line }
    }

    /// Who sends it, as the office knows the person then.
    package enum Sender: Sendable { case verifiedAccount, account, guest, officer }
}
