package import Entries

/// One e-mail to one person.
package struct MailMessage: Equatable, Sendable {
    package var recipient: MailAddress
    package var subject: String
    package var text: String
    package var html: String?
    package var attachments: [Attachment] = []
    /// What stands before the `@` of its Message-ID: the same whenever it is sent again.
    package var id: String
    package var date: Instant

    package init(
        to recipient: MailAddress, subject: String, text: String, html: String? = nil, id: String,
        date: Instant
    ) {
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.html = html
        self.id = id
        self.date = date
    }

    package struct Attachment: Equatable, Sendable {
        package var name: String
        /// `application/pdf`.
        package var type: String
        package var bytes: [UInt8]

        package init(name: String, type: String = "application/pdf", bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }
}

/// Who an office's mail comes from, and who reads what is answered.
package struct MailSender: Equatable, Sendable {
    package var address: MailAddress
    package var name: String
    package var replyTo: MailAddress?

    package init(address: MailAddress, name: String, replyTo: MailAddress? = nil) {
        self.address = address
        self.name = name
        self.replyTo = replyTo
    }
}
