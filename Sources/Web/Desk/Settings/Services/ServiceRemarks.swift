internal import Events
internal import Markup
internal import Rules

/// What a service publishes otherwise than it works, for whoever can mend one of the two.
enum ServiceRemarks {
    static func section(_ definition: ServiceDefinition, _ visit: Visit) -> HTML? {
        let remarks = definition.publicationRemarks
        return remarks.isEmpty ? nil : note(remarks.map(\.wording), visit)
    }

    static func note(_ remarks: [Wording], _ visit: Visit) -> HTML {
        Parts.note("warn") {
            p {
                strong {
                    visit.say(
                        "เวลาที่ประกาศกับกำหนดเวลาที่ใช้จริงไม่ตรงกัน",
                        "The published times and the clocks do not say the same")
                }
            }
            ul { for remark in remarks { li { visit.language(remark) } } }
            p(.class("small")) {
                visit.say(
                    "กฎหมายให้ดำเนินการให้เสร็จภายในเวลาที่ประกาศไว้ในคู่มือ แก้เวลาที่สัญญา "
                        + "(ข้อมูลทั่วไป) หรือกำหนดเวลา ให้ตรงกัน บันทึกไว้ก่อนได้",
                    "The law has the office finish within the time of its public manual. Change "
                        + "the promised times (General) or the clocks. It may be recorded as it is."
                )
            }
        }
    }
}
