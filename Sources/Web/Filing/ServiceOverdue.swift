internal import Entries
internal import Events
internal import Markup
internal import Rules

/// What happens when a service is not done in time, told before anybody files.
enum ServiceOverdue {
    static func section(_ service: ServiceDefinition, _ visit: Visit) -> HTML? {
        guard let finish = service.clocks.first(where: { $0.kind == .finish }) else { return nil }
        let day = visit.day(due(finish, visit))
        return Markup.section {
            h2 { visit.say("ถ้าไม่เสร็จตามกำหนด", "If it is not done in time") }
            p {
                visit.say(
                    "ยื่นวันนี้ด้วยเอกสารครบ กำหนดเสร็จภายในวันที่ \(day)",
                    "Filed today with all documents, it is due by \(day).")
            }
            p { visit.language(consequence(service, day, notice(service))) }
        }
    }

    /// The last day, if it were filed now and nothing stood still.
    private static func due(_ finish: ClockDefinition, _ visit: Visit) -> CivilDate {
        let calendar = visit.settings.calendar
        let received = calendar.deemedReceipt(of: visit.now, calendar: finish.calendar)
        return calendar.instant(finish.limit, after: received, calendar: finish.calendar)
            .local.date
    }

    /// How often the office then tells why.
    private static func notice(_ service: ServiceDefinition) -> TimeSpan {
        service.clocks.first { $0.kind == .delayNotice && $0.isRepeating }?.limit
            ?? TimeSpan(amount: 7, unit: .days)
    }

    private static func consequence(
        _ service: ServiceDefinition, _ day: String, _ notice: TimeSpan
    ) -> Wording {
        switch service.overdue {
        case .notify:
            Wording(
                thai: "หากเกินกำหนด หน่วยงานจะแจ้งเหตุแห่งความล่าช้าเป็นหนังสือทุก \(notice.wording.thai) "
                    + "จนกว่าจะเสร็จ",
                english: "If it is late, the office tells you in writing why, every "
                    + "\(notice.wording.english) until it is done.")
        case .deemedApproved:
            Wording(
                thai: "หากไม่แจ้งผลภายในวันที่ \(day) ให้ถือว่าอนุญาต",
                english: "If you hear nothing by \(day), it is deemed approved.")
        case .nothing:
            Wording(
                thai: "กฎหมายไม่ได้กำหนดผลไว้ สอบถามความคืบหน้าได้ตลอดเวลา",
                english: "The law attaches nothing to it. You may ask how it stands at any time.")
        }
    }
}
