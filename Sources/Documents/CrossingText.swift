package import Entries

/// What is written across the photo of an identity card, so that it serves no other end.
package enum CrossingText {
    /// `ใช้เพื่อยืนยันตัวตนกับเทศบาล…เท่านั้น` and, below it, the day.
    package static func identity(
        for office: OfficeHead, on day: CivilDate, manner: Manner = Manner()
    ) -> String {
        let name = manner.say(office.name)
        let use = manner.say(
            "ใช้เพื่อยืนยันตัวตนกับ\(name)เท่านั้น", "Only to prove identity to \(name)")
        return "\(use)\n\(manner.date(day))"
    }
}
