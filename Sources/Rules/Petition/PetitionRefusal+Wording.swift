internal import Entries
package import Events

extension PetitionRefusal {
    /// What the person reads: what is wrong and what to do, without blame.
    package var wording: Wording {
        switch self {
        case .absent:
            Wording(thai: "ไม่พบคำร้องนี้", english: "There is no such petition")
        case .alreadyExists:
            Wording(thai: "เลขคำร้องนี้มีอยู่แล้ว", english: "This number is already in use")
        case .stale(let expected, let actual):
            Wording(
                thai: "คำร้องมีการเปลี่ยนแปลงหลังจากที่ท่านเปิดหน้านี้ (รุ่น \(expected) → \(actual)) "
                    + "ตรวจดูสิ่งที่เปลี่ยนแล้วลองอีกครั้ง",
                english: "The case changed since you opened this page (version \(expected) → "
                    + "\(actual)). See what changed and try again")
        case .erased:
            Wording(
                thai: "ข้อมูลส่วนบุคคลของคำร้องนี้ถูกลบแล้ว จึงดำเนินการต่อไม่ได้",
                english: "The personal data of this case was erased, so nothing more can be done")
        case .notNow(_, let status):
            Wording(
                thai: "ทำขั้นตอนนี้ไม่ได้ขณะที่คำร้องอยู่ในสถานะ “\(status.label.thai)”",
                english: "This cannot be done while the case is “\(status.label.english)”")
        case .wrongRole:
            Wording(
                thai: "หน้าที่ของท่านไม่มีสิทธิ์ทำขั้นตอนนี้",
                english: "Your role does not allow this step")
        case .notThePetitioner:
            Wording(
                thai: "เฉพาะผู้ยื่นคำร้องเท่านั้นที่ทำขั้นตอนนี้ได้",
                english: "Only the petitioner may do this")
        case .withAnother(let officer):
            Wording(
                thai: "เรื่องนี้อยู่กับเจ้าหน้าที่ \(officer) หากจำเป็นให้รับช่วงต่อพร้อมเหตุผล",
                english: "The case is with \(officer). Take it over with a reason if you must")
        case .alreadyYours:
            Wording(thai: "เรื่องนี้เป็นของท่านอยู่แล้ว", english: "The case is yours already")
        case .withNobody:
            Wording(
                thai: "เรื่องนี้ยังไม่มีผู้รับผิดชอบ", english: "Nobody has taken this case yet")
        case .confidential:
            Wording(
                thai: "เรื่องนี้ปกปิด ส่งต่อหรือมอบหมายให้ผู้มีสิทธิ์ดำเนินการเท่านั้น",
                english:
                    "The case is confidential. You may only hand it to somebody who may read it")
        case .guarded(let guardKind):
            Wording(
                thai: "ยังทำขั้นตอนนี้ไม่ได้ ต้องเป็นไปตามเงื่อนไข: \(guardKind.label.thai)",
                english: "Not yet: this is needed first: \(guardKind.label.english)")
        case .missing(let need): need.wording
        case .missingDocument(let name):
            Wording(thai: "แนบ\(name.thai)", english: "Attach: \(name.english)")
        case .unknown(let thing, ""):
            Wording(
                thai: "เลือก\(thing.label.thai)", english: "Choose the \(thing.label.english)")
        case .unknown(let thing, let code):
            Wording(
                thai: "ไม่พบ\(thing.label.thai) “\(code)”",
                english: "There is no \(thing.label.english) “\(code)”")
        case .notOffered:
            Wording(
                thai: "หน่วยงานไม่ได้เปิดให้บริการนี้", english: "This service is not offered")
        case .notOpenYet(let date):
            Wording(
                thai: "บริการนี้จะเปิดวันที่ \(date.display())",
                english: "This service opens on \(date.display(in: .english))")
        case .modeNotOffered(let mode):
            Wording(
                thai: "บริการนี้ไม่รับคำร้องแบบ “\(mode.label.thai)”",
                english: "This service cannot be filed with a \(mode.label.english)")
        case .accountNeeded:
            Wording(
                thai: "บริการนี้ต้องลงทะเบียนและเข้าสู่ระบบก่อนยื่น",
                english: "Register and sign in to file this service")
        case .inPersonOnly:
            Wording(
                thai: "กฎหมายกำหนดให้มายื่นเรื่องนี้ด้วยตนเองที่สำนักงาน",
                english: "The law asks you to come to the office in person for this")
        case .identityTooLow(let needed):
            Wording(
                thai: "บริการนี้ต้องยืนยันตัวตนระดับ “\(needed.label.thai)” ก่อน",
                english: "Prove your identity first, at level “\(needed.label.english)”")
        case .termsNotAccepted(let current):
            Wording(
                thai: "อ่านและยอมรับข้อตกลงและเงื่อนไข รุ่น \(current) ก่อนยื่น",
                english: "Read and accept version \(current) of the terms before filing")
        case .enteredLate(let days):
            Wording(
                thai: "เรื่องเข้ามาก่อนวันที่บันทึกเกิน \(days) วัน ตรวจวันที่อีกครั้ง หากถูกต้อง กรอกเหตุที่บันทึกช้า",
                english: "It came more than \(days) days before it is entered. Check the day; if "
                    + "it is right, say why it is entered so late")
        case .returnedBefore:
            Wording(
                thai: "เรื่องนี้เคยส่งคืนให้แก้ไขแล้ว กฎหมายให้แจ้งรายการแก้ไขได้ครั้งเดียว "
                    + "เว้นแต่เกิดจากผู้ยื่นเอง",
                english: "The case was returned before. The law allows one list of defects, unless "
                    + "the petitioner caused another")
        case .notWaiting:
            Wording(
                thai: "เรื่องนี้ไม่ได้รอการแก้ไขจากผู้ยื่น",
                english: "The case does not wait for a correction")
        case .windowClosed(let until):
            Wording(
                thai: "พ้นกำหนดขอเปิดเรื่องใหม่แล้วเมื่อ \(until.local.date.display()) "
                    + "ยื่นเป็นคำร้องใหม่ได้",
                english: "It could be reopened until \(until.local.date.display(in: .english)). "
                    + "File a new petition instead")
        case .sameDepartment:
            Wording(
                thai: "เรื่องอยู่กับหน่วยงานนี้แล้ว เลือกหน่วยงานอื่น",
                english: "The case is with this department already. Choose another one")
        case .departmentNotAllowed:
            Wording(
                thai: "บริการนี้ส่งต่อไปยังหน่วยงานที่เลือกไม่ได้",
                english: "This service cannot be forwarded to that department")
        case .officerCannotAct(let officer):
            Wording(
                thai: "เจ้าหน้าที่ \(officer) ไม่มีหน้าที่รับเรื่องนี้ เลือกคนอื่น",
                english: "\(officer) cannot work on this case. Choose somebody else")
        case .officerElsewhere(let officer):
            Wording(
                thai: "\(officer) อยู่คนละหน่วยงานกับเรื่องนี้ ส่งต่อหน่วยงานภายในพร้อมเหตุผลแทน",
                english: "\(officer) works in another unit than the case’s. Forward the case "
                    + "there, with a reason, instead")
        case .otherKind(let kind):
            Wording(
                thai: "เป็น“\(kind.label.thai)” คนละชนิดกับเรื่องนี้ หากเป็นเรื่องเดียวกันจริง ให้ทำเครื่องหมายยืนยัน",
                english: "That is a \(kind.label.english), another kind of matter than this one. "
                    + "If they are the same all the same, tick that you mean it")
        case .mergedInto(let number):
            Wording(
                thai: "เรื่องนี้รวมกับคำร้อง \(number) แล้ว ดำเนินการที่คำร้องนั้น",
                english: "The case goes on as \(number). Act there")
        case .mergeIntoItself:
            Wording(
                thai: "รวมเรื่องกับตัวเองไม่ได้ เลือกคำร้องอื่น",
                english: "A case cannot be merged into itself. Choose another one")
        case .nothingChanges:
            Wording(thai: "ไม่มีอะไรเปลี่ยนแปลง", english: "Nothing would change")
        case .deadlinePassed(let due):
            Wording(
                thai: "พ้นกำหนดแล้วเมื่อ \(due.local.date.display()) ต้องขยายเวลาก่อนครบกำหนด",
                english: "The time ran out on \(due.local.date.display(in: .english)). It must be "
                    + "extended before that")
        case .notExtendable:
            Wording(thai: "กำหนดเวลานี้ขยายไม่ได้", english: "This deadline cannot be extended")
        case .extensionsUsedUp(let most):
            Wording(
                thai: "ขยายเวลาครบ \(most) ครั้งแล้ว",
                english: "It was extended \(most) times, which is all that is allowed")
        case .longerThanAllowed(let most):
            Wording(
                thai: "ขยายเวลาได้ครั้งละไม่เกิน \(most.wording.thai)",
                english: "It can be extended by \(most.wording.english) at a time, not more")
        case .clockStopped:
            Wording(thai: "กำหนดเวลานี้ไม่ได้เดินอยู่", english: "This clock is not running")
        case .tooEarly(let due):
            Wording(
                thai: "ยังไม่ถึงเวลา กำหนดคือ \(due.local.date.display())",
                english: "Not yet: the time is \(due.local.date.display(in: .english))")
        case .beforeImport(let joined):
            Wording(
                thai: "ครบกำหนดก่อนนำเรื่องเข้าระบบเมื่อ \(joined.local.date.display())",
                english: "It was due before the case was imported on "
                    + "\(joined.local.date.display(in: .english))")
        case .inThePast:
            Wording(
                thai: "เลือกวันและเวลาที่ยังมาไม่ถึง", english: "Choose a time that is yet to come")
        case .documentExists(let number):
            Wording(
                thai: "เอกสารเลขที่ \(number) มีอยู่แล้ว",
                english: "There is a document \(number) already")
        case .noLicenceHere:
            Wording(
                thai: "ออกใบอนุญาตได้เฉพาะคำขอรับบริการ เลือกเอกสารชนิดอื่น",
                english: "A licence is issued for an application only. Choose another kind")
        case .alreadyRevoked:
            Wording(thai: "เอกสารนี้ถูกเพิกถอนแล้ว", english: "This document was revoked already")
        case .amountNotPositive:
            Wording(thai: "กรอกจำนวนเงินที่มากกว่า 0", english: "Enter an amount above 0")
        case .scoreOutOfRange:
            Wording(thai: "ให้คะแนน 1 ถึง 5", english: "Give 1 to 5")
        case .notFinished:
            Wording(thai: "เรื่องนี้ยังไม่สิ้นสุด", english: "The case is not finished yet")
        case .alreadyRated:
            Wording(thai: "ท่านประเมินเรื่องนี้แล้ว", english: "You rated this case already")
        case .erasureNotApproved:
            Wording(
                thai: "ยังไม่มีการอนุมัติให้ลบข้อมูล", english: "The erasure is not approved yet")
        case .alreadyApproved:
            Wording(
                thai: "อนุมัติให้ลบข้อมูลแล้ว", english: "The erasure was approved already")
        case .stillKept:
            Wording(
                thai: "ยังไม่พ้นระยะเวลาเก็บรักษาข้อมูล หรือยังไม่ถึงวันลบที่ประกาศไว้",
                english: "The data is to be kept for longer, or its day has not come")
        case .onHold:
            Wording(
                thai: "การลบข้อมูลของเรื่องนี้ถูกระงับไว้", english: "The erasure is on hold")
        case .notOnHold:
            Wording(
                thai: "การลบข้อมูลของเรื่องนี้ไม่ได้ถูกระงับ", english: "The erasure is not on hold")
        case .alreadyThere(let step):
            Wording(
                thai: "ขั้นตอนที่ \(step) นำเข้าแล้ว", english: "Step \(step) was imported already")
        case .stepMissing(let expected):
            Wording(
                thai: "ต้องนำเข้าขั้นตอนที่ \(expected) ก่อน",
                english: "Step \(expected) must come first")
        }
    }
}

