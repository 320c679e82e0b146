package import Events

extension Office {
    /// The photos that a person sent last for the check of the identity; none once they are erased.
    package func evidence(of person: PersonFile) throws -> [Evidence] {
        for event in person.events.reversed() {
            switch event.event {
            case .account(.registered), .account(.identityEvidenceAdded):
                let found = try sections(Evidence.self, of: event).compactMap(\.content)
                if !found.isEmpty { return found }
            default: continue
            }
        }
        return []
    }
}
