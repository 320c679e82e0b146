import Events
import Rules
import Terminal

/// What applying settings did or would do, for people and for programs.
struct SettingsReport {
    var problems: [SettingsProblem] = []
    private var changes: [SettingsChange] = []
    private var lines: [SettingsLine] = []
    private var kept: [String] = []
    private var remarks: [SettingsProblem] = []
    private var isDryRun = false

    init(problems: [SettingsProblem]) { self.problems = problems }

    init(_ plan: SettingsPlan, isDryRun: Bool) {
        problems = plan.problems
        changes = plan.changes
        lines = plan.lines
        kept = plan.kept
        remarks = plan.remarks
        self.isDryRun = isDryRun
    }

    private var applied: Int { isDryRun || !problems.isEmpty ? 0 : changes.count }

    func print(on terminal: Terminal) throws {
        for problem in problems {
            let line = problem.line.map { " (line \($0))" } ?? ""
            let path = problem.path.isEmpty ? "the file" : problem.path
            terminal.note(
                "\(path)\(line): \(problem.wording.inBoth)", tone: .bad)
        }
        for code in kept {
            terminal.note("\(code) is not in the file and stays: it cannot be taken away")
        }
        for remark in remarks {
            terminal.note("\(remark.path): \(remark.wording.inBoth)", tone: .near)
        }
        guard problems.isEmpty else { return try terminal.print("nothing was changed") }
        for change in changes {
            let data = type(of: change.event.data)
            try terminal.print("\(change.path): \(data.meaning.thai) (\(data.name))")
        }
        for line in lines {
            try terminal.print(
                "  \(line.path): \(Self.short(line.before)) → \(Self.short(line.after))")
        }
        try terminal.print(
            Readable.count(changes.count, "change")
                + (isDryRun ? "; nothing was changed" : " recorded"))
    }

    /// So much of a text that one sees which it is.
    private static func short(_ text: String?) -> String {
        guard let text else { return "–" }
        let line = text.split(separator: "\n").joined(separator: " ")
        return line.count > 60 ? "\(line.prefix(60))…" : line
    }

    var json: JSON {
        .object {
            $0["applied"] = .integer(applied)
            $0["changes"] = .array(
                changes.map { change in
                    [
                        "event": .string(type(of: change.event.data).name),
                        "path": .string(change.path),
                    ]
                })
            $0["kept"] = .array(kept.map(JSON.string))
            $0["problems"] = .array(problems.map(Self.json))
            if !remarks.isEmpty { $0["remarks"] = .array(remarks.map(Self.json)) }
        }
    }

    private static func json(_ problem: SettingsProblem) -> JSON {
        .object {
            $0["path"] = .string(problem.path)
            $0["line"] = problem.line.map(JSON.integer)
            $0["th"] = .string(problem.wording.thai)
            $0["en"] = .string(problem.wording.english)
        }
    }
}
