internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// Terms, the privacy notice and the help: texts that the office or we have written.
enum TextPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/terms") { visit in
            text(
                visit.say("ข้อตกลงและเงื่อนไขการให้บริการ", "Terms of service"),
                visit.settings.terms, visit)
        }
        routes.page("/privacy") { visit in
            text(visit.say("ประกาศความเป็นส่วนตัว", "Privacy notice"), visit.settings.notices, visit)
        }
        routes.page("/help") { contents($0) }
        routes.page("/help/{page}") { visit in
            let topic = try visit.request.parameter("page", HelpTopic.init(rawValue:))
            return help(topic, visit)
        }
    }

    /// The version that holds; its number is what an acceptance names.
    private static func text(_ title: String, _ versions: [LocalText], _ visit: Visit) -> Page {
        var page = Page(title) {
            h1 { title }
            if let newest = versions.last {
                for paragraph in visit.language(newest).split(separator: "\n") {
                    p { String(paragraph) }
                }
                p(.class("soft small")) { visit.say("ฉบับที่ ", "Version ") + "\(versions.count)" }
            } else {
                p { visit.say("หน่วยงานยังไม่ได้ประกาศ", "The office has not published one.") }
            }
        }
        page.back = visit.path()
        return page
    }

    private static func contents(_ visit: Visit) -> Page {
        let title = visit.say("วิธีการใช้งาน", "Help")
        var page = Page(title) {
            h1 { title }
            ul(.class("cards")) {
                for topic in HelpTopic.allCases {
                    li(.class("card lift")) {
                        h2 {
                            a(.href(visit.path("help", topic.rawValue))) {
                                visit.language(topic.title)
                            }
                        }
                    }
                }
            }
            contact(visit)
            EntryCode.figure(visit)
        }
        page.back = visit.path()
        page.isNarrow = false
        return page
    }

    private static func help(_ topic: HelpTopic, _ visit: Visit) -> Page {
        var page = Page(visit.language(topic.title)) {
            h1 { visit.language(topic.title) }
            ol {
                for step in topic.steps { li { visit.language(step) } }
            }
            contact(visit)
        }
        page.back = visit.path("help")
        return page
    }

    private static func contact(_ visit: Visit) -> HTML? {
        guard let phone = visit.settings.office?.phone else { return nil }
        return Parts.note {
            p {
                visit.say("ติดขัดตรงไหน โทรหาเราได้ที่ ", "Stuck? Call us: ")
                a(.href("tel:\(phone.filter { $0.isNumber || $0 == "+" })")) { phone }
            }
        }
    }
}

/// What the help explains, step by step.
enum HelpTopic: String, CaseIterable {
    case registering
    case filing
    case following
    case guests
    case password

    var title: Wording {
        switch self {
        case .registering: Wording(thai: "คู่มือการลงทะเบียน", english: "How to register")
        case .filing: Wording(thai: "ขั้นตอนการยื่นบริการ", english: "How to file")
        case .following: Wording(thai: "การติดตามคำร้อง", english: "How to follow a case")
        case .guests: Wording(thai: "ยื่นเรื่องโดยไม่ลงทะเบียน", english: "Filing without an account")
        case .password: Wording(thai: "ลืมรหัสผ่าน", english: "A forgotten password")
        }
    }

    var steps: [Wording] {
        switch self {
        case .registering: Self.registeringSteps
        case .filing: Self.filingSteps
        case .following: Self.followingSteps
        case .guests: Self.guestSteps
        case .password: Self.passwordSteps
        }
    }

    private static let registeringSteps = [
        Wording(
            thai: "กด “ลงทะเบียน” อ่านข้อตกลง แล้วทำเครื่องหมายยอมรับ",
            english: "Press “Register”, read the terms and accept them."),
        Wording(
            thai: "กรอกชื่อ เลขประจำตัวประชาชน เบอร์โทรศัพท์ และตั้งรหัสผ่าน",
            english: "Enter your name, national ID number and phone, and choose a password."),
        Wording(
            thai: "ถ่ายภาพตามที่หน่วยงานขอ ระบบขีดคร่อมภาพให้เองและเก็บเฉพาะภาพที่ขีดคร่อมแล้ว",
            english: "Take the photos that the office asks for. They are crossed on saving, and "
                + "only the crossed copies are kept."),
        Wording(
            thai: "ใช้งานได้ทันที เจ้าหน้าที่จะตรวจสอบตัวตนในเวลาราชการ",
            english: "You can go on at once; an officer checks your identity in office hours."),
    ]

