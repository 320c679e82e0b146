internal import Entries
internal import Events
internal import Projections
internal import Rules
internal import SQLite

/// What the codes and columns of a report are called on a page.
struct FigureWords {
    let visit: Visit

    func callAsFunction(_ thai: String, _ english: String) -> String { visit.say(thai, english) }

    /// A column's heading; its own name where nobody has given it another.
    func heading(_ column: String) -> String {
        guard let (thai, english) = Self.headings[column] else { return column }
        return visit.say(thai, english)
    }

    private static let headings: [String: (String, String)] = [
        "status": ("สถานะ", "Status"), "category": ("ประเภทเรื่อง", "Category"),
        "department": ("หน่วยงาน", "Department"), "channel": ("ช่องทาง", "Channel"),
        "service": ("บริการ", "Service"), "officer": ("เจ้าหน้าที่", "Officer"),
        "kind": ("กำหนดเวลา", "Deadline"), "step": ("ขั้นตอน", "Step"), "month": ("เดือน", "Month"),
        "cases": ("เรื่อง", "Cases"), "open_cases": ("เปิดอยู่", "Open"),
        "completed": ("สำเร็จ", "Completed"),
        "cases_with_missed_deadline": ("เคยเกินกำหนด", "Missed a deadline"),
        "median_days": ("มัธยฐาน (วัน)", "Median (days)"), "p90_days": ("P90 (วัน)", "P90 (days)"),
        "clocks": ("ที่นับ", "Counted"), "met": ("ทัน", "Met"), "late": ("เกิน", "Late"),
        "running": ("ยังนับอยู่", "Running"), "paused": ("พักการนับ", "Paused"),
        "stopped": ("เลิกนับ", "Stopped"), "ratings": ("ผู้ประเมิน", "Ratings"),
        "mean_score": ("เฉลี่ย", "Mean"), "score_1": ("1", "1"), "score_2": ("2", "2"),
        "score_3": ("3", "3"), "score_4": ("4", "4"), "score_5": ("5", "5"),
        "reopened_cases": ("เรื่องที่เปิดใหม่", "Reopened"),
        "reopenings": ("ครั้งที่เปิดใหม่", "Reopenings"), "filed": ("รับเข้า", "Filed"),
        "finished": ("สิ้นสุด", "Finished"), "awaiting_citizen": ("รอประชาชน", "With the citizen"),
        "awaiting_agency": ("รอหน่วยงานอื่น", "With an agency"),
        "finished_cases": ("สิ้นสุดแล้ว", "Finished"),
    ]

    /// A value as people read it.
    func text(_ value: Value, of column: String) -> String {
        switch value {
        case .null: Self.codes.contains(column) ? visit.say("ไม่ระบุ", "not said") : "–"
        case .integer(let number): OfficeFigures.count(Int(number))
        case .real(let number): decimal(number)
        case .text(let code): label(code, of: column)
        case .bytes: value.reportText
        }
    }

    private static let codes: Set<String> = ["category", "department", "officer", "service"]

    private func label(_ code: String, of column: String) -> String {
        let settings = visit.settings
        let word: String? =
            switch column {
            case "status": PublicStatus(rawValue: code).map { visit.language($0.label) }
            case "channel": Channel(rawValue: code).map { visit.language($0.label) }
            case "kind": ClockKind(rawValue: code).map { visit.language($0.label) }
            case "category": settings.categories[code].map { visit.language($0.value.name) }
            case "department": settings.departments[code].map { visit.language($0.value.name) }
            case "service": settings.definition(of: code).map { visit.language($0.name) }
            case "officer": visit.officerName(code)
            case "month": month(code)
            case "step": step(code)
            default: nil
            }
        return word ?? code
    }

    private func step(_ code: String) -> String? {
        switch code {
        case "taken": visit.say("จนรับเรื่อง", "until taken in")
        case "answered": visit.say("จนตอบครั้งแรก", "until first answered")
        case "finished": visit.say("จนสิ้นสุด", "until finished")
        default: nil
        }
    }

    /// `2026-03` as `มี.ค. 69`.
    func month(_ code: String) -> String? {
        guard let date = CivilDate(canonical: "\(code)-01".utf8) else { return nil }
        let whole = date.display(.short, in: visit.language == .thai ? .thai : .english)
        return whole.split(separator: " ").dropFirst().joined(separator: " ")
    }

    /// One digit after the point.
    func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(abs(tenths) % 10)"
    }

    func days(_ number: Double) -> String {
        visit.say("\(decimal(number)) วัน", "\(decimal(number)) days")
    }
}
