package import Events

/// How long what an officer writes in a case may be, in letters as Unicode counts them.
///
/// A note or a reason is read between other work, an answer is a letter of some pages; what is
/// longer belongs into a file.
package enum WrittenLength {
    /// The most letters of a section of that kind; nil where officers write none.
    package static func most(of kind: SectionKind) -> Int? {
        switch kind {
        case .note, .reason, .defects, .appointment: 4000
        case .message, .result: 10_000
        default: nil
        }
    }

    package static func count(_ text: String) -> Int { text.unicodeScalars.count }

    package static func count(in note: Note) -> Int { count(note.text) }
    package static func count(in message: Message) -> Int { count(message.text) }
    package static func count(in result: CaseResult) -> Int { count(result.text) }

    package static func count(in reason: Reason) -> Int {
        max(count(reason.text), count(reason.remedy ?? ""))
    }

    package static func count(in defects: Defects) -> Int {
        defects.items.map { count($0.text) }.reduce(0, +)
    }

    package static func count(in details: AppointmentDetails) -> Int {
        max(count(details.text ?? ""), count(details.place ?? ""))
    }

    /// What is said of a text that is longer.
    package static func wording(most: Int) -> Wording {
        let thousands = "\(most / 1000),000"
        return Wording(
            thai: "ข้อความต้องไม่เกิน \(thousands) ตัวอักษร ตัดให้สั้นลง หรือแนบเป็นไฟล์",
            english: "Use at most \(thousands) letters: shorten it, or attach it as a file")
    }
}
