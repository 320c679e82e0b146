internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who asked to be forgotten. No name stands here: a person is opened to be decided on.
enum PrivacyDesk {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/privacy", .desk(.privacy)) { try page($0) }
        routes.page("/desk/privacy/{account}", .desk(.privacy)) { try ErasureDecision.page($0) }
        CertificatePages.add(to: &routes)
        RetentionPages.add(to: &routes)
        AccessDesk.add(to: &routes)
        routes.post("/desk/privacy/{account}", .desk(.privacy)) { try ErasureDecision.take($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let requests = try visit.office.office.erasures()
        let access = try visit.office.office.accessRequests()
        let title = visit.say("ข้อมูลส่วนบุคคล", "Personal data")
        var page = Page(title) {
            PrivacyDone.note(visit)
            tabs(visit)
            h1 { title }
            AccessDesk.section(access, visit)
            h2 { visit.say("คำขอให้ลบข้อมูลส่วนบุคคล", "Requests to be forgotten") }
            p {
                visit.say(
                    "ตัดสินภายใน \(PrivacyRequest.days) วันนับแต่วันที่ขอ "
                        + "ข้อมูลที่อนุมัติให้ลบจะหมดไปจากทุกไฟล์ในคืนถัดไป",
                    "To be decided within \(PrivacyRequest.days) days. What is approved is gone "
                        + "from every file in the following night.")
            }
            if requests.isEmpty {
                Parts.note("good") { p { visit.say("ไม่มีคำขอ", "There are no requests.") } }
            } else {
                table(requests, visit)
            }
        }
        page.isNarrow = false
        return page
    }

    /// The parts of the desk, above each of its lists.
    static func tabs(_ visit: Visit) -> HTML {
        let here = visit.request.path.text
        let tabs = [
            (visit.deskPath("privacy"), visit.say("คำขอ", "Requests")),
            (visit.deskPath("retention"), visit.say("พ้นระยะเวลาเก็บรักษา", "Retention")),
        ]
        return nav(
            .class("views"), .label(visit.say("ส่วนของข้อมูลส่วนบุคคล", "Parts of personal data"))
        ) {
            ul {
                for (target, label) in tabs {
                    li { a(.href(target), .current(here == target)) { label } }
                }
            }
        }
    }

    private static func table(_ requests: [PrivacyRequest], _ visit: Visit) -> HTML {
        let heads = [
            visit.say("เลขบัญชี", "Account"), visit.say("ขอเมื่อ", "Asked"),
            visit.say("ต้องตัดสินภายใน", "To be decided by"), visit.say("ขั้นตอน", "Stage"),
            visit.say("เมื่อ", "Since"),
        ]
        return Parts.table(visit.say("คำขอให้ลบข้อมูลส่วนบุคคล", "Requests to be forgotten")) {
            Parts.heads(heads)
            tbody {
                for request in requests {
                    tr {
                        td {
                            a(.href(visit.deskPath("privacy", request.account))) {
                                request.account
                            }
                        }
                        td { request.askedAt.map { Parts.moment($0, visit) } ?? .text("–") }
                        td { due(request, visit) }
                        td { Parts.badge(label(request.stage, visit), kind(request.stage)) }
                        td { Parts.moment(request.movedAt, visit) }
                    }
                }
            }
        }
    }

    private static func due(_ request: PrivacyRequest, _ visit: Visit) -> HTML {
        guard let due = request.due else { return .text("–") }
        return due < visit.now.local.date
            ? Parts.badge(visit.day(due), "bad") : .text(visit.day(due))
    }

    static func label(_ stage: PrivacyRequest.Stage, _ visit: Visit) -> String {
        switch stage {
        case .asked: visit.say("รอตัดสิน", "to be decided")
        case .approved: visit.say("อนุมัติแล้ว", "approved")
        case .erased: visit.say("ทำลายกุญแจแล้ว", "keys destroyed")
        case .refused: visit.say("ปฏิเสธแล้ว", "refused")
        case .done: visit.say("ลบเสร็จสิ้น", "completed")
        }
    }

    private static func kind(_ stage: PrivacyRequest.Stage) -> String {
        switch stage {
        case .asked: "warn"
        case .approved, .erased: "info"
        case .refused: "bad"
        case .done: "good"
        }
    }
}
