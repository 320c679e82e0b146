package import Events

/// What a connected system may do.
package enum Scope: String, CaseIterable, Sendable {
    /// Read the log's entries, in which nothing personal is clear.
    case events = "events:read"

    package var meaning: Wording {
        switch self {
        case .events:
            Wording(thai: "อ่านเหตุการณ์ (ไม่มีข้อมูลส่วนบุคคล)", english: "read events, nothing personal")
        }
    }
}
