internal import API
internal import Channels
internal import Entries
internal import Events
internal import EventLog
internal import Projections
internal import Workflow

/// The figures of offices as Prometheus reads them (text format 0.0.4).
struct MetricsText {
    private(set) var text = ""

    init(
        _ offices: [OfficeGauges], _ systems: [(office: String, standings: [SystemStanding])],
        at now: Instant
    ) {
        gauge("khamrong_log_head", "Position of the last entry.", offices) { Double($0.head) }
        gauge("khamrong_log_bytes", "Bytes of the log's file.", offices) { Double($0.logBytes) }
        gauge("khamrong_log_map_bytes", "What the file may grow to before its map grows.", offices)
        {
            Double($0.mapBytes)
        }
        gauge(
            "khamrong_log_oldest_reader_commits",
            "Commits that the oldest reader has missed; absent while nobody reads.", offices
        ) { $0.oldestReaderAge.map(Double.init) }
        gauge(
            "khamrong_log_damaged", "1 once damage was come upon; nothing is written then.",
            offices
        ) { $0.damage == nil ? 0 : 1 }
        gauge("khamrong_writer_waiting", "Commands that wait or are under way.", offices) {
            Double($0.writer.waiting)
        }
        counter("khamrong_writer_commits_total", "Commits that were kept.", offices) {
            Double($0.writer.commits)
        }
        counter("khamrong_writer_failures_total", "Commits that failed.", offices) {
            Double($0.writer.failures)
        }
        histogram(
            "khamrong_append_seconds", "From a command's arrival to its durable answer.", offices
        ) { $0.writer.latency }
        histogram("khamrong_batch_commands", "Commands decided and kept together.", offices) {
            $0.writer.batches
        }
        views(offices)
        messages(offices)
        self.systems(systems, at: now)
    }

    private mutating func views(_ offices: [OfficeGauges]) {
        head("khamrong_view_lag_entries", "gauge", "Entries that a view does not show yet.")
        for office in offices {
            for view in office.views {
                line(
                    "khamrong_view_lag_entries",
                    [("office", office.code), ("view", view.name.rawValue)],
                    Double(office.lag(of: view.status)))
            }
        }
        head("khamrong_view_stopped", "gauge", "1 while a view cannot go on.")
        for office in offices {
            for view in office.views {
                line(
                    "khamrong_view_stopped",
                    [("office", office.code), ("view", view.name.rawValue)],
                    view.status.failure == nil ? 0 : 1)
            }
        }
    }

    private mutating func messages(_ offices: [OfficeGauges]) {
        head("khamrong_messages", "gauge", "Messages of the outbox by where they stand.")
        for office in offices {
            for state in OutboxRow.State.allCases {
                line(
                    "khamrong_messages", [("office", office.code), ("state", state.rawValue)],
                    Double(office.messages[state] ?? 0))
            }
        }
    }

    private mutating func systems(
        _ offices: [(office: String, standings: [SystemStanding])], at now: Instant
    ) {
        func each(
            _ name: String, _ kind: String, _ help: String, _ value: (SystemStanding) -> Double?
        ) {
            head(name, kind, help)
            for (office, standings) in offices {
                for standing in standings {
                    guard let value = value(standing) else { continue }
                    line(name, [("office", office), ("system", standing.system.subscriber)], value)
                }
            }
        }
        each("khamrong_system_requests_total", "counter", "Requests of a connected system.") {
            Double($0.usage?.requests ?? 0)
        }
        each("khamrong_stream_consumers", "gauge", "Open streams of events.") {
            Double($0.streams.count)
        }
        each("khamrong_stream_lag_entries", "gauge", "Entries that the slowest has yet to hear.") {
            $0.streams.map(\.behind).max().map(Double.init)
        }
        each("khamrong_webhook_lag_entries", "gauge", "Entries that a receiver has yet to take.") {
            $0.deliveries.map { Double($0.behind) }
        }
        each("khamrong_webhook_age_seconds", "gauge", "Age of the oldest of them; 0 at the head.") {
            $0.deliveries.map { deliveries in
                deliveries.oldest.map {
                    Double(max(0, now.milliseconds - $0.milliseconds)) / 1000
                } ?? 0
            }
        }
        each("khamrong_webhook_halted", "gauge", "1 while nothing is sent to a receiver.") {
            $0.deliveries.map { $0.receiver.state == .active ? 0 : 1 }
        }
    }

    private mutating func gauge(
        _ name: String, _ help: String, _ offices: [OfficeGauges],
        _ value: (OfficeGauges) -> Double?
    ) { each(name, "gauge", help, offices, value) }

    private mutating func counter(
        _ name: String, _ help: String, _ offices: [OfficeGauges],
        _ value: (OfficeGauges) -> Double?
    ) { each(name, "counter", help, offices, value) }

    private mutating func each(
        _ name: String, _ kind: String, _ help: String, _ offices: [OfficeGauges],
        _ value: (OfficeGauges) -> Double?
    ) {
        head(name, kind, help)
        for office in offices {
            if let value = value(office) { line(name, [("office", office.code)], value) }
        }
    }

    private mutating func histogram(
        _ name: String, _ help: String, _ offices: [OfficeGauges],
        _ value: (OfficeGauges) -> Histogram
    ) {
        head(name, "histogram", help)
        for office in offices {
            let histogram = value(office)
            var count = 0
            for (index, bound) in histogram.bounds.enumerated() {
                count += histogram.counts[index]
                line(
                    "\(name)_bucket", [("office", office.code), ("le", number(bound))],
                    Double(count))
            }
            line(
                "\(name)_bucket", [("office", office.code), ("le", "+Inf")],
                Double(histogram.total))
            line("\(name)_sum", [("office", office.code)], histogram.sum)
            line("\(name)_count", [("office", office.code)], Double(histogram.total))
        }
    }

    private mutating func head(_ name: String, _ kind: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    /// The values of labels are codes and words of ours: nothing in them needs an escape.
    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let labels = labels.map { "\($0)=\"\($1)\"" }.joined(separator: ",")
        text += "\(name){\(labels)} \(number(value))\n"
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
