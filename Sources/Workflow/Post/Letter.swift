internal import Events
internal import Rules

/// The words of one e-mail: Thai first, English below it, the office's name at the end.
package struct Letter: Equatable, Sendable {
    package let subject: String
    package let text: String
    package let html: String

    /// `english` are the values that say something else in English.
    init(
        _ wording: NoticeWording, values: [String: String], english other: [String: String] = [:],
        office: LocalText?
    ) {
        subject = wording.subject.filled(with: values).thai
        var english = values.merging(other) { $1 }
        if let name = office?.english { english["office"] = name }
        let body = wording.body
        let parts = [
            (language: "th", text: LocalText.filled(body.thai, with: values)),
            (language: "th", text: (office?.thai ?? "") + "\n" + Self.footer.thai),
            body.english.map {
                (language: "en", text: LocalText.filled($0, with: english))
            },
            body.english.map { _ in
                (language: "en", text: Self.footer.english ?? "")
            },
        ].compactMap { $0 }
        text = parts.map(\.text).joined(separator: "\n\n") + "\n"
        html = Self.page(parts.map { (language: $0.language, text: $0.text) })
    }

    private static let footer = LocalText(
        "อีเมลนี้ส่งโดยระบบอัตโนมัติ",
        english: "This e-mail was sent by a machine.")

    /// A page without pictures, without addresses to click on, and of words that are escaped.
    private static func page(_ parts: [(language: String, text: String)]) -> String {
        let body = parts.map { part in
            // An office's older wording may have the line ends of its browser.
            let lines = part.text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return "<p lang=\"\(part.language)\">"
                + lines.map { escaped(String($0)) }.joined(separator: "<br>\n") + "</p>\n"
        }
        return "<!DOCTYPE html>\n<html lang=\"th\"><head><meta charset=\"utf-8\">"
            + "<title></title></head>\n<body style=\"font:16px/1.6 sans-serif;max-width:36em\">\n"
            + body.joined() + "</body></html>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
