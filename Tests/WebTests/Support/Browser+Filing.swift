import Foundation
import TestSupport

extension Browser {
    /// The last part of where it is: the step of a filing, the number of a case.
    var place: String {
        String(path.prefix { $0 != "?" }.split(separator: "/").last ?? "")
    }

    private var here: String { String(path.prefix { $0 != "?" }) }

    /// What people enter who have nothing special to say.
    static let usualAnswers: [String: [String: String]] = [
        "mode": ["mode": "online"],
        "category": ["category": "road"],
        "form-details": ["subject": "ถนนเป็นหลุม", "details": "หลุมใหญ่หน้าตลาด รถล้มแล้วสองคัน"],
        "form-place": [:],
        "documents": [:],
        "petitioner": [
            "given": "สมศรี", "family": "ทดสอบมาก", "phone": "081 000 0042",
            "email": "somsri@example.com", "preference": "electronic",
        ],
        "check": ["terms": "yes"],
    ]

    /// Begins the filing of a service from its page; ends on the first question.
    func begin(_ service: String) throws {
        try open("services/\(service)")
        try submit("filings")
    }

    /// Answers this page and goes on.
    @discardableResult
    func answer(_ fields: [String: String] = [:], files: [Upload] = []) throws -> Int {
        try submit(here, fields, files: files).status
    }

    /// Goes on as most people do until a step comes, or something must be put right.
    func goOn(until last: String = "", _ answers: [String: [String: String]] = [:]) throws {
        while path.contains("/filings/"), place != last, status == 200 {
            let step = place
            try answer((Self.usualAnswers[step] ?? [:]).merging(answers[step] ?? [:]) { $1 })
        }
    }

    /// Files it; the number that the last page shows.
    func file(
        _ service: String = "complaint", _ answers: [String: [String: String]] = [:]
    ) throws -> String {
        try begin(service)
        try goOn(answers)
        return filedNumber
    }

    /// Empty unless it is on the page of what was filed.
    var filedNumber: String {
        let parts = here.split(separator: "/")
        return parts.last == "filed" ? String(parts[parts.count - 2]) : ""
    }

    /// The filing that it is in.
    var filing: String {
        let parts = here.split(separator: "/").map(String.init)
        return parts.count > 2 && parts[1] == "filings" ? "filings/\(parts[2])" : ""
    }

    /// A photo as a phone takes it.
    static func photo() throws -> [UInt8] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: tests.appending(path: "OutsideTests/Files/photo.jpg")))
    }
}
