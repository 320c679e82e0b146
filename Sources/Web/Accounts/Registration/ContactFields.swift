internal import Events
internal import Markup
internal import Rules

/// How somebody is reached, as a form asks for it.
struct ContactFields: Sendable {
    let controls: Controls
    let settings: OfficeSettings

    private var language: Language { controls.language }
    private static let address = AddressFields()

    func html(_ typed: Typed) -> HTML {
        var html = controls.text(
            "phone", language("เบอร์โทรศัพท์", "Telephone"), value: typed.text("phone"),
            hint: language("เช่น 081 234 5678", "Such as 081 234 5678"), type: "tel",
            width: "w13", autocomplete: "tel", inputmode: "tel",
            isRequired: settings.registration?.isPhoneRequired ?? false)
        html.append(
            controls.text(
                "email", language("อีเมล", "E-mail"), value: typed.text("email"),
                hint: language(
                    "ใช้แจ้งผลและตั้งรหัสผ่านใหม่เมื่อลืม",
                    "For news of your cases, and for a forgotten password"),
                type: "email", autocomplete: "email", inputmode: "email",
                isRequired: settings.registration?.isEmailRequired ?? false))
        html.append(
            fieldset {
                legend { h2 { language("ที่อยู่ (ถ้ามี)", "Address (optional)") } }
                Self.address.html(controls, typed)
            })
        return html
    }

    /// Nil where nothing was given.
    static func read(
        _ typed: Typed, _ settings: OfficeSettings, _ issues: inout Issues
    ) -> Contact? {
        var contact = Contact()
        if let phone = typed.text("phone") {
            do throws(PhoneRefusal) {
                contact.phone = try PhoneNumber(ofPerson: phone).stored
            } catch {
                issues.add("phone", error.wording)
            }
        } else if settings.registration?.isPhoneRequired ?? false {
            issues.add("phone", PhoneRefusal.notAPhoneNumber.wording)
        }
        if let email = typed.text("email") {
            do throws(EmailRefusal) {
                contact.email = try EmailAddress(email).text
            } catch {
                issues.add("email", error.wording)
            }
        } else if settings.registration?.isEmailRequired ?? false {
            issues.add("email", EmailRefusal.notAnAddress.wording)
        }
        contact.address = address.read(typed, &issues)
        return contact == Contact() ? nil : contact
    }

    /// What a form shows of what is known.
    static func typed(_ contact: Contact) -> Typed {
        var typed = Typed()
        typed["phone"] = contact.phone.flatMap { try? PhoneNumber($0).display } ?? ""
        typed["email"] = contact.email ?? ""
        address.fill(&typed, with: contact.address)
        return typed
    }
}
