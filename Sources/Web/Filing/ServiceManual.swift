internal import Events
internal import Markup
internal import Rules

/// What the law wants told before anybody files: papers, times, fees.
enum ServiceManual {
    static func section(_ service: ServiceDefinition, _ visit: Visit) -> HTML {
        Markup.section {
            if !service.documents.isEmpty { documents(service, visit) }
            if !service.promised.isEmpty { times(service, visit) }
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
            })
        return html
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
