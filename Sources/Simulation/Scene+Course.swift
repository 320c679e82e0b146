internal import Entries
internal import Events
internal import Rules
internal import Workflow

extension Scene {
    /// Whose the case becomes.
    func route(_ act: Act, _ progress: inout CaseDrafts.Progress) -> Draft {
        let handler = staff.handler(of: progress.department, filing.draw)
        switch act {
        case .receive:
            let receiver = staff.receiver(filing.draw / 7)
            progress.owner = receiver.id
            return draft(.receive(.init()), progress, by: receiver)
        case .assign:
            let from = owner(progress)
            progress.owner = handler.id
            return draft(.assign(.init(officer: handler.id)), progress, by: from)
        case .forward(let number):
            let from = owner(progress)
            let others = Staff.departments.map(\.code).filter { $0 != progress.department }
            progress.department = others[number % others.count]
            progress.owner = nil
            return draft(.forward(.init(to: progress.department)), progress, by: from)
        case .receiveAsOwner: return draft(.receive(.init()), progress, by: handler)
        default:
            progress.owner = handler.id
            return draft(.claim, progress, by: handler)
        }
    }

    /// The steps of the course that say little.
    func move(_ act: Act, _ progress: CaseDrafts.Progress) -> Draft {
        let officer = owner(progress)
        let citizen = petitioner(progress)
        switch act {
        case .askCorrection:
            let defects = Defects(items: [Defect(text: "ขอภาพถ่ายจุดเกิดเหตุและแผนที่โดยสังเขป")])
            return draft(
                .askCorrection(.init(items: 1)), progress, by: officer, [PlainSection(defects)])
        case .correct:
            let text = PetitionText(
                subject: filing.title, details: filing.details + " (ส่งข้อมูลเพิ่มเติมแล้ว)")
            return draft(.correct(.init()), progress, by: citizen, [PlainSection(text)])
        case .acceptCorrection: return draft(.acceptCorrection(.init()), progress, by: officer)
        case .withdraw:
            // Who filed at the counter asks there again, and an officer enters it.
            let reason = PlainSection(Reason(text: "ผู้ยื่นแจ้งว่าปัญหาหมดไปแล้ว ขอถอนเรื่อง"))
            return draft(
                .withdraw(.init(channel: citizen.isOfficer ? channel : nil)), progress, by: citizen,
                citizen.isOfficer ? [reason] : [])
        case .reopen:
            let reason = Reason(text: "ปัญหาเดิมกลับมาอีก ขอให้ตรวจสอบซ้ำ")
            return draft(
                .reopen(.init(ground: isByOfficer ? .office : .petitioner)), progress, by: citizen,
                [PlainSection(reason)])
        default: return draft(.start(.init()), progress, by: officer)
        }
    }

    /// What is said beside the course.
    func say(_ act: Act, _ progress: CaseDrafts.Progress) -> Draft {
        let officer = owner(progress)
        switch act {
        case .message:
            return draft(
                .message(.init(channel: channel)), progress, by: petitioner(progress),
                [PlainSection(Message(text: "ขอทราบความคืบหน้าของเรื่องนี้"))])
        case .answer:
            return draft(
                .answer(.init(channel: noticeChannel)), progress, by: officer,
                [PlainSection(Message(text: "เจ้าหน้าที่กำลังดำเนินการ จะแจ้งผลให้ทราบโดยเร็ว"))])
        case .note:
            return draft(
                .note(.init()), progress, by: officer,
                [PlainSection(Note(text: "ลงพื้นที่ตรวจสอบแล้ว รอจัดคิวช่าง"))])
        case .viewPetitioner:
            return draft(
                .view(.init(parts: [.petitioner, .contact], purpose: "contact")), progress,
                by: officer)
        case .rate(let score):
            let comment = SurveyComment(text: score >= 4 ? "รวดเร็วดีมาก" : "ควรแจ้งความคืบหน้าบ่อยขึ้น")
            return draft(
                .rate(.init(score: score, channel: channel)), progress, by: petitioner(progress),
                filing.draw % 3 == 0 ? [PlainSection(comment)] : [])
        default:
            let template = act == .tellFiled ? "submitted" : "completed"
            return draft(
                .notify(.init(channel: noticeChannel, template: template, outcome: .sent)),
                progress, by: .system)
        }
    }

    /// What ends the case, and what it ends with.
    func decide(_ act: Act, _ progress: inout CaseDrafts.Progress) throws -> Draft {
        let officer = owner(progress)
        switch act {
        case .pay:
            let citizen = people.plan.cast.citizens[filing.citizen]
            let payer = Payer(name: "\(citizen.title)\(citizen.givenName) \(citizen.familyName)")
            return draft(
                .recordPayment(.init(satang: 50_000, method: .promptpay, paidAt: time)), progress,
                by: officer, [PlainSection(payer)])
        case .issueLicence: return try issue(&progress, by: officer)
        case .reject, .rejectUncorrected:
            return reject(isUncorrected: act == .rejectUncorrected, progress)
        default:
            let outcome = subject.outcomes[filing.draw % subject.outcomes.count]
            return draft(
                .complete(.init(outcome: outcome)), progress, by: officer,
                [
                    PlainSection(CaseResult(text: "ดำเนินการเรียบร้อยแล้ว")),
                    PlainSection(Message(text: "ดำเนินการเรียบร้อยแล้ว ขอบคุณที่แจ้งเรื่อง")),
                ])
        }
    }

    private func reject(isUncorrected: Bool, _ progress: CaseDrafts.Progress) -> Draft {
        let isTrouble = definition?.kind != .service
        let ground = isUncorrected ? "not-corrected" : isTrouble ? "unfounded" : "not-eligible"
        let reason = Reason(
            text: isUncorrected ? "ไม่ได้รับข้อมูลเพิ่มเติมภายในเวลาที่กำหนด" : "ตรวจสอบแล้วไม่เข้าหลักเกณฑ์",
            remedy: "อุทธรณ์เป็นหนังสือต่อนายกเทศมนตรีได้ภายใน 15 วันนับแต่วันที่ได้รับแจ้ง")
        var draft = draft(
            .reject(.init(ground: ground)), progress, by: staff.head(of: progress.department),
            [PlainSection(reason)])
        draft.hasRemedy = true
        return draft
    }

    private func issue(
        _ progress: inout CaseDrafts.Progress, by officer: Actor
    ) throws -> Draft {
        progress.licences += 1
        let day = time.local.date
        var data = PetitionEvent.DocumentIssued(
            number: "\(petition + 1)-\(progress.licences)/\(day.year + 543)", kind: .licence)
        data.code = subject.service
        data.validFrom = day
        data.validUntil = CivilDate(dayNumber: day.dayNumber + 364)
        data.isListed = true
        let citizen = people.plan.cast.citizens[filing.citizen]
        let licence = try people.files.licence(
            data, to: "\(citizen.title)\(citizen.givenName) \(citizen.familyName)",
            for: progress.number ?? "", at: time)
        return draft(.issueDocument(data), progress, by: officer, [PlainSection(licence)])
    }
}
