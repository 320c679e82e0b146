package import Entries

/// Why an office's post does not work.
package enum PostProblem: Error, Equatable, Sendable {
    /// Another process sends this office's messages.
    case openedByAnother(String)
    /// A section lies neither beside its entry nor is it erased.
    case sectionMissing(at: Position)
    /// A reset by link needs the site's address, which the settings do not name.
    case noSite
}

extension PostProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .openedByAnother(let path):
            "another process sends the messages of this office (\(path))"
        case .sectionMissing(let position): "a sealed section of entry \(position) is missing"
        case .noSite: "a link needs the address of the site"
        }
    }
}
