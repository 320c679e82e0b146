internal import Events
internal import Rules

extension Subject {
    /// The department that the office sends it to.
    func department(in settings: OfficeSettings) -> String {
        let definition = settings.definition(of: service)
        let category = (category ?? definition?.category).flatMap { settings.categories[$0]?.value }
        return category?.department ?? definition?.department ?? "clerk"
    }
}
