internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// The desk's queue: what is open, least time remaining first.
enum QueueRoutes {
    private static let views: [OfficerQueue.DeskView] = [
        .open, .mine, .unclaimed, .awaitingCitizen, .near, .overdue, .appointments, .returned,
    ]

    static let all = [
        APIRoute(
            operation: "readQueue", method: .get, pattern: "/v1/queue", access: .scope(.queue),
            summary: Wording(
                thai: "คิวงาน เวลาเหลือน้อยสุดก่อน", english: "The queue, least time remaining first"),
            parameters: [
                .word("view", views.map(\.rawValue), "Which view of the desk; open if none.")
            ] + PetitionPage.parameters,
            answer: .many(PetitionOutline.self, "A page of the queue.", headers: ["Link"])
        ) { visit in
            let asked = visit.request.query["view"] ?? OfficerQueue.DeskView.open.rawValue
            guard let view = views.first(where: { $0.rawValue == asked }) else {
                let list = views.map(\.rawValue).joined(separator: ", ")
                throw Problem.invalid(
                    "view", Wording(thai: "หนึ่งใน \(list)", english: "one of \(list)"))
            }
            return try PetitionPage(view, visit).response(to: visit)
        },
        APIRoute(
            operation: "countQueue", method: .get, pattern: "/v1/queue/counts",
            access: .scope(.queue),
            summary: Wording(thai: "จำนวนงานในแต่ละมุมมอง", english: "How many cases each view holds"),
            answer: .one(QueueCounts.self, "The counts.")
        ) { visit in
            let (scope, officer, now) = (visit.deskScope(), visit.actor.id, visit.now)
            let counts = try visit.office.views.read(.officerQueue) { database in
                try OfficerQueue.counts(at: now, officer: officer, scope: scope, in: database)
            }
            return .json(QueueCounts(counts))
        },
    ]
}

/// How many cases each view of the desk holds.
struct QueueCounts: Fields {
    private var counts = OfficerQueue.Counts()

    init() {}

    init(_ counts: OfficerQueue.Counts) { self.counts = counts }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("appointments", &counts.appointments)
        try fields.field("awaiting_citizen", &counts.awaitingCitizen)
        try fields.field("finished_today", &counts.finishedToday)
        try fields.field("mine", &counts.mine)
        try fields.field("near", &counts.near)
        try fields.field("open", &counts.open)
        try fields.field("overdue", &counts.overdue)
        try fields.field("returned", &counts.returned)
        try fields.field("unclaimed", &counts.unclaimed)
    }
}
