package import Entries

extension OfficeEvent {
    /// Many cases left the house as a file.
    package struct DataExported: EventData {
        package static let name = "data-exported"
        package static let version = 2
        package static let meaning = Wording(
            thai: "ส่งออกข้อมูล", english: "Cases were exported as a file.")
        package static let sections: [SectionKind] = [.reason, .export]

        package var format = ""
        package var cases: Int?
        /// The codes of what the file says of each case.
        package var columns: [String] = []
        /// Whether it says whose cases they are.
        package var isNamed = false
        /// A code.
        package var purpose: String?

        package init() {}

        package init(
            format: String, cases: Int? = nil, columns: [String] = [], isNamed: Bool = false,
            purpose: String? = nil
        ) {
            self.format = format
            self.cases = cases
            self.columns = columns
            self.isNamed = isNamed
            self.purpose = purpose
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("cases", &cases)
            try fields.list("columns", &columns)
            try fields.field("format", &format)
            try fields.flag("named", &isNamed)
            try fields.field("purpose", &purpose)
        }
    }

    /// Until version 2 only files with names were recorded, and not what stood in them.
    package struct DataExportedV1: SupersededData {
        package static let name = "data-exported"
        package static let meaning = Wording(
            thai: "ส่งออกข้อมูล", english: "Personal data was exported.")
        package static let sections: [SectionKind] = [.reason]

        package var format = ""
        package var cases: Int?
        /// A code.
        package var purpose: String?

        package init() {}

        package init(format: String, cases: Int? = nil, purpose: String? = nil) {
            self.format = format
            self.cases = cases
            self.purpose = purpose
        }

        package func upcast() -> DataExported {
            DataExported(format: format, cases: cases, isNamed: true, purpose: purpose)
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("cases", &cases)
            try fields.field("format", &format)
            try fields.field("purpose", &purpose)
        }
    }
}
