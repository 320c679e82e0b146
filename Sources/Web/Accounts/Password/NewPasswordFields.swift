internal import HTTP
internal import Markup
internal import Rules

/// A new password, typed twice, with what the office asks of it and how strong it is.
struct NewPasswordFields: Sendable {
    static let names = ("password", "password-again")

    let controls: Controls
    let policy: PasswordPolicy

    private var language: Language { controls.language }

    func html(isRequired: Bool = true) -> HTML {
        var html = controls.text(
            Self.names.0, language("รหัสผ่านใหม่", "New password"), value: nil, type: "password",
            width: "w13", autocomplete: "new-password", isRequired: isRequired,
            attributes: [Attribute("data-strength", "strength")])
        html.append(rules)
        html.append(
            controls.text(
                Self.names.1, language("รหัสผ่านใหม่อีกครั้ง", "New password once more"),
                value: nil, type: "password", width: "w13", autocomplete: "new-password",
                isRequired: isRequired))
        return html
    }

    /// What must be in it; a script ticks each while it is typed.
    private var rules: HTML {
        div(.id("strength"), .class("field")) {
            p(.class("hint")) { language("รหัสผ่านต้องมี", "The password needs") }
            ul(.class("small")) {
                for rule in list { li(Attribute("data-rule", rule.pattern)) { rule.text } }
            }
            element(
                "meter",
                [
                    Attribute("min", "0"), Attribute("max", "1"), Attribute("low", "0.5"),
                    Attribute("high", "0.99"), Attribute("optimum", "1"), .value("0"),
                    .label(language("ความแข็งแรงของรหัสผ่าน", "Strength of the password")),
                ])
            // A bar alone says nothing to whoever does not see its colour.
            span(
                .class("small"), .role("status"),
                Attribute("data-weak", language("ยังไม่ครบ", "Not enough yet")),
                Attribute("data-good", language("ครบทุกข้อ", "All that is needed")))
        }
    }

    private var list: [(pattern: String, text: String)] {
        var list = [
            (
                "^[^]{\(policy.shortest),\(policy.longest)}$",
                language(
                    "\(policy.shortest) ถึง \(policy.longest) ตัว",
                    "\(policy.shortest) to \(policy.longest) characters")
            )
        ]
        if policy.needsUpperCase {
            list.append(("\\p{Lu}", language("ตัวพิมพ์ใหญ่ A–Z", "An upper-case letter")))
        }
        if policy.needsLowerCase {
            list.append(("\\p{Ll}", language("ตัวพิมพ์เล็ก a–z", "A lower-case letter")))
        }
        if policy.needsDigit { list.append(("\\p{Nd}", language("ตัวเลข", "A digit"))) }
        if policy.needsSpecial {
            list.append(
                (
                    "[^\\p{Alphabetic}\\p{Nd}\\p{Cc}]",
                    language("อักขระพิเศษ เช่น $ @ # ! _", "A special character, such as $ @ # ! _")
                ))
        }
        return list
    }

    /// The password if it is one that the office takes; `names` are what it may not contain.
    static func read(
        _ typed: Typed, _ policy: PasswordPolicy, names: [String?], _ issues: inout Issues
    ) -> String? {
        // As it was typed: white space and spelling belong to it.
        let password = typed.fields[self.names.0] ?? ""
        guard !password.isEmpty else {
            issues.add(self.names.0, "กรอกรหัสผ่านใหม่", "Enter a new password")
            return nil
        }
        let parts = names.compactMap { $0 }.flatMap { name in
            [name] + name.split(separator: "@").prefix(1).map(String.init)
        }
        if let fault = policy.faults(of: password, names: parts).first {
            issues.add(self.names.0, fault.wording)
            return nil
        }
        guard password == typed.fields[self.names.1] else {
            issues.add(
                self.names.1, "กรอกรหัสผ่านใหม่อีกครั้งให้เหมือนกัน",
                "Enter the same new password once more")
            return nil
        }
        return password
    }
}
