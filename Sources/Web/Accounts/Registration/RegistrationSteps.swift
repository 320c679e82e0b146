internal import Markup
internal import Rules

/// Where somebody is in the registration.
enum RegistrationSteps {
    /// Terms and details.
    static func count(_ settings: OfficeSettings) -> Int { 2 }

    static func caption(_ step: Int, _ visit: Visit) -> HTML {
        let count = count(visit.settings)
        return span(.class("caption")) {
            visit.say("ลงทะเบียน ขั้นที่ \(step) จาก \(count)", "Register, step \(step) of \(count)")
        }
    }
}
