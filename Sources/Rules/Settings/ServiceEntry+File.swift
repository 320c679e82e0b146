package import Entries
internal import Events

extension ServiceEntry {
    /// Reads the file of one service; the reasons are in `problems` where it is none.
    package static func read(_ bytes: [UInt8], _ problems: inout [SettingsProblem]) -> ServiceEntry
    {
        do throws(JSONFault) {
            return NodeReader.read(
                ServiceEntry.self, from: try JSONParser.parse(bytes), &problems)
        } catch {
            problems.append(SettingsProblem(error))
            return ServiceEntry()
        }
    }
}

extension SettingsPlan {
    /// What it would take for one service to stand so, the others staying as they are.
    package init(
        service entry: ServiceEntry, in settings: OfficeSettings, by actor: Actor, at now: Instant
    ) {
        var document = SettingsDocument(settings, on: now.local.date)
        document.parts = [.services]
        let code = entry.definition.code
        if let place = document.services.firstIndex(where: { $0.definition.code == code }) {
            document.services[place] = entry
        } else {
            document.services.append(entry)
        }
        self.init(document, in: settings, by: actor, at: now)
    }
}
