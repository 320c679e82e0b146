package import Entries

extension OfficeEvent {
    /// Histories of another system begin to come in.
    package struct ImportStarted: EventData {
        package static let name = "import-started"
        package static let meaning = Wording(
            thai: "เริ่มนำเข้าข้อมูล", english: "An import started.")

        package var run = ""
        package var system = ""
        /// SHA-256 of what is imported.
        package var file = Digest.zero
        /// SHA-256 of the map.
        package var map = Digest.zero

        package init() {}

        package init(run: String, system: String, file: Digest, map: Digest) {
            self.run = run
            self.system = system
            self.file = file
            self.map = map
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("file", &file)
            try fields.field("map", &map)
            try fields.field("run", &run)
            try fields.field("system", &system)
        }
    }
}

extension OfficeEvent {
    /// An import is at its end.
    package struct ImportFinished: EventData {
        package static let name = "import-finished"
        package static let meaning = Wording(
            thai: "นำเข้าข้อมูลเสร็จ", english: "An import finished.")

        package var run = ""
        package var cases = 0
        package var events = 0
        /// Events that became `step-recorded`.
        package var steps = 0
        /// Rows that could not be read.
        package var refused = 0

        package init() {}

        package init(run: String, cases: Int, events: Int, steps: Int, refused: Int) {
            self.run = run
            self.cases = cases
            self.events = events
            self.steps = steps
            self.refused = refused
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("cases", &cases)
            try fields.field("events", &events)
            try fields.field("refused", &refused)
            try fields.field("run", &run)
            try fields.field("steps", &steps)
        }
    }
}

extension OfficeEvent {
    /// A connected system may do this much.
    package struct SubscriberSet: EventData {
        package static let name = "subscriber-set"
        package static let meaning = Wording(
            thai: "กำหนดระบบเชื่อมต่อ", english: "A subscriber was set.")

        package var subscriber = ""
        package var name = ""
        package var scopes: [String] = []
        /// Event types; none means all that the scopes allow.
        package var types: [String] = []
        /// Of cases about one of these, or with one of these departments; none: of everything.
        package var categories: [String] = []
        package var departments: [String] = []
        /// Where to send them.
        package var address: String?
        /// The name of the secret, never the secret.
        package var secret: String?
        /// As what it works on cases, like an officer with these roles; none: it only reads.
        package var roles: [Role] = []
        /// The department that it works in; none: in all of them.
        package var department: String?
        /// Requests that it may make in a minute; what is usual if none.
        package var perMinute: Int?

        package init() {}

        package init(
            subscriber: String, name: String, scopes: [String] = [], types: [String] = [],
            address: String? = nil, secret: String? = nil, roles: [Role] = [],
            department: String? = nil, perMinute: Int? = nil, categories: [String] = [],
            departments: [String] = []
        ) {
            self.subscriber = subscriber
            self.name = name
            self.scopes = scopes
            self.types = types
            self.address = address
            self.secret = secret
            self.roles = roles
            self.department = department
            self.perMinute = perMinute
            self.categories = categories
            self.departments = departments
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("address", &address)
            try fields.list("categories", &categories)
            try fields.field("department", &department)
            try fields.list("departments", &departments)
            try fields.field("name", &name)
            try fields.field("per_minute", &perMinute)
            try fields.list("roles", &roles)
            try fields.list("scopes", &scopes)
            try fields.field("secret", &secret)
            try fields.field("subscriber", &subscriber)
            try fields.list("types", &types)
        }
    }
}

extension OfficeEvent {
    /// A connected system reads no more.
    package struct SubscriberRemoved: EventData {
        package static let name = "subscriber-removed"
        package static let meaning = Wording(
            thai: "ยกเลิกระบบเชื่อมต่อ", english: "A subscriber was removed.")

        package var subscriber = ""

        package init() {}

        package init(subscriber: String) {
            self.subscriber = subscriber
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("subscriber", &subscriber)
        }
    }
}

extension OfficeEvent {
    /// The keys are wrapped anew, and the old wrapping key is gone.
    package struct KeyEpochRotated: EventData {
        package static let name = "key-epoch-rotated"
        package static let meaning = Wording(
            thai: "เปลี่ยนรุ่นกุญแจ", english: "The key epoch was rotated.")

        package var epoch = 0
        /// How many were wrapped anew.
        package var keys = 0

        package init() {}

        package init(epoch: Int, keys: Int) {
            self.epoch = epoch
            self.keys = keys
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("epoch", &epoch)
            try fields.field("keys", &keys)
        }
    }
}

extension OfficeEvent {
    /// The machine’s clock went back; recorded time did not.
    package struct ClockSteppedBack: EventData {
        package static let name = "clock-stepped-back"
        package static let meaning = Wording(
            thai: "นาฬิกาเครื่องถอยหลัง", english: "The machine’s clock stepped back.")

        package var backMilliseconds = 0

        package init() {}

        package init(backMilliseconds: Int) {
            self.backMilliseconds = backMilliseconds
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("back_milliseconds", &backMilliseconds)
        }
    }
}

extension OfficeEvent {
    /// The log was restored shorter than it was.
    package struct LogRestored: EventData {
        package static let name = "log-restored"
        package static let meaning = Wording(
            thai: "กู้คืนบันทึกเหตุการณ์", english: "The log was restored.")
        package static let sections: [SectionKind] = [.reason]

        /// The log’s new epoch.
        package var epoch = 0
        /// The last position that was kept.
        package var position = 0
        /// The tree’s root at it.
        package var root: Digest?
        /// The last checkpoint that is known to have been signed of the log as it was.
        package var checkpoint: String?
        /// The last position that is known to be lost; there may have been more.
        package var lostThrough: Int?
        /// Keys that were erased by entries that are lost: they stay so.
        package var erased: [String] = []
        /// Sealed sections that no archive held whole, and keys that the vault’s copy did not know;
        /// nil if there were none. What they held is lost.
        package var missing: Int?

        package static var longestText: Int? { 20_000 }

        package init() {}

        package init(
            epoch: Int, position: Int, root: Digest? = nil, checkpoint: String? = nil,
            lostThrough: Int? = nil
        ) {
            self.epoch = epoch
            self.position = position
            self.root = root
            self.checkpoint = checkpoint
            self.lostThrough = lostThrough
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("checkpoint", &checkpoint)
            try fields.field("epoch", &epoch)
            try fields.list("erased", &erased)
            try fields.field("lost_through", &lostThrough)
            try fields.field("missing", &missing)
            try fields.field("position", &position)
            try fields.field("root", &root)
        }
    }
}