extension PetitionRefusal.Need {
    var wording: Wording {
        switch self {
        case .reason: Wording(thai: "กรอกเหตุผล", english: "Enter the reason")
        case .remedy:
            Wording(
                thai: "กรอกสิทธิ วิธี และระยะเวลาอุทธรณ์",
                english: "Enter how and until when one may appeal")
        case .notice:
            Wording(
                thai: "กรอกข้อความแจ้งผู้ยื่นว่าหน่วยงานใดรับผิดชอบ",
                english: "Enter the notice that tells the petitioner which agency is responsible")
        case .message: Wording(thai: "กรอกข้อความ", english: "Enter the message")
        case .note: Wording(thai: "กรอกบันทึก", english: "Enter the note")
        case .defects:
            Wording(
                thai: "กรอกรายการที่ต้องแก้ไขให้ครบในครั้งเดียว",
                english: "Enter everything that is to be put right, in one list")
        case .result: Wording(thai: "กรอกผลการดำเนินการ", english: "Enter what came of it")
        case .agency:
            Wording(
                thai: "เลือกหรือกรอกชื่อหน่วยงานที่รับผิดชอบ",
                english: "Name the agency that is responsible")
        case .petitioner: Wording(thai: "กรอกข้อมูลผู้ยื่น", english: "Enter who asks")
        case .text: Wording(thai: "กรอกรายละเอียดคำร้อง", english: "Enter what it is about")
        case .classification:
            Wording(
                thai: "เรื่องปกปิดต้องส่งประเภทเรื่องแบบปกปิด",
                english: "The category of a confidential case must come sealed")
        case .attachment: Wording(thai: "แนบไฟล์", english: "Attach the files")
        case .appointment:
            Wording(thai: "กรอกสถานที่นัดหมาย", english: "Enter where the appointment is")
        case .document: Wording(thai: "แนบเอกสารที่ออก", english: "Attach the issued document")
        case .number: Wording(thai: "ไม่มีเลขคำร้อง", english: "There is no number")
        case .key: Wording(thai: "ไม่มีกุญแจของเรื่อง", english: "There is no key for the case")
        case .channel:
            Wording(
                thai: "เลือกว่าผู้ยื่นแจ้งทางใด", english: "Choose how the petitioner asked for it")
        case .owner:
            Wording(
                thai: "ยืนยันก่อนว่าคำร้องนี้เป็นของท่าน",
                english: "Show first that the case is yours")
        }
    }
}

