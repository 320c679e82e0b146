package import Entries
internal import Events

/// What applying a document would do: every step decided by the rules beforehand, or the reasons
/// that it may not be.
package struct SettingsPlan: Sendable {
    package private(set) var changes: [SettingsChange] = []
    package private(set) var problems: [SettingsProblem] = []
    /// What the document leaves out and stays nevertheless.
    package private(set) var kept: [String] = []
    package let before: OfficeSettings
    /// How the settings would stand.
    package private(set) var after: OfficeSettings

    /// - Parameter upcomingNumber: the running number that the next case gets if nothing is set;
    ///   nil where nobody knows.
    package init(
        _ document: SettingsDocument, in settings: OfficeSettings, by actor: Actor, at now: Instant,
        upcomingNumber: Int? = nil
    ) {
        let difference = SettingsDifference(document, settings, on: now.local.date)
        self.init(
            difference.changes, in: settings, by: actor, at: now, upcomingNumber: upcomingNumber)
        problems = difference.problems + problems
        kept = difference.kept
    }

    /// The same for steps that are known.
    package init(
        _ changes: [SettingsChange], in settings: OfficeSettings, by actor: Actor, at now: Instant,
        upcomingNumber: Int? = nil
    ) {
        before = settings
        after = settings
        self.changes = changes
        var circumstances = Circumstances(now: now, settings: settings)
        circumstances.upcomingNumber = upcomingNumber
        for change in changes {
            do throws(OfficeRefusal) {
                let events = try OfficeSettings.decide(
                    OfficeCommand(change.event), in: after, by: actor, with: circumstances)
                for event in events { after.apply(event) }
                try Self.needRoom(for: change.event)
            } catch {
                problems.append(SettingsProblem(path: change.path, error.wording))
            }
        }
    }

    /// All steps as one command, which is taken as a whole; nil where nothing would change.
    package var command: OfficeCommand? { OfficeCommand(together: changes.map(\.event)) }

    /// An entry and each of its texts have an end.
    private static func needRoom(for event: OfficeEvent) throws(OfficeRefusal) {
        do throws(TextTooLong) {
            try event.data.checkTexts()
        } catch {
            throw .tooLarge
        }
        let rest = 2_048
        guard event.data.encoded(with: EventFrame()).count + rest <= Envelope.largestSize else {
            throw .tooLarge
        }
    }
}
