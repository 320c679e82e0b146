internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// Who an officer is and what he does here, as a form asks for it.
struct OfficerFields: Sendable {
    let controls: Controls
    let settings: OfficeSettings

    private var language: Language { controls.language }

    /// - Parameter isOwn: whether it is the officer's own post, which somebody else changes.
    func html(_ typed: Typed, isOwn: Bool = false) -> HTML {
        var html = controls.text(
            "title", language("คำนำหน้า", "Title"), value: typed.text("title"), width: "w13",
            isRequired: false)
        html.append(
            controls.text(
                "given-name", language("ชื่อ", "Given name"), value: typed.text("given-name")))
        html.append(
            controls.text(
                "family-name", language("นามสกุล", "Family name"),
                value: typed.text("family-name")))
        html.append(
            controls.text(
                "position", language("ตำแหน่ง", "Position"), value: typed.text("position"),
                isRequired: false))
        html.append(
            controls.text(
                "email", language("อีเมล", "E-mail"), value: typed.text("email"),
                hint: language(
                    "ใช้แจ้งงานใหม่ และตั้งรหัสผ่านใหม่เมื่อลืม",
                    "For news of new work, and for a forgotten password"),
                type: "email", inputmode: "email", isRequired: false))
        html.append(
            controls.text(
                "phone", language("โทรศัพท์", "Telephone"), value: typed.text("phone"),
                type: "tel", width: "w13", inputmode: "tel", isRequired: false))
        html.append(isOwn ? ownPost(typed) : post(typed))
        return html
    }

    private func ownPost(_ typed: Typed) -> HTML {
        let roles = Self.roles(typed)
        var html = Parts.note {
            p {
                language("หน้าที่ของท่าน: ", "Your roles: ")
                    + roles.map { language($0.label) }.joined(separator: ", ")
            }
            p {
                language(
                    "หน้าที่และหน่วยงานของท่าน ผู้ดูแลระบบคนอื่นเป็นผู้เปลี่ยน",
                    "Your roles and department are changed by another administrator.")
            }
        }
        let fields =
            roles.map { ("role", $0.rawValue) }
            + [typed.text("department").map { ("department", $0) }].compactMap { $0 }
        for (name, value) in fields {
            html.append(input(.type("hidden"), .name(name), .value(value)))
        }
        return html
    }

    private func post(_ typed: Typed) -> HTML {
        var html = controls.choices(
            "role", language("หน้าที่", "Roles"),
            options: Role.ofOfficers.map { ($0.rawValue, language($0.label), nil) },
            chosen: typed.fields.all("role"), isRequired: true)
        let departments = settings.departments.values.filter { !$0.isWithdrawn }.map(\.value)
            .map { ($0.code, language($0.name)) }.sorted { $0.1 < $1.1 }
        html.append(
            controls.select(
                "department", language("หน่วยงาน", "Department"), options: departments,
                chosen: typed.text("department"),
                hint: language(
                    "หัวหน้าหรือผู้ปฏิบัติที่ไม่ระบุหน่วยงาน จะเห็นเรื่องของทุกหน่วยงาน",
                    "A head or case officer without a department sees the cases of every one"),
                isRequired: false))
        return html
    }

    /// Said wherever such an officer is shown; nil where there is nothing to warn of.
    static func warning(_ officer: OfficeSettings.Officer, _ visit: Visit) -> HTML? {
        guard !officer.isDismissed,
            DeskScope.isUnbound(officer.roles, department: officer.department)
        else { return nil }
        return Parts.note("warn") {
            p {
                visit.say(
                    "ไม่ได้ระบุหน่วยงาน เจ้าหน้าที่คนนี้เห็นเรื่องของทุกหน่วยงาน "
                        + "หากไม่ได้ตั้งใจ ให้แก้ไขและเลือกหน่วยงาน",
                    "No department is given: this officer sees the cases of every department. If "
                        + "that is not meant, change it and choose one.")
            }
        }
    }

    /// The roles that were ticked, in the order of the list; the rules say whether they will do.
    static func roles(_ typed: Typed) -> [Role] {
        let ticked = typed.fields.all("role")
        return Role.ofOfficers.filter { ticked.contains($0.rawValue) }
    }

    static func identity(_ typed: Typed, _ issues: inout Issues) -> Identity {
        var identity = Identity(
            title: typed.text("title"), givenName: typed.text("given-name"),
            familyName: typed.text("family-name"), position: typed.text("position"))
        if let refusal = PersonName(identity).refusal {
            let field =
                switch refusal {
                case .titleTooLong: "title"
                case .givenMissing, .nameTooLong: "given-name"
                case .familyMissing: "family-name"
                }
            issues.add(field, refusal.wording)
        }
        if let email = typed.text("email") {
            do throws(EmailRefusal) {
                identity.email = try EmailAddress(email).text
            } catch {
                issues.add("email", error.wording)
            }
        }
        if let phone = typed.text("phone") {
            do throws(PhoneRefusal) {
                identity.phone = try PhoneNumber(phone).stored
            } catch {
                issues.add("phone", error.wording)
            }
        }
        return identity
    }

    /// What a form shows of what is known.
    static func typed(_ officer: OfficeSettings.Officer, _ person: Identity?) -> Typed {
        var fields = FormFields()
        for role in officer.roles { fields.append("role", role.rawValue) }
        fields["department"] = officer.department
        fields["title"] = person?.title
        fields["given-name"] = person?.givenName
        fields["family-name"] = person?.familyName
        fields["position"] = person?.position
        fields["email"] = person?.email
        fields["phone"] = person?.phone.flatMap { try? PhoneNumber($0).display }
        return Typed(fields)
    }
}
