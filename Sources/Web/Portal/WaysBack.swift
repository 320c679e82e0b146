internal import HTTP

/// Addresses that only take a form show a page when something in it is wrong. Whoever opens such
/// an address again, to read it in another language or after the login, is led to the page above
/// it.
enum WaysBack {
    static func routes(beside pages: [PageRoute]) -> [PageRoute] {
        let shown = Set(pages.filter { $0.method == .get }.map { shape($0.pattern) })
        return pages.filter { page in
            page.method == .post && !page.isForMachines && !shown.contains(shape(page.pattern))
        }.map { page in
            let segments = shape(page.pattern)
            let kept = (0..<segments.count).last { shown.contains(Array(segments.prefix($0))) }
            return PageRoute(
                method: .get, pattern: page.pattern, access: .anyone, body: .none, lane: .ordinary
            ) { visit in
                // The office's code stands before the pattern.
                let above = visit.request.path.segments.prefix(1 + (kept ?? 0))
                return .go(RequestPath(segments: Array(above)).text)
            }
        }
    }

    /// The segments of a pattern, whatever its parameters are called.
    private static func shape(_ pattern: String) -> [String] {
        pattern.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }
    }
}
