internal import FoundationEssentials

extension MailMessage {
    /// The message as it goes over the wire (RFC 5322, MIME): lines end in CR LF, all is ASCII.
    package func bytes(from sender: MailSender) -> [UInt8] {
        Array((head(from: sender) + body).utf8)
    }

    /// Between `<` and `>`.
    package func messageID(from sender: MailSender) -> String {
        let safe = id.utf8.filter { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        return "\(String(decoding: safe, as: UTF8.self))@\(sender.address.domain)"
    }

    private func head(from sender: MailSender) -> String {
        var header = MailHeader()
        header.add("Date", MailHeader.date(date))
        header.add("From", text: sender.name, address: sender.address)
        header.add("To", "<\(recipient.text)>")
        if let replyTo = sender.replyTo { header.add("Reply-To", "<\(replyTo.text)>") }
        header.add("Subject", text: subject)
        header.add("Message-ID", "<\(messageID(from: sender))>")
        // Machines do not answer machines.
        header.add("Auto-Submitted", "auto-generated")
        header.add("Content-Language", "th")
        header.add("MIME-Version", "1.0")
        return header.text
    }

    private var body: String {
        let alternatives = Part.alternatives([
            Part.text(text, type: "text/plain"), html.map { Part.text($0, type: "text/html") },
        ])
        guard !attachments.isEmpty else { return alternatives }
        return Part.mixed([alternatives] + attachments.map(Part.file))
    }
}

/// A part of a message: its header, an empty line, its content.
private enum Part {
    static func text(_ text: String, type: String) -> String {
        "Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64(Array(text.utf8))
    }

    static func alternatives(_ parts: [String?]) -> String {
        let parts = parts.compactMap { $0 }
        return parts.count == 1 ? parts[0] : multipart("alternative", parts)
    }

    static func mixed(_ parts: [String]) -> String { multipart("mixed", parts) }

    static func file(_ file: MailMessage.Attachment) -> String {
        let type = file.type.utf8.allSatisfy(isToken) ? file.type : "application/octet-stream"
        return "Content-Type: \(type)\r\nContent-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment;\r\n \(parameter(file.name))\r\n\r\n"
            + base64(file.bytes)
    }

    /// Plain where it can be, else as RFC 2231 has it.
    private static func parameter(_ name: String) -> String {
        let slash = UInt8(ascii: "/")
        let isPlain = name.utf8.allSatisfy { isToken($0) && $0 != slash }
        guard !isPlain else { return "filename=\"\(name)\"" }
        let escaped = name.utf8.map { byte in
            isToken(byte) && byte != slash && byte != UInt8(ascii: "+")
                ? String(UnicodeScalar(byte)) : "%" + hex(byte)
        }
        return "filename*=UTF-8''\(escaped.joined())"
    }

    /// All that stands between the borders is base64 and our own headers: no line of it begins as
    /// a border does.
    private static func multipart(_ kind: String, _ parts: [String]) -> String {
        let border = "=_khamrong_\(kind)"
        return "Content-Type: multipart/\(kind); boundary=\"\(border)\"\r\n\r\n"
            + parts.map { "--\(border)\r\n\($0)" }.joined() + "--\(border)--\r\n"
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let lines = Data(bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return lines + "\r\n"
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || "-._/+".utf8.contains(byte)
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}
