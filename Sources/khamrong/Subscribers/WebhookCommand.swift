import API
import Entries
import Events
import HTTP
import Rules
import Terminal
import Workflow

/// Looks after what is sent to connected systems: for whoever runs the machine.
struct WebhookCommand: Verb {
    static let name = "webhook"
    static let summary = "see what is sent to connected systems, halt it, resume it, send again"
    static let parameters = [action, subscriber]
    static let options = OfficePlace.options + [networks, Option.json]
    static let notes = """
        A receiver is a connected system with an address (“khamrong subscriber add … --address”).
        One that fails for more than a day is paused, one that answers 410 is disabled: resume it
        once it is well, and it hears all that came meanwhile, in order. Park lays the batch aside
        that it does not take; replay sends again what was laid aside, the oldest first. Test
        sends an empty batch, signed like any other.

          khamrong webhook list
          khamrong webhook show city-map
          khamrong webhook resume city-map
        """

    private enum Action: String, CaseIterable {
        case list, show, test, pause, resume, park, replay
    }

    private static let action = Parameter(
        "ACTION", "what to do", words: Action.allCases.map(\.rawValue))
    private static let subscriber = Parameter("SYSTEM", "the system’s id", count: .atMostOne)
    private static let networks = Option(
        "webhook-networks", "NETWORKS",
        "networks inside the house that may be sent to, with commas between")

    private let place: OfficePlace
    private let action: Action
    private let code: String
    private let reach: WebhookReach
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isJSON = arguments.has(.json)
        action = Action(rawValue: try arguments.required(Self.action)) ?? .list
        if isJSON, ![.list, .show].contains(action) {
            throw UsageError("--json goes with webhook list and webhook show")
        }
        if action == .list { try arguments.needNone(Self.subscriber, with: "webhook list") }
        code = action == .list ? "" : try arguments.required(Self.subscriber)
        var networks: [Network] = []
        for text in (arguments[Self.networks] ?? "").split(separator: ",") {
            guard let network = Network(text) else {
                throw UsageError("--webhook-networks takes networks like 127.0.0.0/8")
            }
            networks.append(network)
        }
        reach = WebhookReach(allowed: networks)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            let desk = try WebhookDesk(office, at: SystemClock.now())
            if action == .list {
                let systems = try office.log.settings(of: place.office).subscribers.values
                try list(try desk.standings(of: systems).compactMap(\.deliveries), on: terminal)
                return .good
            }
            guard let client = try office.log.settings(of: place.office).subscribers[code] else {
                throw Failure("there is no system \(code)")
            }
            if action == .test {
                guard client.address != nil else {
                    throw Failure(
                        "\(code) has no address",
                        hint: "“khamrong subscriber add … --address” gives it one")
                }
                let answer = desk.test(client, reach: reach)
                try terminal.print(answer.words, tone: answer.isTaken ? .good : .bad)
                return answer.isTaken ? .good : .failed
            }
            guard let receiver = try desk.receiver(code) else {
                throw Failure("nothing was sent to \(code) yet")
            }
            return try act(desk, client, receiver, on: terminal)
        }
    }

    private func act(
        _ desk: WebhookDesk, _ client: OfficeEvent.SubscriberSet,
        _ receiver: WebhookStore.Receiver, on terminal: Terminal
    ) throws -> ExitCode {
        switch action {
        case .list, .test: break
        case .show: try show(desk, on: terminal)
        case .pause:
            try desk.pause(receiver)
            try terminal.print("\(code) is paused.")
        case .resume:
            try desk.resume(receiver)
            try terminal.print("\(code) is resumed.")
        case .park:
            guard try desk.park(receiver) else { throw Failure("nothing is on its way to \(code)") }
            try terminal.print("The batch is laid aside.")
        case .replay:
            let sent = try desk.replay(to: client, reach: reach)
            if sent.isEmpty { try terminal.print("Nothing was laid aside for \(code).") }
            for delivery in sent {
                let isTaken = delivery.outcome == .delivered
                try terminal.print(
                    "\(delivery.id): \(delivery.answer)", tone: isTaken ? .good : .bad)
            }
            return sent.allSatisfy { $0.outcome == .delivered } ? .good : .failed
        }
        return .good
    }

    private func list(
        _ standings: [SystemStanding.Deliveries], on terminal: Terminal
    ) throws {
        if isJSON { return try terminal.print(.array(standings.map(\.json))) }
        guard !standings.isEmpty else {
            return try terminal.print("Nothing was sent to any system yet.")
        }
        var table = Table([
            Table.Column("system", .whole), Table.Column("state"), .number("behind"),
            Table.Column("oldest", .whole), .number("failures"), .number("aside"),
            Table.Column("last answer"),
        ])
        for standing in standings {
            let receiver = standing.receiver
            table.add([
                Table.Cell(receiver.code), Table.Cell(receiver.state.rawValue),
                .count(standing.behind), Table.Cell(standing.oldest?.display(.short) ?? ""),
                .count(receiver.failures), .count(standing.outcomes.parked),
                Table.Cell(receiver.answer ?? ""),
            ])
        }
        try terminal.print(table)
    }

    private func show(_ desk: WebhookDesk, on terminal: Terminal) throws {
        let deliveries = try desk.deliveries(of: code, limit: 50)
        if isJSON {
            return try terminal.print(
                .array(
                    deliveries.map { delivery in
                        .object { fields in
                            fields["delivery"] = .string(delivery.id)
                            fields["outcome"] = .string(delivery.outcome.rawValue)
                            fields["tries"] = .integer(delivery.tries)
                            fields["answer"] = .string(delivery.answer)
                            fields["at"] = .string("\(delivery.at)")
                        }
                    }))
        }
        guard !deliveries.isEmpty else {
            return try terminal.print("Nothing was sent to \(code) yet.")
        }
        var table = Table([
            Table.Column("delivery", .whole), Table.Column("outcome"), Table.Column("tries"),
            Table.Column("answer"), Table.Column("at", .whole),
        ])
        for delivery in deliveries {
            table.add([
                Table.Cell(delivery.id), Table.Cell(delivery.outcome.rawValue),
                Table.Cell("\(delivery.tries)"), Table.Cell(delivery.answer),
                Table.Cell(delivery.at.display(.short)),
            ])
        }
        try terminal.print(table)
    }
}

extension SystemStanding.Deliveries {
    fileprivate var json: JSON {
        .object { fields in
            fields["subscriber"] = .string(receiver.code)
            fields["state"] = .string(receiver.state.rawValue)
            fields["since"] = receiver.state == .active ? nil : .string("\(receiver.since)")
            fields["cursor"] = .string("\(receiver.cursor)")
            fields["behind"] = .integer(behind)
            fields["oldest"] = oldest.map { .string("\($0)") }
            fields["failures"] = .integer(receiver.failures)
            fields["parked"] = .integer(outcomes.parked)
            fields["delivered_at"] = outcomes.delivered.map { .string("\($0)") }
            fields["failed_at"] = outcomes.failed.map { .string("\($0.at)") }
            fields["answer"] = receiver.answer.map { .string($0) }
        }
    }
}
