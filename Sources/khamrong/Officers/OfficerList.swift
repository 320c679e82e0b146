import Events
import Rules
import Terminal
import Workflow

/// Who works in an office, as a person reads it in a terminal.
enum OfficerList {
    static func print(
        _ place: OfficePlace, all: Bool, isJSON: Bool, on terminal: Terminal
    ) throws {
        let office = try Office(reading: place.paths)
        let names = OfficerDirectory(of: office)
        let officers = try office.log.settings(of: place.office).officers.values
            .filter { all || !$0.isDismissed }
            .sorted { $0.id < $1.id }
        let rows = try officers.map { officer in
            let name = try names.person(officer.id).map { PersonName($0).thai }
            return Row(officer: officer, name: name ?? "")
        }
        if isJSON {
            try terminal.print(.array(rows.map(\.json)))
            return
        }
        var table = Table([
            Table.Column("id", .whole), Table.Column("name"), Table.Column("roles"),
            Table.Column("department"), Table.Column("sign-in"),
        ])
        for row in rows { table.add(row.cells) }
        try terminal.print(table)
    }

    private struct Row {
        let officer: OfficeSettings.Officer
        let name: String

        private var state: String {
            if officer.isDismissed { return "dismissed" }
            if officer.isPasswordInitial { return "first password" }
            return officer.hasSecondFactor ? "second factor" : "password"
        }

        var cells: [Table.Cell] {
            [
                Table.Cell(officer.id), Table.Cell(name),
                Table.Cell(officer.roles.map(\.rawValue).joined(separator: ",")),
                Table.Cell(officer.department ?? "–"), Table.Cell(state),
            ]
        }

        var json: JSON {
            JSON.object {
                $0["officer"] = .string(officer.id)
                $0["name"] = .string(name)
                $0["roles"] = .array(officer.roles.map { .string($0.rawValue) })
                $0["department"] = officer.department.map { .string($0) }
                $0["dismissed"] = .boolean(officer.isDismissed)
                $0["first_password"] = .boolean(officer.isPasswordInitial)
                $0["second_factor"] = .boolean(officer.hasSecondFactor)
            }
        }
    }
}
