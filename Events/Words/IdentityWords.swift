/// How surely a person is known: identity assurance levels of the Thai standards.
package enum IdentityLevel: String, LabelledWord {
    case unproven = "none"
    case contact
    case ial11 = "1.1"
    case ial12 = "1.2"
    case ial13 = "1.3"
    case ial21 = "2.1"
    case ial22 = "2.2"
    case ial23 = "2.3"
    case ial3 = "3"

    package var label: Wording {
        switch self {
        case .unproven: Wording(thai: "ยังไม่ยืนยันตัวตน", english: "not proven")
        case .contact: Wording(thai: "ยืนยันช่องทางติดต่อแล้ว", english: "contact confirmed")
        case .ial11: Wording(thai: "IAL 1.1", english: "IAL 1.1")
        case .ial12: Wording(thai: "IAL 1.2", english: "IAL 1.2")
        case .ial13: Wording(thai: "IAL 1.3", english: "IAL 1.3")
        case .ial21: Wording(thai: "IAL 2.1", english: "IAL 2.1")
        case .ial22: Wording(thai: "IAL 2.2", english: "IAL 2.2")
        case .ial23: Wording(thai: "IAL 2.3", english: "IAL 2.3")
        case .ial3: Wording(thai: "IAL 3", english: "IAL 3")
        }
    }
}

/// How a person was identified.
package enum IdentityMethod: String, LabelledWord {
    case photo
    case card
    case registry
    case thaid
    case dga
    case line
    case password
    case otp
    case passport
    case acquaintance

    package var label: Wording {
        switch self {
        case .photo: Wording(thai: "ตรวจจากภาพถ่ายบัตร", english: "photo of the card")
        case .card: Wording(thai: "ตรวจบัตรต่อหน้า", english: "card shown in person")
        case .registry: Wording(thai: "ตรวจกับฐานข้อมูลทะเบียนราษฎร", english: "central registry")
        case .thaid: Wording(thai: "ThaiD", english: "ThaiD")
        case .dga: Wording(thai: "DGA Digital ID", english: "DGA Digital ID")
        case .line: Wording(thai: "LINE", english: "LINE")
        case .password: Wording(thai: "รหัสผ่าน", english: "password")
        case .otp: Wording(thai: "รหัสใช้ครั้งเดียว", english: "one-time code")
        case .passport: Wording(thai: "หนังสือเดินทาง", english: "passport")
        case .acquaintance:
            Wording(
                thai: "เจ้าหน้าที่หรือผู้นำชุมชนรับรอง",
                english: "vouched for by an officer or community leader")
        }
    }
}

/// Who vouches for a login.
package enum LoginProvider: String, LabelledWord {
    case thaid
    case dga
    case line

    package var label: Wording {
        switch self {
        case .thaid: Wording(thai: "ThaiD", english: "ThaiD")
        case .dga: Wording(thai: "DGA Digital ID", english: "DGA Digital ID")
        case .line: Wording(thai: "LINE", english: "LINE")
        }
    }
}

/// A way to reach a person.
package enum ContactKind: String, LabelledWord {
    case email
    case phone
    case line
    case address

    package var label: Wording {
        switch self {
        case .email: Wording(thai: "อีเมล", english: "e-mail")
        case .phone: Wording(thai: "โทรศัพท์", english: "telephone")
        case .line: Wording(thai: "LINE", english: "LINE")
        case .address: Wording(thai: "ที่อยู่", english: "address")
        }
    }
}

/// How a forgotten password is set anew.
package enum ResetManner: String, LabelledWord {
    case code
    case link
    case counter
    case recovery

    package var label: Wording {
        switch self {
        case .code: Wording(thai: "รหัสใช้ครั้งเดียวทางอีเมล", english: "one-time code by e-mail")
        case .link: Wording(thai: "ลิงก์ทางอีเมล", english: "link by e-mail")
        case .counter: Wording(thai: "ที่สำนักงาน", english: "at the office")
        case .recovery: Wording(thai: "กู้คืนด้วยข้อมูลติดต่อที่ยืนยันแล้ว", english: "by a confirmed contact")
        }
    }
}

/// Why an identity check was refused, in the words that the person reads.
package enum IdentityGround: String, LabelledWord {
    case unreadable
    case numberDiffers = "number-differs"
    case nameDiffers = "name-differs"
    case expired
    case wrongDocument = "wrong-document"
    case anotherPerson = "another-person"

    package var label: Wording {
        switch self {
        case .unreadable:
            Wording(
                thai: "ภาพไม่ชัด อ่านข้อมูลบนบัตรไม่ได้",
                english: "The photo is not clear enough to read the card.")
        case .numberDiffers:
            Wording(
                thai: "เลขบนบัตรไม่ตรงกับเลขที่ลงทะเบียน",
                english: "The number on the card is not the one that was registered.")
        case .nameDiffers:
            Wording(
                thai: "ชื่อบนบัตรไม่ตรงกับชื่อที่ลงทะเบียน",
                english: "The name on the card is not the one that was registered.")
        case .expired: Wording(thai: "บัตรหมดอายุ", english: "The card has expired.")
        case .wrongDocument:
            Wording(
                thai: "ภาพไม่ใช่บัตรหรือเอกสารที่ขอ",
                english: "The photo does not show the card or paper that is asked for.")
        case .anotherPerson:
            Wording(
                thai: "บุคคลในภาพไม่ใช่เจ้าของบัตร",
                english: "The person in the photo is not the holder of the card.")
        }
    }
}

/// Why sessions were ended.
package enum SessionEnd: String, LabelledWord {
    case signedOut = "signed-out"
    case passwordChanged = "password-changed"
    case officer
    case erased
    case dismissed

    package var label: Wording {
        switch self {
        case .signedOut: Wording(thai: "ออกจากระบบทุกอุปกรณ์", english: "signed out everywhere")
        case .passwordChanged: Wording(thai: "เปลี่ยนรหัสผ่าน", english: "password changed")
        case .officer: Wording(thai: "เจ้าหน้าที่สั่ง", english: "ended by an officer")
        case .erased: Wording(thai: "ลบข้อมูลแล้ว", english: "person erased")
        case .dismissed: Wording(thai: "พ้นหน้าที่", english: "officer dismissed")
        }
    }
}

/// How a request for one’s own data was answered.
package enum AccessAnswer: String, LabelledWord {
    case granted
    case partial
    case refused

    package var label: Wording {
        switch self {
        case .granted: Wording(thai: "ให้ข้อมูลครบ", english: "granted")
        case .partial: Wording(thai: "ให้ข้อมูลบางส่วน", english: "granted in part")
        case .refused: Wording(thai: "ปฏิเสธ", english: "refused")
        }
    }
}
