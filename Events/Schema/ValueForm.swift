internal import Entries

/// The written forms of the values that are no plain text.
enum ValueForm: String {
    case date = "Date"
    case digest = "Digest"
    case eventID = "EventID"
    case instant = "Instant"
    case integer = "Integer"
    case keyReference = "KeyReference"

    var schema: SchemaJSON {
        switch self {
        case .date:
            ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
        case .digest: ["type": "string", "pattern": "^[0-9a-f]{64}$"]
        case .eventID:
            [
                "type": "string", "format": "uuid",
                "pattern":
                    "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            ]
        case .instant:
            [
                "type": "string", "format": "date-time",
                "pattern":
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
            ]
        case .integer:
            [
                "type": "integer", "minimum": .integer(-CanonicalReader.largestInteger),
                "maximum": .integer(CanonicalReader.largestInteger),
            ]
        case .keyReference: ["type": "string", "pattern": "^[0-9a-f]{32}$"]
        }
    }
}
