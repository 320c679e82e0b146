package import Entries

extension OfficeEvent {
    /// Somebody had the office verified; the report is signed and kept.
    package struct LogVerified: EventData {
        package static let name = "log-verified"
        package static let meaning = Wording(
            thai: "ตรวจสอบบันทึกเหตุการณ์", english: "The log was verified.")

        /// How much was looked at: a word of the command `verify`.
        package var extent = ""
        /// What was found; 0 is good.
        package var findings = 0
        /// The last position that was looked at.
        package var head = 0
        /// SHA-256 of the signed report.
        package var report = Digest.zero
        /// The tree’s root at the head; none where the log is damaged.
        package var root: Digest?

        package init() {}

        package init(
            extent: String, findings: Int, head: Int, report: Digest, root: Digest? = nil
        ) {
            self.extent = extent
            self.findings = findings
            self.head = head
            self.report = report
            self.root = root
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("extent", &extent)
            try fields.field("findings", &findings)
            try fields.field("head", &head)
            try fields.field("report", &report)
            try fields.field("root", &root)
        }
    }
}
