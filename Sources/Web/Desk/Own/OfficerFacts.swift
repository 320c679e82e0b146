internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// What the office knows of an officer, as rows.
enum OfficerFacts {
    static func rows(_ officer: OfficeSettings.Officer, _ visit: Visit) -> HTML {
        let person = visit.officerPerson(officer.id)
        let phone = person?.phone.flatMap { try? PhoneNumber($0).display }
        return Parts.rows([
            (visit.say("รหัสเจ้าหน้าที่", "Officer’s id"), .text(officer.id), nil),
            (visit.say("ตำแหน่ง", "Position"), .text(person?.position ?? "–"), nil),
            (visit.say("อีเมล", "E-mail"), .text(person?.email ?? "–"), nil),
            (visit.say("โทรศัพท์", "Telephone"), .text(phone ?? "–"), nil),
            (visit.say("หน้าที่", "Roles"), .text(roles(officer.roles, visit)), nil),
            (visit.say("หน่วยงาน", "Department"), .text(department(officer, visit)), nil),
        ])
    }

    static func roles(_ roles: [Role], _ visit: Visit) -> String {
        roles.map { visit.language($0.label) }.joined(separator: " · ")
    }

    static func department(_ officer: OfficeSettings.Officer, _ visit: Visit) -> String {
        officer.department.map { code in
            visit.settings.departments[code].map { visit.language($0.value.name) } ?? code
        } ?? "–"
    }

    /// Who stands in, and when.
    static func substitute(_ officer: OfficeSettings.Officer, _ visit: Visit) -> String? {
        guard let set = officer.substitute, let other = set.substitute else { return nil }
        let days = [
            set.from.map { visit.say("ตั้งแต่ ", "from ") + visit.day($0) },
            set.until.map { visit.say("ถึง ", "until ") + visit.day($0) },
        ]
        return ([visit.officerName(other)] + days.compactMap { $0 }).joined(separator: " ")
    }
}
