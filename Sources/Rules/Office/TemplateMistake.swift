package import Events

/// What is wrong with a word in braces, and where it stands.
package struct TemplateMistake: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// Nothing is filled in there, in this message or in any.
        case unknown(String)
        /// `{` that nothing closes on its line.
        case unclosed(String)
        /// `}` that nothing opened.
        case unopened
    }

    package var kind: Kind
    /// Counted from 1.
    package var line: Int
    /// In the English wording rather than in the Thai.
    package var isEnglish = false
    /// In the subject rather than in the text.
    package var isSubject = false
    /// What could stand there.
    package var allowed: [Placeholder]

    package init(
        kind: Kind, line: Int, isEnglish: Bool = false, isSubject: Bool = false,
        allowed: [Placeholder]
    ) {
        self.kind = kind
        self.line = line
        self.isEnglish = isEnglish
        self.isSubject = isSubject
        self.allowed = allowed
    }

    /// The first mistake of a template; nil if there is none.
    package static func first(in data: OfficeEvent.TemplateSet) -> TemplateMistake? {
        let allowed = Placeholder.allowed(in: data.template, on: data.channel)
        let texts: [(text: String?, isEnglish: Bool, isSubject: Bool)] = [
            (data.subject?.thai, false, true), (data.subject?.english, true, true),
            (data.body.thai, false, false), (data.body.english, true, false),
        ]
        for (text, isEnglish, isSubject) in texts {
            guard let text, let (kind, line) = mistake(in: text, allowed) else { continue }
            return TemplateMistake(
                kind: kind, line: line, isEnglish: isEnglish, isSubject: isSubject,
                allowed: allowed)
        }
        return nil
    }

    /// The words in braces that a text holds, known or not.
    package static func words(in text: String) -> Set<String> {
        Set(text.matches(of: #/\{([^{}\n]*)\}/#).map { String($0.1) })
    }

    private static func mistake(in text: String, _ allowed: [Placeholder]) -> (Kind, Int)? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            var rest = line
            while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
                guard rest[brace] == "{" else { return (.unopened, index + 1) }
                rest = rest[rest.index(after: brace)...]
                guard let end = rest.firstIndex(where: { $0 == "{" || $0 == "}" }),
                    rest[end] == "}"
                else {
                    let word = rest.prefix { $0 != "{" }.prefix(20)
                    return (.unclosed(String(word)), index + 1)
                }
                let word = String(rest[..<end])
                guard allowed.contains(where: { $0.rawValue == word }) else {
                    return (.unknown(word), index + 1)
                }
                rest = rest[rest.index(after: end)...]
            }
        }
        return nil
    }
}

extension TemplateMistake {
    package var wording: Wording {
        let choice = allowed.map(\.text).joined(separator: " ")
        switch kind {
        case .unknown(let word):
            return Wording(
                thai: "\(place.thai): ไม่รู้จัก {\(word)} ในข้อความนี้ใช้ได้เฉพาะ \(choice)",
                english: "\(place.english): nothing is filled in for {\(word)} here. This message "
                    + "knows \(choice)")
        case .unclosed(let word):
            return Wording(
                thai: "\(place.thai): {\(word) ไม่มี } ปิด",
                english: "\(place.english): {\(word) is not closed by }")
        case .unopened:
            return Wording(
                thai: "\(place.thai): มี } โดยไม่มี { เปิด",
                english: "\(place.english): there is a } that no { opened")
        }
    }

    private var place: Wording {
        Wording(
            thai:
                "\(isSubject ? "หัวเรื่อง" : "เนื้อหา") (\(isEnglish ? "อังกฤษ" : "ไทย")) บรรทัด \(line)",
            english: "\(isSubject ? "Subject" : "Text") (\(isEnglish ? "English" : "Thai")), "
                + "line \(line)")
    }
}