extension PetitionRefusal.Thing {
    var label: Wording {
        switch self {
        case .service: Wording(thai: "บริการ", english: "service")
        case .definition: Wording(thai: "ขั้นตอนบริการรุ่น", english: "definition")
        case .state: Wording(thai: "ขั้น", english: "state")
        case .action: Wording(thai: "การดำเนินการ", english: "action")
        case .category: Wording(thai: "ประเภทเรื่อง", english: "category")
        case .department: Wording(thai: "หน่วยงานภายใน", english: "department")
        case .officer: Wording(thai: "เจ้าหน้าที่", english: "officer")
        case .agency: Wording(thai: "หน่วยงานภายนอก", english: "agency")
        case .clock: Wording(thai: "กำหนดเวลา", english: "clock")
        case .outcome: Wording(thai: "ผลการดำเนินการ", english: "outcome")
        case .ground: Wording(thai: "เหตุแห่งคำสั่ง", english: "ground")
        case .document: Wording(thai: "เอกสาร", english: "document")
        case .field: Wording(thai: "ช่องข้อมูล", english: "field")
        case .fee: Wording(thai: "ค่าธรรมเนียม", english: "fee")
        case .appointment: Wording(thai: "นัดหมาย", english: "appointment")
        case .petition: Wording(thai: "คำร้อง", english: "petition")
        case .key: Wording(thai: "กุญแจ", english: "key")
        }
    }
}
