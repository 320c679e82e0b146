internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import TransparencyLog
internal import Uploads
internal import Workflow

/// Anybody may ask whether a receipt holds, of this office or, by its own key, of another.
enum ReceiptCheckPage {
    private static let limits = UploadLimits(
        files: 1, bytesPerFile: FilingReceipt.mostBytes,
        bytesPerRequest: FilingReceipt.mostBytes + (64 << 10))

    static func add(to routes: inout PageRoutes) {
        routes.page("/check-receipt") { page($0) }
        routes.post("/check-receipt", body: .upload(limits), lane: .slow) { visit in
            .page(try answer(visit))
        }
    }

    private static func page(
        _ visit: Visit, issues: Issues = Issues(), found: HTML? = nil
    ) -> Page {
        let title = visit.say("ตรวจสอบหลักฐานการยื่น", "Check a proof of filing")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            found
            p {
                visit.say(
                    "เลือกไฟล์หลักฐาน (.tlog-proof) ที่บันทึกไว้ตอนยื่นคำร้อง ไฟล์ถูกตรวจแล้วทิ้ง ไม่มีการเก็บไว้",
                    "Choose the file (.tlog-proof) that you saved when you filed. It is checked "
                        + "and thrown away; nothing of it is kept.")
            }
            visit.form(to: visit.path("check-receipt"), files: true) {
                Controls(visit, issues).file(
                    "receipt", visit.say("ไฟล์หลักฐาน", "The file"),
                    accept: ".\(FilingReceipt.fileExtension),text/plain")
                Parts.actions { Controls(visit).submit(visit.say("ตรวจสอบ", "Check")) }
            }
            p(.class("soft")) {
                visit.say(
                    "ตรวจเองได้โดยไม่ต้องเชื่อเว็บไซต์นี้: ",
                    "You need not believe this site: ")
                a(.href(visit.path("log"))) {
                    visit.say("วิธีตรวจสอบด้วยตนเอง", "how to check for yourself")
                }
            }
        }
        page.back = visit.path()
        page.mark(issues)
        return page
    }

    private static func answer(_ visit: Visit) throws -> Page {
        var issues = Issues()
        guard let file = visit.request.files.first, file.isThere else {
            issues.add("receipt", "เลือกไฟล์หลักฐาน", "Choose the file")
            return page(visit, issues: issues)
        }
        let bytes = try file.read(count: FilingReceipt.mostBytes)
        guard let receipt = try? FilingReceipt(bytes) else {
            issues.add(
                "receipt", "ไฟล์นี้ไม่ใช่หลักฐานการยื่นคำร้อง หรือไม่ครบถ้วน",
                "This file is no proof of a filing, or is not whole.")
            return page(visit, issues: issues)
        }
        let own = try? visit.office.signingKeys().first { $0.text == receipt.contents.key }
        do throws(FilingReceipt.Fault) {
            let shown = try receipt.check(signedBy: own)
            let definition = try? own.flatMap { _ in try Self.definition(of: shown, visit) }
            return page(
                visit, found: result(shown, receipt, isOwn: own != nil, definition, visit))
        } catch {
            return page(visit, found: fault(visit))
        }
    }

    /// The questions that were asked, as this office knows them.
    private static func definition(
        of shown: FilingReceipt.Shown, _ visit: Visit
    ) throws -> ServiceDefinition? {
        try StreamName(subject: shown.envelope.subject).flatMap {
            try visit.office.office.log.history(of: $0.name)?.petition
        }.flatMap { visit.settings.definition(of: $0) }
    }

    private static func fault(_ visit: Visit) -> HTML {
        Parts.note("bad") {
            p {
                visit.say(
                    "หลักฐานนี้ไม่ถูกต้อง: เนื้อหาในไฟล์ไม่ตรงกับที่ลงลายมือชื่อไว้",
                    "This proof does not hold: what is in the file is not what was signed.")
            }
        }
    }

    private static func result(
        _ shown: FilingReceipt.Shown, _ receipt: FilingReceipt, isOwn: Bool,
        _ definition: ServiceDefinition?, _ visit: Visit
    ) -> HTML {
        div {
            Parts.note(isOwn ? "good" : "warn") {
                p {
                    isOwn
                        ? visit.say(
                            "หลักฐานถูกต้อง หน่วยงานนี้ได้รับและบันทึกเรื่องนี้ไว้จริง",
                            "The proof holds: this office has received and recorded it.")
                        : visit.say(
                            "ไฟล์ถูกต้องตามกุญแจที่อยู่ในไฟล์เอง แต่ไม่ใช่กุญแจของหน่วยงานนี้ ต้องเทียบกุญแจกับหน่วยงานนั้น",
                            "The file holds by the key that is in it, which is not this office's: "
                                + "compare the key with the one of the office that it names.")
                }
            }
            Parts.rows(rows(shown, receipt, definition, visit))
        }
    }

    private static func rows(
        _ shown: FilingReceipt.Shown, _ receipt: FilingReceipt, _ definition: ServiceDefinition?,
        _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        let mark = receipt.mark
        var rows: [(label: String, value: HTML, change: HTML?)] = [
            (
                visit.say("เรื่อง", "Entry of"),
                .text(StreamName(subject: shown.envelope.subject)?.name ?? shown.envelope.subject),
                nil
            ),
            (
                visit.say("บันทึกเมื่อ", "Recorded"),
                Parts.moment(shown.envelope.time, visit, seconds: true), nil
            ),
            (visit.say("ลำดับในบันทึก", "Position in the log"), .text("\(mark.position)"), nil),
            (visit.say("ลายนิ้วมือของรายการ", "Hash of the entry"), .text("\(mark.leaf)"), nil),
            (visit.say("กุญแจ", "Key"), .text(receipt.contents.key), nil),
        ]
        for section in shown.sections { rows += ReceiptContent.rows(section, definition, visit) }
        if !shown.left.isEmpty {
            rows.append(
                (
                    visit.say("ส่วนที่ไม่ได้อยู่ในไฟล์", "Not in the file"),
                    .text(
                        shown.left.map { field in
                            SectionKind(rawValue: field).map { visit.language($0.label) } ?? field
                        }.joined(separator: ", ")), nil
                ))
        }
        return rows
    }
}
