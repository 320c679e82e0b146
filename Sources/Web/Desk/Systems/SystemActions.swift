internal import API
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What an administrator does about a connected system.
enum SystemActions {
    enum Act: String, CaseIterable {
        case test, pause, resume, park, replay, key

        var label: Wording {
            switch self {
            case .test: Wording(thai: "ส่งทดสอบ", english: "Send a test")
            case .pause: Wording(thai: "พักการส่ง", english: "Pause")
            case .resume: Wording(thai: "ส่งต่อ", english: "Resume")
            case .park: Wording(thai: "แยกชุดที่ไม่รับไว้", english: "Lay the batch aside")
            case .replay: Wording(thai: "ส่งชุดที่แยกไว้อีกครั้ง", english: "Send again what lies aside")
            case .key: Wording(thai: "ออกกุญแจใหม่", english: "Make a new key")
            }
        }

        fileprivate var done: Wording? {
            switch self {
            case .pause:
                Wording(thai: "พักการส่งแล้ว", english: "Nothing is sent until you resume it.")
            case .resume:
                Wording(
                    thai: "ส่งต่อแล้ว เริ่มจากที่ค้างไว้ตามลำดับ",
                    english: "It is sent on, in order, from where it was left.")
            case .park:
                Wording(
                    thai: "แยกไว้แล้ว ชุดถัดไปส่งต่อได้",
                    english: "The batch is laid aside; those behind it go on.")
            case .test, .replay, .key: nil
            }
        }
    }

    static func add(to routes: inout PageRoutes) {
        for act in Act.allCases {
            // A test waits for somebody else's machine.
            routes.post(
                "/desk/systems/{system}/\(act.rawValue)", .desk(.settings), lane: .slow
            ) { try perform(act, $0) }
        }
    }

    static func path(_ act: Act, _ code: String, _ visit: Visit) -> String {
        visit.deskPath("systems", code, act.rawValue)
    }

    static func note(_ visit: Visit) -> HTML? {
        guard let done = visit.request.query["done"].flatMap(Act.init(rawValue:))?.done else {
            return nil
        }
        return div(.class("note good"), .role("status")) { p { visit.language(done) } }
    }

    private static func perform(_ act: Act, _ visit: Visit) throws -> Answer {
        let standing = try visit.namedSystem()
        let systems = try visit.systems()
        switch act {
        case .key: return try newKey(standing, visit)
        case .test: return try test(standing, systems, visit)
        case .replay: return try replay(standing, systems, visit)
        case .pause, .resume, .park:
            // The page may be older than what became of the delivery.
            guard let receiver = standing.deliveries?.receiver else {
                throw HTTP.Refusal.notFound
            }
            let desk = try systems.webhooks()
            switch act {
            case .pause: try desk.pause(receiver)
            case .resume: try desk.resume(receiver)
            default: _ = try desk.park(receiver)
            }
            let page = SystemPage.path(of: standing.system.subscriber, visit)
            return .go("\(page)?done=\(act.rawValue)")
        }
    }

    private static func test(
        _ standing: SystemStanding, _ systems: ConnectedSystems, _ visit: Visit
    ) throws -> Answer {
        guard standing.system.address != nil else { throw HTTP.Refusal.notFound }
        let answer = try systems.test(standing.system)
        let told = Parts.note(answer.isTaken ? "good" : "bad") {
            p {
                answer.isTaken
                    ? visit.say("ปลายทางรับแล้ว ตอบว่า ", "The receiver took it and answered ")
                    : visit.say("ปลายทางไม่รับ: ", "It was not taken: ")
                element("code", [], .text(answer.words))
            }
        }
        return .page(try SystemPage.page(standing, visit, told: told))
    }

    private static func replay(
        _ standing: SystemStanding, _ systems: ConnectedSystems, _ visit: Visit
    ) throws -> Answer {
        let sent = try systems.replay(to: standing.system)
        let taken = sent.count { $0.outcome == .delivered }
        let told = Parts.note(taken == sent.count ? "good" : "bad") {
            p {
                visit.say(
                    "ส่งอีกครั้ง \(sent.count) ชุด ปลายทางรับ \(taken) ชุด",
                    "\(sent.count) batches were sent again, \(taken) were taken.")
            }
        }
        return .page(try SystemPage.page(try visit.namedSystem(), visit, told: told))
    }

    /// The name of a secret is the moment it was made: no two are the same.
    private static func newKey(_ standing: SystemStanding, _ visit: Visit) throws -> Answer {
        var system = standing.system
        system.secret = "k\(visit.now.milliseconds)"
        let outcome = visit.office.perform(
            Draft(
                .office(OfficeCommand(.subscriberSet(system))), by: try visit.deskActor(),
                at: visit.now))
        guard outcome.isAccepted else {
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(try SystemPage.page(standing, visit, issues))
        }
        return .page(SystemKeyPage.page(system, try visit.systems().secrets(of: system), visit))
    }
}
