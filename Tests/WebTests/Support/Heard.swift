import TestSupport

/// What a visitor hears from the office: the status, where it leads, the cookies it sets and the
/// page, without what is drawn anew for each visitor and without what this one typed.
struct Heard: Equatable, CustomStringConvertible {
    let status: Int
    let fields: [String]
    let cookies: [String]
    let locations: [String]
    let text: String

    /// Whatever was told since the browser began; `typed` is what this visitor alone typed.
    init(_ browser: Browser, typed: String...) {
        status = browser.status
        let passing: Set = ["date", "x-request-id", "set-cookie", "content-length"]
        fields = (browser.page?.fields ?? []).filter { !passing.contains($0.name.lowercased()) }
            .map { "\($0.name): \($0.value)" }.sorted()
        cookies = browser.setCookies.map { field in
            let rest = field.firstIndex(of: ";").map { field[$0...] } ?? ""
            return field.prefix { $0 != "=" } + "=…" + rest
        }
        locations = browser.locations
        var text = browser.text.replacing(#/value="[0-9a-f]{32,}"/#, with: "value=\"…\"")
            .replacing(#/Ref: (<strong>)?[A-Z]{4}\b/#, with: "Ref: …")
        for word in typed { text = text.replacing(word, with: "…") }
        self.text = text
    }

    var description: String {
        ["\(status)", fields.joined(separator: "\n"), "\(cookies) \(locations)", text]
            .joined(separator: "\n")
    }
}
