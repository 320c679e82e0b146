internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// What happened in a case, the latest first, as far as its petitioner sees it.
enum CaseTimeline {
    static func section(_ file: CaseFile, _ visit: Visit) -> HTML {
        Markup.section {
            h2 { visit.say("ประวัติการดำเนินการ", "What has happened") }
            ol(.class("timeline")) {
                for event in file.events.reversed() {
                    if case .petition(let fact) = event.event, fact.isForPetitioner {
                        li {
                            Parts.moment(event.occurredAt, visit)
                            strong { title(fact, of: file.petition.kind, visit) }
                            remark(fact, visit)
                            said(event, fact, visit)
                            attached(event, fact, file.petition.number, visit)
                        }
                    }
                }
            }
        }
    }

    static func title(
        _ fact: PetitionEvent, of kind: PetitionKind, _ visit: Visit
    ) -> String {
        switch fact {
        case .submitted: visit.say("ยื่นคำร้อง", "Petition filed")
        case .received: visit.say("เจ้าหน้าที่รับเรื่อง", "Taken in by the office")
        case .inProgress: visit.say("เริ่มดำเนินการ", "Work began")
        case .completed: visit.say("ดำเนินการสำเร็จ", "Completed")
        case .deemedApproved: visit.say("ถือว่าอนุมัติตามกฎหมาย", "Counts as approved by law")
        case .returned: visit.say("ขอให้แก้ไขหรือส่งเอกสารเพิ่ม", "Correction asked for")
        case .corrected: visit.say("ท่านส่งการแก้ไขแล้ว", "You sent your correction")
        case .correctionAccepted: visit.say("รับการแก้ไขแล้ว", "Correction accepted")
        case .rejected: visit.language(PublicStatus.rejected.label(of: kind))
        case .withdrawn: visit.say("ถอนคำร้อง", "Withdrawn")
        case .reopened: visit.say("เปิดเรื่องใหม่", "Reopened")
        case .answered: visit.say("ข้อความจากหน่วยงาน", "Message from the office")
        case .messaged: visit.say("ข้อความของท่าน", "Your message")
        case .attached: visit.say("ท่านส่งเอกสารเพิ่ม", "You added documents")
        case .rated: visit.say("ท่านประเมินความพึงพอใจ", "You rated the service")
        default: visit.language(type(of: fact.data).meaning)
        }
    }

    /// The files that the office sent with what it said: a photo of what was mended.
    private static func attached(
        _ event: RecordedEvent, _ fact: PetitionEvent, _ number: String, _ visit: Visit
    ) -> HTML? {
        guard !fact.isFromPetitioner,
            let files = try? visit.office.office.sections(Attachment.self, of: event),
            !files.isEmpty
        else { return nil }
        return ul {
            for (index, content) in files.enumerated() {
                if let attachment = content.content {
                    li {
                        a(
                            .href(
                                visit.path(
                                    "cases", number, "events", "\(event.position)", "\(index)"))
                        ) { attachment.name }
                    }
                }
            }
        }
    }

    /// What stands openly in the event.
    static func remark(_ fact: PetitionEvent, _ visit: Visit) -> HTML? {
        let text: String? =
            switch fact {
            case .deemedApproved(let data):
                visit.say(
                    "หน่วยงานไม่ได้แจ้งผลภายในกำหนด \(visit.moment(data.due))",
                    "The office had not decided by \(visit.moment(data.due))")
            case .appointmentSet(let data): visit.moment(data.at)
            case .erasureScheduled(let data):
                visit.say("ตั้งแต่ \(visit.day(data.on))", "from \(visit.day(data.on))")
            case .rated(let data): visit.say("\(data.score) คะแนน", "\(data.score) of 5")
            case .messaged(let data) where data.isByDigits:
                visit.say(
                    "ส่งโดยผู้ที่รู้เลขคำร้องกับเบอร์ 4 ตัวท้าย ยังไม่ยืนยันว่าเป็นท่าน "
                        + "หากท่านไม่ได้ส่ง โปรดแจ้งสำนักงาน",
                    "Sent by somebody who knew the number and four digits of the telephone: not "
                        + "shown to be you. If it was not you, tell the office.")
            case .rejected(let data):
                data.appeal.map { appeal in
                    visit.say(
                        "อุทธรณ์ได้ภายใน \(appeal.wording.thai)",
                        "You may object within \(appeal.wording.english)")
                }
            default: fact.remark(in: visit.settings).map { visit.language($0) }
            }
        guard let text, !text.isEmpty else { return nil }
        return p(.class("who")) { text }
    }

    /// What was written, opened for the petitioner, who may read it.
    static func said(
        _ event: RecordedEvent, _ fact: PetitionEvent, _ visit: Visit
    ) -> HTML {
        var html = HTML()
        func say(_ text: String?) {
            guard let text, !text.isEmpty else { return }
            html.append(
                div(.class(fact.isFromPetitioner ? "said" : "said office")) {
                    Parts.written(text, visit)
                })
        }
        let office = visit.office.office
        do {
            say(try office.section(Message.self, of: event)?.text)
            say(try office.section(CaseResult.self, of: event)?.text)
            if let reason = try office.section(Reason.self, of: event) {
                say(reason.text)
                say(reason.remedy)
            }
            if let defects = try office.section(Defects.self, of: event) {
                html.append(
                    ul { for item in defects.items { li { Parts.written(item.text, visit) } } })
            }
            if let appointment = try office.section(AppointmentDetails.self, of: event) {
                say(
                    [appointment.place, appointment.text].compactMap { $0 }.joined(separator: "\n"))
            }
        } catch {
            html.append(
                p(.class("soft")) {
                    visit.say("เปิดข้อความนี้ไม่ได้ในขณะนี้", "This text cannot be opened just now")
                })
        }
        return html
    }
}
