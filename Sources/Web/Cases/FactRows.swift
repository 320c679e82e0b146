internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// What is known of a case, for its petitioner.
enum FactRows {
    static func rows(
        _ file: CaseFile, _ result: CaseOutcome?, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        let petition = file.petition
        var rows: [(label: String, value: HTML, change: HTML?)] = []
        func row(_ thai: String, _ english: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            rows.append((visit.say(thai, english), .text(value), nil))
        }
        row("บริการ", "Service", CaseWords.service(petition.service, petition.definition, visit))
        row("ประเภทเรื่อง", "Category", CaseWords.category(petition.category, visit))
        row("รายละเอียด", "Details", file.text?.details)
        let definition = visit.settings.definition(of: petition)
        for answer in AnswerRows.filed(file.text, definition, visit) where !answer.value.isEmpty {
            rows.append((answer.label, .text(answer.value), nil))
        }
        if let place = file.place {
            rows.append((visit.say("สถานที่", "Place"), CaseWords.placeWithMap(place, visit), nil))
        }
        row("ความเร่งด่วน", "Urgency", visit.language(petition.urgency.label))
        row("ช่องทาง", "Channel", visit.language(petition.channel.label))
        row("ผู้ยื่น", "Petitioner", file.petitioner.map { PersonName($0).thai })
        row("LINE ID", "LINE ID", file.petitioner?.lineID)
        row(
            "หน่วยงานเจ้าของเรื่อง", "Department",
            CaseWords.department(petition.department, visit))
        row("ส่งเมื่อ", "Sent", visit.moment(petition.enteredAt, seconds: true))
        row(
            "วันและเวลาที่ถือว่าได้รับ", "Received by law",
            visit.moment(petition.deemedReceivedAt, seconds: true))
        if let result {
            row(
                "ผลการดำเนินการ", "Result",
                [result.label, result.text].compactMap { $0 }.joined(separator: "\n"))
            row("วันที่แจ้งผล", "Date of the result", visit.moment(result.at))
        }
        return rows
    }
}
