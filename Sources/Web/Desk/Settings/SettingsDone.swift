internal import HTTP
internal import Markup

/// That a change was recorded, said on the page that it led to.
enum SettingsDone {
    static func path(_ page: String) -> String { "\(page)?done=yes" }

    static func note(_ visit: Visit) -> HTML? {
        guard visit.request.query["done"] == "yes" else { return nil }
        return div(.class("note good"), .role("status")) {
            p {
                visit.say(
                    "บันทึกการตั้งค่าแล้ว มีผลทันที", "The settings are recorded and hold from now on.")
            }
        }
    }
}
