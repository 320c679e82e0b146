internal import Events
internal import Markup
internal import Rules

/// What the law wants told before anybody files: papers, times, fees.
enum ServiceManual {
    static func section(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        Markup.section {
            if !service.documents.isEmpty { documents(service, visit) }
            identity(service, visit)
            if !service.promised.isEmpty || finish(service) != nil { times(service, visit) }
            if !service.fees.isEmpty { fees(service, visit) }
            ServiceOverdue.section(service, visit)
        }
    }

    private static func documents(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        var html = h2 { visit.say("เอกสารที่ใช้", "What you need") }
        html.append(
            ul {
                for document in service.documents {
                    li {
                        visit.language(document.label)
                        if document.isObtainedByOffice {
                            span(.class("soft")) {
                                visit.say(
                                    " – หน่วยงานขอเอง ไม่ต้องแนบ", " – fetched by the office itself")
                            }
                        } else if !document.isRequired || document.when != nil {
                            span(.class("soft")) { visit.say(" (ถ้ามี)", " (if it applies)") }
                        }
                    }
                }
            })
        return html
    }

    private static func times(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        var html = h2 { visit.say("ระยะเวลา", "How long it takes") }
        html.append(
            ul {
                for promise in service.promised {
                    li {
                        visit.language(promise.step) + ": "
                            + visit.language(promise.time.wording)
                    }
                }
                if let limit = finish(service), service.promised.count != 1 {
                    li {
                        strong {
                            visit.say("แล้วเสร็จตามกฎหมาย: ภายใน ", "By law finished within: ")
                                + visit.language(limit.wording)
                        }
                    }
                }
            })
        return html
    }

    /// What the law gives the office in all; steps that are promised need not add up to it.
    private static func finish(_ service: ServiceDefinition) -> TimeSpan? {
        service.clocks.first { $0.kind == .finish && $0.isLegal }?.limit
    }

    /// Told before, since it can be seen to while the office works.
    private static func identity(_ service: ServiceDefinition, _ visit: Visit) -> HTML? {
        guard service.identityNeededInTheEnd.isProven else { return nil }
        return Parts.note {
            p {
                visit.say(
                    "เรื่องนี้ต้องยืนยันตัวตนก่อนหน่วยงานออกผล ยื่นก่อนแล้วยืนยันภายหลังได้ "
                        + "ที่ “บัญชีของฉัน” หรือที่สำนักงาน",
                    "Your identity must be verified before the office decides. You may file first "
                        + "and verify later, in My account or at the office.")
            }
        }
    }

    private static func fees(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        var html = h2 { visit.say("ค่าธรรมเนียม", "Fees") }
        html.append(
            ul {
                for fee in service.fees {
                    li {
                        visit.language(fee.label) + ": \(fee.satang / 100)"
                            + visit.say(" บาท", " baht")
                    }
                }
            })
        return html
    }
}
