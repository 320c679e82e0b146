package import HTTP
package import Markup

/// One page before it is dressed: what it is called and what it says.
package struct Page: Sendable {
    package var title: String
    package var content: HTML
    package var status = Status.ok
    /// Where “back” leads; nil for none.
    package var back: String?
    /// Whether its text is held to a width that reads well.
    package var isNarrow = true
    /// Whether something must be put right: said first in the title, so that it is heard first.
    package var hasIssues = false
    /// After so many seconds it may be tried again: sent with “too many” and “busy”.
    package var retryAfterSeconds: Int?
    /// After so many seconds a browser asks for it again by itself: something is under way.
    package var refreshSeconds: Int?

    package init(_ title: String, @HTMLBuilder content: () -> HTML) {
        self.title = title
        self.content = content()
    }
}

extension Page {
    /// The page is shown again because something must be put right.
    mutating func mark(_ issues: Issues) {
        guard !issues.isEmpty else { return }
        hasIssues = true
        status = issues.isOurs ? .serviceUnavailable : .unprocessableContent
        if issues.isOurs { retryAfterSeconds = 60 }
    }

    /// The whole document as an answer. Pages belong to their visitor: no cache keeps them.
    package func response(to visit: Visit) -> Response {
        var response = Response.bytes(html(for: visit).bytes, .html, status: status)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Content-Language"] = visit.language.rawValue
        if let refreshSeconds { response.headers["Refresh"] = "\(refreshSeconds)" }
        if let retryAfterSeconds { response.headers["Retry-After"] = "\(retryAfterSeconds)" }
        return response
    }

    package func html(for visit: Visit) -> HTML {
        let prefix = hasIssues ? visit.say("ข้อผิดพลาด: ", "Error: ") : ""
        var document = HTML(reservingCapacity: 16_384)
        document.append(.fixed("<!DOCTYPE html>\n"))
        document.append(
            element(
                "html", [.lang(visit.language.rawValue)],
                Layout.document(
                    title: "\(prefix)\(title) – \(visit.name)", page: self, visit)))
        return document
    }
}
