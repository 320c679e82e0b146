internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules

/// How a case is spoken of on several pages.
enum CaseWords {
    static func badge(
        _ status: PublicStatus, of kind: PetitionKind, awaitsCitizen: Bool, _ visit: Visit
    ) -> HTML {
        var html = Parts.badge(visit.language(status.label(of: kind)), tone(status))
        if awaitsCitizen, !status.isFinal {
            html.append(.text(" "))
            html.append(
                Parts.badge(visit.say("รอท่านแก้ไข", "Waiting for you"), "warn"))
        }
        return html
    }

    private static func tone(_ status: PublicStatus) -> String {
        switch status {
        case .submitted, .received, .inProgress: "info"
        case .completed: "good"
        case .rejected: "bad"
        case .withdrawn, .referred, .merged: ""
        }
    }

    /// In the words of what the service promises: of a trouble the result or how far it is.
    static func nextStep(
        _ step: MyCaseRow.NextStep, of kind: PetitionKind, _ visit: Visit
    ) -> String {
        switch step {
        case .correct: visit.say("แก้ไขหรือส่งเอกสารตามรายการ", "Correct or send what is listed")
        case .receive: visit.say("เจ้าหน้าที่จะรับเรื่อง", "An officer will take it in")
        case .answer: visit.say("หน่วยงานจะตอบกลับ", "The office will answer")
        case .finish where kind != .service:
            visit.say(
                "หน่วยงานจะแจ้งผลหรือความก้าวหน้า", "The office tells the result or the progress")
        case .finish: visit.say("หน่วยงานจะดำเนินการให้เสร็จ", "The office will finish it")
        case .agency: visit.say("รอหน่วยงานอื่น", "Another agency has to answer")
        case .rate: visit.say("ให้คะแนนความพึงพอใจได้", "You can rate how it went")
        }
    }

    /// The four public statuses as steps, or the outcome of its own that ended the case.
    static func steps(_ petition: Petition, _ visit: Visit) -> HTML {
        let course: [PublicStatus] = [.submitted, .received, .inProgress, .completed]
        guard let now = course.firstIndex(of: petition.status) else {
            return p {
                badge(petition.status, of: petition.kind, awaitsCitizen: false, visit)
            }
        }
        return ol(.class("steps")) {
            for (index, status) in course.enumerated() {
                let isDone = index < now || petition.status == .completed
                li(
                    .class(isDone ? "done" : index == now ? "now" : nil),
                    .current(index == now, "step")
                ) {
                    visit.language(status.label)
                    if isDone {
                        span(.class("hidden")) { visit.say(" (ผ่านแล้ว)", " (done)") }
                    }
                }
            }
        }
    }

    static func service(_ code: String, _ version: Int?, _ visit: Visit) -> String {
        visit.settings.definition(of: code, version: version).map { visit.language($0.name) }
            ?? code
    }

    /// What the petitioner called it. Where nobody was asked the service's name stands in for it,
    /// which is said in the language of the page.
    static func subject(
        _ written: String?, of service: String, _ version: Int?, _ visit: Visit
    ) -> HTML {
        own(written, of: service, version, visit).map { Parts.written($0, visit) }
            ?? .text(self.service(service, version, visit))
    }

    /// What the petitioner called it; nil where only the service's name stands there, in Thai.
    static func own(
        _ written: String?, of service: String, _ version: Int?, _ visit: Visit
    ) -> String? {
        let name = visit.settings.definition(of: service, version: version)?.name
        return written.flatMap { $0.isEmpty || $0 == name?.thai ? nil : $0 }
    }

    static func department(_ code: String?, _ visit: Visit) -> String? {
        code.map { code in
            visit.settings.departments[code].map { visit.language($0.value.name) } ?? code
        }
    }

    /// In words, by address and by coordinates, each in a line of its own.
    static func place(_ place: Place) -> String {
        let address = Address(
            house: place.house, moo: place.moo, building: place.building, road: place.road,
            subdistrict: place.subdistrict, district: place.district, postcode: place.postcode)
        var parts = [place.description ?? "", address.line].filter { !$0.isEmpty }
        if let latitude = place.latitudeMicrodegrees, let longitude = place.longitudeMicrodegrees {
            parts.append("\(Microdegrees.text(latitude)), \(Microdegrees.text(longitude))")
        }
        return parts.joined(separator: "\n")
    }

    /// The same, and where there are coordinates a link to a map that any browser opens; who looks
    /// there leaves the office's pages, so nothing is loaded before.
    static func placeWithMap(_ place: Place, _ visit: Visit) -> HTML {
        var html = HTML.text(self.place(place))
        guard let latitude = place.latitudeMicrodegrees,
            let longitude = place.longitudeMicrodegrees
        else { return html }
        let (y, x) = (Microdegrees.text(latitude), Microdegrees.text(longitude))
        html.append(br())
        html.append(
            a(
                .href("https://www.openstreetmap.org/?mlat=\(y)&mlon=\(x)#map=17/\(y)/\(x)"),
                Attribute("rel", "noreferrer")
            ) { visit.say("เปิดในแผนที่", "Open in a map") })
        return html
    }

    static func category(_ code: String?, _ visit: Visit) -> String? {
        code.map { code in
            visit.settings.categories[code].map { visit.language($0.value.name) } ?? code
        }
    }
}
