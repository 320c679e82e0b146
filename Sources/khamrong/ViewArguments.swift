import Projections
import Terminal

/// The views named on the command line; all of them if none is.
enum ViewArguments {
    static let views = Parameter(
        "VIEW", "which views; all of them if none is named", count: .any,
        words: ViewName.allCases.map(\.rawValue))

    static func views(_ arguments: Arguments) -> [ViewName] {
        let named = arguments.all(views).compactMap(ViewName.init)
        return named.isEmpty ? ViewName.allCases : named
    }
}