    private static let filingSteps = [
        Wording(
            thai: "เลือกบริการหรือประเภทเรื่องจากเมนู", english: "Choose a service from the menu."),
        Wording(
            thai: "เลือกกรอกแบบฟอร์มออนไลน์ หรือพิมพ์แบบฟอร์มไปกรอกแล้วอัปโหลด",
            english: "Fill in the form online, or print it, fill it in and upload it."),
        Wording(
            thai: "แนบเอกสารหรือภาพถ่าย ถ้ามี", english: "Attach documents or photos, if any."),
        Wording(
            thai: "ตรวจคำตอบ แก้ไขได้ทีละส่วน แล้วกด “ส่งเรื่อง”",
            english: "Check your answers, change what is wrong, and send it."),
        Wording(
            thai: "จดเลขคำร้อง หรือบันทึกใบรับคำร้องเป็น PDF",
            english: "Note the number, or save the slip as PDF."),
    ]

    private static let followingSteps = [
        Wording(
            thai: "เข้าสู่ระบบแล้วเปิด “คำร้องของฉัน”", english: "Log in and open “My cases”."),
        Wording(
            thai: "ดูสถานะ ขั้นต่อไป และกำหนดเวลา ข้อความจากเจ้าหน้าที่อยู่ในเรื่องเดียวกัน",
            english: "See where it stands, what comes next and by when. Messages of the office "
                + "stand in the same place."),
        Wording(
            thai: "ถ้าเจ้าหน้าที่ขอให้แก้ไข แก้ตามรายการแล้วส่งกลับ ระหว่างนั้นเวลาหยุดนับ",
            english: "If something must be corrected, correct it and send it back; the clock "
                + "stands still meanwhile."),
    ]

    private static let guestSteps = [
        Wording(
            thai: "ยื่นเรื่องได้โดยไม่ต้องลงทะเบียน ถ้าบริการนั้นเปิดไว้",
            english: "Some services can be used without an account."),
        Wording(
            thai: "เก็บเลขคำร้องกับเบอร์โทรศัพท์ 4 ตัวท้าย หรือรหัสกับรหัสผ่านที่หน้าจอแสดง",
            english: "Keep the number and the last four digits of your phone, or the code and "
                + "password that the page shows."),
        Wording(
            thai: "เปิด “ตรวจสอบผลดำเนินการ” แล้วกรอกสองอย่างนั้น",
            english: "Open “Follow a case” and enter the two."),
        Wording(
            thai: "เบอร์โทรศัพท์ 4 ตัวท้ายแสดงสถานะ ขั้นต่อไป และกำหนดเวลา แต่ไม่แสดงข้อความ เอกสาร "
                + "และรายการที่ขอแก้ไข เพราะคนอื่นอาจรู้เบอร์ของท่าน",
            english: "Four digits of the phone show how it stands, what comes next and by when. "
                + "They show no texts, no papers and not what must be corrected: others may know "
                + "your number."),
        Wording(
            thai: "กด “อ่านข้อความและเอกสารด้วยรหัสที่ส่งให้” ในหน้านั้น แล้วกรอกรหัสที่ส่งไปยังอีเมลหรือเบอร์ที่แจ้งไว้ "
                + "จึงเห็นทั้งเรื่อง รหัสกับรหัสผ่านเปิดทั้งเรื่องได้ทันที",
            english: "Press “Read texts and papers by a code sent to you” there, and enter the "
                + "code that comes to the address or phone you gave: then you see the whole case. "
                + "A code with its password opens all of it at once."),
    ]

    private static let passwordSteps = [
        Wording(
            thai: "กด “ลืมรหัสผ่าน” ที่หน้าเข้าสู่ระบบ",
            english: "Press “Forgotten password” on the login page."),
        Wording(
            thai: "กรอกรหัสที่ได้รับทางอีเมลในหน้าเว็บนี้ภายในเวลาที่แสดง",
            english: "Enter here the code that came by e-mail, within the time shown."),
        Wording(
            thai: "ตั้งรหัสผ่านใหม่ แล้วเข้าสู่ระบบ", english: "Choose a new password and log in."),
        Wording(
            thai: "เราไม่ส่งลิงก์ทาง SMS หรืออีเมล ข้อความที่มีลิงก์ไม่ใช่ของเรา",
            english: "We never send links by SMS or e-mail. A message with a link is not ours."),
    ]
}
