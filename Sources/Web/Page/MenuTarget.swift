internal import Events
internal import Rules

/// Where the words lead that the office's menus may point to.
enum MenuTarget {
    /// Nil for a word that this version does not know: the item is not shown then.
    static func path(_ target: String?, _ visit: Visit) -> String? {
        guard let target else { return nil }
        if visit.settings.services[target] != nil { return visit.path("services", target) }
        switch target {
        case "profile": return visit.path("account")
        case "cases": return visit.path("cases")
        case "documents": return visit.path("documents")
        case "file-service": return visit.path("services")
        case "file-complaint": return visit.path("services", "kind", "complaint")
        case "file-grievance": return visit.path("services", "kind", "grievance")
        case "file-suggestion": return visit.path("services", "kind", "suggestion")
        case "track": return visit.path("track")
        case "survey": return visit.path("survey")
        case "help": return visit.path("help")
        default: return nil
        }
    }
}
