package import Events

/// What the office tells people of its own accord; its name is that of the template.
package enum Notice: String, CaseIterable, Sendable {
    case submitted
    /// With the code and the password of a guest.
    case submittedCode = "submitted-code"
    case received
    case inProgress = "in-progress"
    case completed
    /// The law has approved it, for the office did not decide in time.
    case deemedApproved = "deemed-approved"
    case returned
    case answered
    case rejected
    case referred
    case reopened
    case withdrawn
    case delayNoticed = "delay-noticed"
    case documentIssued = "document-issued"
    /// A guest's new password.
    case trackingCode = "tracking-code"
    /// Opens the whole of a guest's case once that a telephone's digits show the outline of.
    case readingCode = "reading-code"
    case identityVerified = "identity-verified"
    case identityRefused = "identity-refused"
    case resetCode = "reset-code"
    case resetLink = "reset-link"
    case passwordReset = "password-reset"
    /// To an officer: a case was given to him.
    case officerAssigned = "officer-assigned"
    /// To an officer: a case came to the department.
    case officerDepartment = "officer-department"
    /// To an officer: a late case came before him.
    case officerEscalated = "officer-escalated"
    /// To an officer: the petitioner of his case wrote, or sent papers or a correction.
    case officerPetitioner = "officer-petitioner"
    /// To an officer: his case was opened again.
    case officerReopened = "officer-reopened"
    /// To an officer: the petitioner withdrew his case.
    case officerWithdrawn = "officer-withdrawn"
    /// Shows that an address is the person's.
    case contactCode = "contact-code"
    /// Shows that a telephone is the person's.
    case phoneCode = "phone-code"
    /// To the address that was there before: whoever changed it may not be its owner.
    case contactChanged = "contact-changed"
}

/// A notice's wording, before the words in braces are filled in.
package struct NoticeWording: Equatable, Sendable {
    package var subject: LocalText
    package var body: LocalText

    package init(subject: LocalText, body: LocalText) {
        self.subject = subject
        self.body = body
    }
}

extension OfficeSettings {
    /// The office's own wording of an e-mail, or the one that every office has.
    package func emailWording(of notice: Notice) -> NoticeWording {
        let standard = NoticeWording.standard(notice)
        guard let own = templates[TemplateKey(notice.rawValue, .email)] else { return standard }
        return NoticeWording(subject: own.subject ?? standard.subject, body: own.body)
    }
}

extension OfficeSettings {
    /// What is written into a chat of LINE: the office's own words, or those of the e-mail.
    ///
    /// A letter calls people ท่าน, a chat คุณ; what the office has worded itself stays as it is.
    package func chatWording(of notice: Notice) -> String {
        let own =
            templates[TemplateKey(notice.rawValue, .line)]
            ?? templates[TemplateKey(notice.rawValue, .email)]
        return own?.body.thai ?? NoticeWording.chat(notice)
    }
}

extension NoticeWording {
    /// Of an office that has set none: the e-mail's, in the tone of a chat.
    static func chat(_ notice: Notice) -> String {
        standard(notice).body.thai.replacing("ท่าน", with: "คุณ")
    }
}

extension LocalText {
    /// `text` with `{number}` and the like filled in, once: what a value says stays as it is.
    ///
    /// A word that nobody gave a value for stays too, so that the mistake is seen.
    package static func filled(_ text: String, with values: [String: String]) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"),
                let value = values[String(rest[rest.index(after: open)..<close])]
            else {
                result += rest.prefix(1)
                rest = rest.dropFirst()
                continue
            }
            result += value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    package func filled(with values: [String: String]) -> LocalText {
        LocalText(
            Self.filled(thai, with: values),
            english: english.map { Self.filled($0, with: values) })
    }
}
