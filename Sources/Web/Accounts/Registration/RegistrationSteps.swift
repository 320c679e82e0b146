internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Where somebody is in the registration.
enum RegistrationSteps {
    /// Terms, details, and the photos where the office asks for any.
    static func count(_ settings: OfficeSettings) -> Int { settings.photos.isEmpty ? 2 : 3 }

    static func caption(_ step: Int, _ visit: Visit) -> HTML {
        let count = count(visit.settings)
        return span(.class("caption")) {
            visit.say("ลงทะเบียน ขั้นที่ \(step) จาก \(count)", "Register, step \(step) of \(count)")
        }
    }

    /// Where what was typed is meanwhile.
    static func kept(_ visit: Visit) -> HTML {
        p(.class("soft small")) {
            visit.say(
                "ข้อมูลที่กรอกเก็บไว้แล้วและเข้ารหัส ปิดหน้านี้แล้วกด “ลงทะเบียน” ในเครื่องนี้อีกครั้งเพื่อทำต่อได้ "
                    + "ภายใน \(RegistrationVisit.keptHours) ชั่วโมง",
                "What you entered is kept, encrypted. If this page closes, press “Register” on this "
                    + "device again within \(RegistrationVisit.keptHours) hours to go on.")
        }
    }

    /// A step, or where somebody is led who has no business there: whoever is logged in, whoever
    /// has not agreed, and whoever sent the last step twice.
    static func step(
        _ visit: Visit, _ body: (RegistrationVisit) throws -> Answer
    ) throws -> Answer {
        if visit.session != nil { return .go(visit.path("account")) }
        guard let registration = try RegistrationVisit(visit) else {
            guard visit.request.method == .post,
                let account = visit.memory.registered.find(visit.visitor, at: visit.now)
            else { return .go(visit.path("register")) }
            return .response(try visit.begin(account, thenTo: visit.path("account")))
        }
        guard registration.isAgreed else { return .go(visit.path("register")) }
        return try body(registration)
    }
}
