package import Events

extension ServiceDefinition {
    /// What it is for, in the office's own words; else in those of its kind, for few people know
    /// how the law parts a grievance from a complaint.
    package var purpose: LocalText? { description ?? kind.purpose }
}

extension PetitionKind {
    /// What petitions of this kind are for; nil where each service is for something else.
    fileprivate var purpose: LocalText? {
        switch self {
        case .grievance:
            LocalText(
                "ท่านเดือดร้อนและขอให้หน่วยงานช่วยแก้ เช่น ไฟดับ ถนนชำรุด ขยะ น้ำท่วม เสียงดัง",
                english: "Something troubles you and the office should put it right: a light, "
                    + "a road, rubbish, floods, noise.")
        case .complaint:
            LocalText(
                "มีผู้ทำผิดหรือเจ้าหน้าที่ปฏิบัติไม่ถูกต้อง และขอให้ตรวจสอบ",
                english:
                    "Somebody did wrong, or an officer did, and the office should look into it.")
        case .suggestion:
            LocalText(
                "ความคิดเห็นเพื่อให้บริการหรือชุมชนดีขึ้น",
                english: "An idea how a service or the place could be better.")
        case .service: nil
        }
    }
}
