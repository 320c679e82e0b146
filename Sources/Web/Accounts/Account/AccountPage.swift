internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// One's own account: how far the identity is checked, and the way to everything else.
enum AccountPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account", .citizen) { try page($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let mine = try visit.mine()
        var page = Page(visit.say("บัญชีของฉัน", "My account")) {
            Done.note(visit)
            if let picture = PicturePage.html(mine, visit) { picture }
            h1 {
                if let name = Holder.name(mine.person, visit.language) {
                    Parts.written(name, visit)
                } else {
                    visit.say("บัญชีของฉัน", "My account")
                }
            }
            p {
                if let number = Holder.maskedNumber(mine.person) {
                    number
                    br()
                }
                IdentityBadge.html(mine.person.account.check, visit.language)
            }
            IdentityBadge.advice(mine.person.account.check, visit)
            ul(.class("cards")) {
                for door in doors(visit) {
                    li(.class("card lift")) {
                        h2 { a(.href(door.target)) { door.title } }
                        p { door.text }
                    }
                }
            }
        }
        page.isNarrow = false
        return page
    }

    private static func doors(_ visit: Visit) -> [(target: String, title: String, text: String)] {
        [
            (
                visit.path("cases"), visit.say("คำร้องของฉัน", "My cases"),
                visit.say("ดูสถานะและสิ่งที่ต้องทำต่อ", "Where they stand and what comes next")
            ),
            (
                visit.path("documents"), visit.say("ใบเสร็จและใบอนุญาต", "Receipts and licences"),
                visit.say("เปิดดู ดาวน์โหลด แสดงต่อเจ้าหน้าที่", "View, download, show to an inspector")
            ),
            (
                visit.path("account", "profile"), visit.say("ข้อมูลของฉัน", "My details"),
                visit.say("ชื่อ ที่อยู่ ช่องทางติดต่อ", "Name, address, how to reach you")
            ),
            (
                visit.path("account", "identity"), visit.say("ยืนยันตัวตน", "Prove who I am"),
                visit.say("ภาพถ่ายบัตรและผลการตรวจสอบ", "Photos of the card and what came of them")
            ),
            (
                visit.path("account", "picture"), visit.say("รูปประจำตัว", "Profile picture"),
                visit.say("เพิ่ม เปลี่ยน หรือลบ", "Add, change or remove it")
            ),
            (
                visit.path("account", "password"), visit.say("เปลี่ยนรหัสผ่าน", "Change the password"),
                visit.say("ใช้รหัสผ่านที่ไม่ใช้ที่อื่น", "Use one that you use nowhere else")
            ),
            (
                visit.path("account", "logins"), visit.say("ช่องทางเข้าสู่ระบบ", "Ways to log in"),
                visit.say("ผูกหรือยกเลิก ThaiD LINE และอื่น ๆ", "Link or unlink ThaiD, LINE and others")
            ),
            (
                visit.path("account", "sessions"),
                visit.say("อุปกรณ์ที่เข้าสู่ระบบ", "Where I am logged in"),
                visit.say("ดูและสั่งออกจากระบบ", "See them and log them out")
            ),
            (
                visit.path("account", "viewings"),
                visit.say("ใครเปิดดูข้อมูลของฉัน", "Who saw my data"),
                visit.say("ทุกครั้งที่เจ้าหน้าที่เปิดดู", "Each time that an officer looked")
            ),
            (
                visit.path("account", "data"), visit.say("สำเนาข้อมูลของฉัน", "A copy of my data"),
                visit.say("ดู ดาวน์โหลด ขอแก้ไข ขอให้ลบ", "See, download, correct, erase")
            ),
        ]
    }
}
