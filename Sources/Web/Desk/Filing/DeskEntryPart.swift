internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// How a petition came to the office, and when.
enum DeskEntryPart {
    /// Ways in which something comes that an officer enters; the others enter it by themselves.
    private static let channels: [Channel] = [
        .counter, .phone, .letter, .email, .line, .facebook, .communityLeader, .damrongdhama,
        .hotline1111, .traffy, .other,
    ]

    static func controls(_ visit: FilingVisit, _ issues: Issues) -> HTML {
        let (say, form) = (visit.visit.say, visit.form)
        let kept = visit.answers.desk ?? DeskEntry()
        let controls = Controls(visit.visit, issues)
        var html = controls.select(
            "channel", say("ช่องทาง", "Channel"),
            options: channels.map { ($0.rawValue, visit.visit.language($0.label)) },
            chosen: form["channel"] ?? kept.channel.rawValue)
        html.append(
            controls.text(
                "came", say("เข้ามาก่อนหน้านี้เมื่อ", "It came earlier, at"),
                value: form["came"] ?? kept.occurredAt.map { visit.visit.moment($0) },
                hint: say(
                    "เช่น 27 พ.ย. 2569 14:30 กำหนดเวลาตามกฎหมายนับจากเวลานี้",
                    "For example 27 Nov 2026 14:30. The law’s time runs from then."),
                width: "w13", isRequired: false))
        let late = form["late"] ?? kept.lateReason
        if late != nil || issues["late"] != nil {
            html.append(
                controls.longText(
                    "late", say("เหตุที่บันทึกช้า", "Why it is entered so late"), value: late,
                    hint: say("บันทึกภายใน ผู้ยื่นไม่เห็น", "A note; the petitioner does not see it")))
        }
        html.append(
            controls.select(
                "urgency", say("ความเร่งด่วน", "Urgency"),
                options: Urgency.allCases.map { ($0.rawValue, visit.visit.language($0.label)) },
                chosen: form["urgency"] ?? kept.urgency.rawValue))
        html.append(
            controls.agreement(
                "confidential", say("เรื่องปกปิด", "Confidential"),
                isChecked: isTicked("confidential", visit, kept.isConfidential)))
        return html
    }

    /// As just sent, or as kept where nothing was sent.
    static func isTicked(_ name: String, _ visit: FilingVisit, _ kept: Bool) -> Bool {
        visit.form["version"] == nil ? kept : visit.form[name] == "yes"
    }

    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) {
        var entry = visit.answers.desk ?? DeskEntry()
        if let channel = visit.form["channel"].flatMap(Channel.init(rawValue:)),
            channels.contains(channel)
        {
            entry.channel = channel
        } else {
            issues.add("channel", "เลือกช่องทาง", "Choose how it came")
        }
        if let urgency = visit.form["urgency"].flatMap(Urgency.init(rawValue:)) {
            entry.urgency = urgency
        } else {
            issues.add("urgency", "เลือกความเร่งด่วน", "Choose the urgency")
        }
        entry.isConfidential = visit.form["confidential"] == "yes"
        entry.occurredAt = came(visit, &issues)
        entry.lateReason = lateReason(entry.occurredAt, visit, &issues)
        visit.answers.desk = entry
    }

    private static func came(_ visit: FilingVisit, _ issues: inout Issues) -> Instant? {
        let typed = ThaiText.trimmed(visit.form["came"] ?? "")
        guard !typed.isEmpty else { return nil }
        let instant: Instant
        do throws(DateRefusal) {
            instant = try Instant(typed: typed)
        } catch .notADate {
            issues.add(
                "came", "กรอกวันและเวลา เช่น 27 พ.ย. 2569 14:30",
                "Enter a date and a time, such as 27 Nov 2026 14:30")
            return nil
        } catch {
            issues.add("came", error.wording)
            return nil
        }
        guard instant <= visit.visit.now else {
            issues.add("came", "เวลานี้ยังมาไม่ถึง", "That time has not come yet")
            return nil
        }
        return instant
    }

    /// Asked for only where the rules want it: of what came lately it is nobody's question.
    private static func lateReason(
        _ came: Instant?, _ visit: FilingVisit, _ issues: inout Issues
    ) -> String? {
        guard let came, let refusal = LateEntry.refusal(of: came, enteredAt: visit.visit.now)
        else { return nil }
        let typed = ThaiText.trimmed(visit.form["late"] ?? "")
        guard typed.isEmpty else { return typed }
        issues.add("late", refusal.wording)
        return nil
    }
}
