internal import Crypto
internal import Entries
internal import HTTP

/// The files that pages name: compiled in, their address made of their content, so that browsers
/// keep them for ever and never have an old one.
struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]
    let type: MediaType

    init(_ name: String, _ ending: String, _ bytes: [UInt8], _ type: MediaType) {
        let mark = Hex.encode(SHA256.hash(bytes).bytes.prefix(6))
        path = "/assets/\(name).\(mark).\(ending)"
        self.bytes = bytes
        self.type = type
    }

    /// A year, and no question whether it has changed.
    var response: Response {
        var response = Response.bytes(bytes, type)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
    }
}

enum Assets {
    static let style = Asset("site", "css", PackageResources.site_css, .css)
    static let script = Asset("site", "js", PackageResources.site_js, .script)
    /// What only officers need, so that no citizen waits for it.
    static let deskStyle = Asset("desk", "css", PackageResources.desk_css, .css)
    static let deskScript = Asset("desk", "js", PackageResources.desk_js, .script)
    static let icon = Asset("icon", "svg", PackageResources.icon_svg, .svg)

    static let all = [style, script, deskStyle, deskScript, icon]
}
