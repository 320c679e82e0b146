internal import Markup
internal import QRCodes

/// A text as a QR code, drawn into the page: nothing is fetched for it, and no address of its own
/// has to hold the text.
enum QRPicture {
    /// Nil if the text is too long for a code.
    static func html(of text: String, _ visit: Visit) -> HTML? {
        guard let code = QRCode(text) else { return nil }
        let size = code.side + 2 * QRCode.quietZone
        let path = code.runs.map { run in
            let x = run.columns.lowerBound + QRCode.quietZone
            return
                "M\(x) \(run.row + QRCode.quietZone)h\(run.columns.count)v1h-\(run.columns.count)z"
        }.joined()
        var dark = element(
            "path", [Attribute("fill", "#fff"), Attribute("d", "M0 0h\(size)v\(size)H0z")])
        dark.append(element("path", [Attribute("d", path)]))
        return element(
            "svg",
            [
                .class("qr"), .role("img"), .label(visit.say("คิวอาร์โค้ด", "QR code")),
                Attribute("viewBox", "0 0 \(size) \(size)"), Attribute("width", "220"),
                Attribute("height", "220"), Attribute("shape-rendering", "crispEdges"),
            ], dark)
    }
}
