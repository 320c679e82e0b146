internal import Entries
package import Events

extension AccountRefusal {
    package var wording: Wording {
        switch self {
        case .absent: Wording(thai: "ไม่พบบัญชีนี้", english: "There is no such account")
        case .alreadyExists: Wording(thai: "มีบัญชีนี้แล้ว", english: "This account exists already")
        case .taken(let unique): unique.wording
        case .stale(let expected, let actual):
            Wording(
                thai: "บัญชีมีการเปลี่ยนแปลงหลังจากที่ท่านเปิดหน้านี้ (รุ่น \(expected) → \(actual)) "
                    + "ลองอีกครั้ง",
                english: "The account changed since you opened this page (version \(expected) → "
                    + "\(actual)). Try again")
        case .erased:
            Wording(
                thai: "ข้อมูลของบัญชีนี้ถูกลบแล้ว", english: "The data of this account was erased")
        case .wrongRole:
            Wording(
                thai: "หน้าที่ของท่านไม่มีสิทธิ์ทำขั้นตอนนี้",
                english: "Your role does not allow this step")
        case .notTheHolder:
            Wording(
                thai: "เฉพาะเจ้าของบัญชีเท่านั้นที่ทำขั้นตอนนี้ได้",
                english: "Only the holder of the account may do this")
        case .missing(let need): need.wording
        case .photosMissing(let needed):
            Wording(
                thai: "แนบภาพถ่ายยืนยันตัวตนให้ครบ \(needed) ภาพ",
                english: "Attach all \(needed) photos for the identity check")
        case .nothingToCheck:
            Wording(
                thai: "ยังไม่มีหลักฐานที่รอตรวจสอบ", english: "There is no evidence to be checked")
        case .alreadyVerified:
            Wording(thai: "ยืนยันตัวตนแล้ว", english: "The identity is verified already")
        case .numbersDiffer:
            Wording(
                thai: "เลขที่อ่านจากภาพไม่ตรงกับเลขที่ผู้ลงทะเบียนกรอก ตรวจภาพอีกครั้งหรือแจ้งไม่ผ่าน",
                english: "The number read from the photo is not the one that was entered. Look "
                    + "again or refuse")
        case .levelNotProven:
            Wording(
                thai: "วิธีนี้ยืนยันตัวตนในระดับที่เลือกไม่ได้",
                english: "This does not prove the identity at that level")
        case .providerShut(let provider):
            Wording(
                thai: "หน่วยงานไม่ได้เปิดการเข้าสู่ระบบด้วย \(provider.label.thai)",
                english: "Signing in with \(provider.label.english) is not open here")
        case .notLinked(let provider):
            Wording(
                thai: "บัญชีนี้ไม่ได้ผูกกับ \(provider.label.thai)",
                english: "The account is not linked with \(provider.label.english)")
        case .lastLogin:
            Wording(
                thai: "ตั้งรหัสผ่านก่อนยกเลิก เพราะเป็นทางเข้าสู่ระบบทางเดียว",
                english: "Set a password first: this is the only way in")
        case .noReset:
            Wording(
                thai: "ไม่มีคำขอตั้งรหัสผ่านใหม่ กด “ลืมรหัสผ่าน” อีกครั้ง",
                english: "No reset was asked for. Choose “forgotten password” again")
        case .resetExpired:
            Wording(
                thai: "หมดเวลาตั้งรหัสผ่านใหม่ กด “ลืมรหัสผ่าน” อีกครั้ง",
                english: "The time is over. Choose “forgotten password” again")
        case .termsNotCurrent(let current):
            Wording(
                thai: "อ่านและยอมรับข้อตกลงและเงื่อนไข รุ่น \(current)",
                english: "Read and accept version \(current) of the terms")
        case .noticeNotCurrent(let current):
            Wording(
                thai: "อ่านประกาศความเป็นส่วนตัว รุ่น \(current)",
                english: "Read version \(current) of the privacy notice")
        case .unknownPurpose(let purpose):
            Wording(
                thai: "ไม่มีวัตถุประสงค์ “\(purpose)” ให้ความยินยอม",
                english: "There is no purpose “\(purpose)” to consent to")
        case .notRequested: Wording(thai: "ไม่มีคำขอนี้", english: "Nobody asked for that")
        case .alreadyRequested:
            Wording(
                thai: "มีคำขอนี้อยู่แล้วและกำลังพิจารณา",
                english: "This was asked for already and is being dealt with")
        case .notBefore(let day):
            Wording(
                thai: "ขออีกครั้งได้ตั้งแต่วันที่ \(day.display())",
                english: "Ask again from \(day.display(in: .english))")
        case .alreadyApproved:
            Wording(thai: "อนุมัติให้ลบข้อมูลแล้ว", english: "The erasure was approved already")
        case .notApproved:
            Wording(
                thai: "ยังไม่มีการอนุมัติให้ลบข้อมูล", english: "The erasure is not approved yet")
        case .wrongKey:
            Wording(thai: "กุญแจไม่ใช่ของบัญชีนี้", english: "The key is not this account’s")
        case .nothingChanges:
            Wording(thai: "ไม่มีอะไรเปลี่ยนแปลง", english: "Nothing would change")
        }
    }
}

extension AccountRefusal.Unique {
    var wording: Wording {
        switch self {
        case .nationalID:
            Wording(
                thai: "เลขประจำตัวประชาชนนี้ลงทะเบียนแล้ว เข้าสู่ระบบหรือกด “ลืมรหัสผ่าน”",
                english: "This number is registered. Sign in, or choose “forgotten password”")
        case .passport:
            Wording(
                thai: "เลขหนังสือเดินทางนี้ลงทะเบียนแล้ว เข้าสู่ระบบหรือกด “ลืมรหัสผ่าน”",
                english: "This passport is registered. Sign in, or choose “forgotten password”")
        case .email:
            Wording(
                thai: "อีเมลนี้ใช้กับบัญชีอื่นแล้ว ใช้อีเมลอื่น",
                english: "This e-mail belongs to another account. Use another one")
        case .phone:
            Wording(
                thai: "เบอร์โทรศัพท์นี้ใช้กับบัญชีอื่นแล้ว ใช้เบอร์อื่น",
                english: "This telephone belongs to another account. Use another one")
        case .login:
            Wording(
                thai: "ช่องทางเข้าสู่ระบบนี้ผูกกับบัญชีอื่นแล้ว",
                english: "This login belongs to another account")
        }
    }
}

extension AccountRefusal.Need {
    var wording: Wording {
        switch self {
        case .key: Wording(thai: "ไม่มีกุญแจของบัญชี", english: "There is no key for the account")
        case .identity: Wording(thai: "กรอกข้อมูลประจำตัว", english: "Enter who you are")
        case .contact: Wording(thai: "กรอกข้อมูลติดต่อ", english: "Enter how to be reached")
        case .evidence:
            Wording(thai: "แนบภาพถ่ายยืนยันตัวตน", english: "Attach the photos for the check")
        case .login:
            Wording(
                thai: "เข้าสู่ระบบกับผู้ให้บริการก่อน", english: "Sign in with the provider first")
        case .attachment: Wording(thai: "แนบไฟล์", english: "Attach the file")
        case .reason: Wording(thai: "กรอกเหตุผล", english: "Enter the reason")
        case .rekeying:
            Wording(
                thai: "พิมพ์เลขประจำตัวประชาชนที่อ่านจากภาพ",
                english: "Type the number that you read from the photo")
        }
    }
}
