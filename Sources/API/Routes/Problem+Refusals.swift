internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

extension Problem {
    static let notFound = Problem(
        status: .notFound, title: Wording(thai: "ไม่พบ", english: "Not found"),
        detail: Wording(
            thai: "ไม่มีสิ่งนี้ หรือระบบนี้ไม่มีสิทธิเห็น",
            english: "There is no such thing, or this system may not see it."),
        code: "not-found")

    static let noIdempotencyKey = Problem(
        status: .badRequest,
        title: Wording(thai: "ขาดรหัสกันส่งซ้ำ", english: "There is no idempotency key"),
        detail: Wording(
            thai: "ส่งส่วนหัว Idempotency-Key เป็นอักษร ASCII 1 ถึง 200 ตัว ไม่ซ้ำกันในแต่ละคำสั่ง",
            english: "Send Idempotency-Key, 1 to 200 ASCII characters, another one for each "
                + "command."),
        code: "missing-idempotency-key")

    static let noVersion = Problem(
        status: Status(428),
        title: Wording(thai: "ขาดรุ่นที่ดูอยู่", english: "The version is missing"),
        detail: Wording(
            thai: "ส่งส่วนหัว If-Match ด้วย ETag ของคำร้องที่อ่านล่าสุด",
            english: "Send If-Match with the ETag of the petition that you read."),
        code: "missing-version")

    static let stale = Problem(
        status: Status(412),
        title: Wording(thai: "มีการเปลี่ยนแปลงแล้ว", english: "It has changed"),
        detail: Wording(
            thai: "คำร้องเปลี่ยนไปแล้ว อ่านใหม่แล้วลองอีกครั้ง",
            english: "The petition has changed since. Read it again, then retry."),
        code: "stale-version")

    static func notJSON(_ fault: JSONFault) -> Problem {
        Problem(
            status: .badRequest,
            title: Wording(thai: "ไม่ใช่ JSON", english: "This is not JSON"),
            detail: Wording(
                thai: "บรรทัดที่ \(fault.line): \(fault.thai)",
                english: "Line \(fault.line): \(fault.english)"),
            code: "not-json")
    }

    static func wrongFields(_ parts: [SettingsProblem]) -> Problem {
        Problem(
            status: .badRequest,
            title: Wording(thai: "คำขอไม่ถูกต้อง", english: "The request is not valid"),
            detail: Wording(
                thai: "แก้ \(parts.count) จุดตามรายการ errors",
                english: "\(parts.count) things are to be put right; see errors."),
            code: "invalid", parts: Array(parts.prefix(50)))
    }

    static func unfit(_ parts: [SettingsProblem]) -> Problem {
        var problem = wrongFields(parts)
        problem = Problem(
            status: Status(422), title: problem.title, detail: problem.detail,
            code: "unfit-answers", parts: problem.parts)
        return problem
    }

    static func tooMany(_ standing: RequestLimits.Standing) -> Problem {
        Problem(
            status: Status(429),
            title: Wording(thai: "คำขอถี่เกินไป", english: "Too many requests"),
            detail: Wording(
                thai: "ระบบนี้ส่งได้ \(standing.quota) คำขอต่อนาที รอ \(standing.seconds) วินาที",
                english: "This system may send \(standing.quota) requests a minute. Wait "
                    + "\(standing.seconds) seconds."),
            headers: ["Retry-After": "\(standing.seconds)"], code: "too-many-requests")
    }

    /// What the server itself refuses on an address of the API.
    static func server(_ refusal: HTTP.Refusal) -> Problem {
        let status = refusal.status
        let detail: Wording =
            switch refusal {
            case .notFound: notFound.detail
            case .methodNotAllowed:
                Wording(
                    thai: "ใช้วิธีนี้กับที่อยู่นี้ไม่ได้ ดูส่วนหัว Allow",
                    english: "This method does not go with this address; see Allow.")
            case .unsupportedMediaType:
                Wording(
                    thai: "ชนิดของเนื้อหาใช้ไม่ได้ ดูส่วนหัว Accept",
                    english: "This kind of content is not taken; see Accept.")
            case .tooLarge(_, let limit):
                Wording(
                    thai: "ใหญ่เกินไป มากที่สุด \(limit)", english: "It is too large: \(limit) at most.")
            case .busy:
                Wording(
                    thai: "ระบบมีงานมาก ลองอีกครั้งด้วยรหัสกันส่งซ้ำเดิม",
                    english: "The system is busy. Try again with the same idempotency key.")
            case .failed:
                Wording(
                    thai: "ระบบขัดข้อง ไม่มีข้อมูลสูญหาย ลองอีกครั้งด้วยรหัสกันส่งซ้ำเดิม",
                    english: "Something failed here and nothing is lost. Try again with the same "
                        + "idempotency key.")
            case .malformed, .tooSlow, .methodUnknown, .refused:
                Wording(
                    thai: "คำขอนี้อ่านไม่ได้ (\(status.code))",
                    english: "This request cannot be taken (\(status.code)).")
            }
        return Problem(
            status: status, title: Wording(thai: "รับคำขอไม่ได้", english: "The request is refused"),
            detail: detail)
    }

    /// Why a command was not accepted.
    static func of(_ outcome: CommandOutcome) -> Problem {
        switch outcome {
        case .accepted, .busy: .server(.busy(retryAfterSeconds: 2))
        case .failed: .server(.failed)
        case .unknown:
            Problem(
                status: .serviceUnavailable,
                title: Wording(thai: "ยังไม่ทราบผล", english: "The outcome is not known"),
                detail: Wording(
                    thai: "อาจบันทึกแล้วหรือยังไม่ได้บันทึก ส่งอีกครั้งด้วยรหัสกันส่งซ้ำเดิม",
                    english: "It may have been recorded or not. Send it again with the same "
                        + "idempotency key."),
                headers: ["Retry-After": "5"], code: "unknown")
        case .refused(let code, let wording):
            Problem(
                status: status(of: code),
                title: Wording(thai: "ทำไม่ได้", english: "This may not be done"), detail: wording,
                code: code)
        }
    }

    private static func status(of code: String) -> Status {
        switch code {
        case stale.code: stale.status
        case "not-found": .notFound
        case "wrong-role", "confidential", "not-the-petitioner": .forbidden
        case "not-ready": .serviceUnavailable
        case "not-now", "with-another", "already-exists": Status(409)
        default: Status(422)
        }
    }
}
