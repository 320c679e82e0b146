internal import Entries
internal import Events
internal import Rules
internal import Simulation
internal import Workflow

/// One petition on its way through its five events: filed, taken in, begun, answered or noted,
/// completed.
struct Case: Sendable {
    static let steps = 5

    /// Counted from 0 within a run.
    let petition: Int
    private(set) var step = 0
    private(set) var number: String?
    private var version = 0

    init(petition: Int) { self.petition = petition }

    var isDone: Bool { step == Self.steps }

    mutating func took(_ receipt: Receipt) {
        step += 1
        version = receipt.version
        number = StreamName(subject: receipt.stream)?.name
    }

    /// The command that is next.
    ///
    /// - Parameter isKeyed: whether it carries an idempotency key, as what a person sends does.
    func draft(at now: Instant, isKeyed: Bool) -> Draft {
        var draft = Draft(.petition(number: number, command), by: actor, at: now)
        draft.sections = sections
        if isKeyed { draft.idempotencyKey = "bench-\(petition)-\(step)" }
        if step > 0 { draft.expectedVersion = version }
        return draft
    }

    private var isComplaint: Bool { petition % 2 == 1 }

    private var command: PetitionCommand {
        switch step {
        case 0: .submit(filing)
        case 1: .receive(.init(action: nil))
        case 2: .start(.init(action: nil))
        case 3: isComplaint ? .answer(.init(channel: .email)) : .note(.init())
        default: .complete(.init(outcome: isComplaint ? "solved" : "granted"))
        }
    }

    private var filing: PetitionCommand.Submit {
        var filing = PetitionCommand.Submit(service: isComplaint ? "complaint" : "general-request")
        filing.terms = 1
        filing.notice = 1
        filing.moo = petition % 11 + 1
        if isComplaint { filing.category = Self.categories[petition / 2 % Self.categories.count] }
        return filing
    }

    private var actor: Actor {
        if step == 0 { return .citizen("c-\(String(0x5EED_0000_0000 + petition, radix: 16))") }
        let officer = BenchOffice.officers[petition % BenchOffice.officers.count]
        return .officer(officer, .receiver, .handler)
    }

    private var sections: [PlainSection] {
        let subject = Subject.all[petition % Subject.all.count]
        switch step {
        case 0:
            return [
                PlainSection(petitioner),
                PlainSection(
                    PetitionText(subject: subject.subjects[0], details: subject.details[0])),
            ]
        case 3:
            return isComplaint
                ? [PlainSection(Message(text: Self.answer))] : [PlainSection(Note(text: Self.note))]
        case 4: return [PlainSection(CaseResult(text: Self.result))]
        default: return []
        }
    }

    private var petitioner: Petitioner {
        let citizen = Self.cast.citizens[petition % Self.cast.citizens.count]
        return Petitioner(
            title: citizen.title, givenName: citizen.givenName, familyName: citizen.familyName,
            nationalID: Self.numbers[petition % Self.numbers.count],
            phone: "+66\(citizen.phone.dropFirst())",
            email: citizen.email,
            address: Address(house: citizen.house, moo: "\(citizen.moo)"))
    }

    private static let cast: Cast = {
        var dice = Dice(seed: 1)
        return Cast(count: 500, dice: &dice)
    }()
    /// Well-formed, and nobody's: there is no province 99.
    private static let numbers = [
        "1999900001010", "1999900002024", "3999900003035", "6999900006063", "7999900004042",
        "8999900005055",
    ]
    private static let categories = [
        "road", "street-light", "drain", "flood", "waste", "noise", "smell", "tree",
    ]
    private static let answer = "เจ้าหน้าที่ได้ตรวจสอบพื้นที่แล้ว จะดำเนินการแก้ไขภายในสัปดาห์นี้"
    private static let note = "โทรสอบถามผู้ยื่นแล้ว เอกสารครบถ้วน"
    private static let result = "ดำเนินการแก้ไขเรียบร้อยแล้ว"
}
