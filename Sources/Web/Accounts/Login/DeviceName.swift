internal import HTTP

/// With what somebody logged in, so roughly that it tells whose device it may be and no more: the
/// family of the browser and of the system, never a version or a model.
enum DeviceName {
    private static let browsers = [
        // Those that call themselves by others' names too come first.
        ("Line/", "LINE"), ("Edg", "Edge"), ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("FxiOS", "Firefox"), ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]

    /// As it is kept, `Chrome/Android`; nil for a browser that says nothing that is known.
    static func kept(of request: HTTP.Request) -> String? {
        guard let agent = request.headers["User-Agent"] else { return nil }
        let parts = [browsers, systems].map { names in
            names.first { agent.contains($0.0) }?.1 ?? ""
        }
        return parts.allSatisfy(\.isEmpty) ? nil : parts.joined(separator: "/")
    }

    static func words(_ kept: String?, _ language: Language) -> String {
        let parts = (kept ?? "").split(separator: "/", omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 2 else { return language("ไม่ทราบอุปกรณ์", "unknown device") }
        if parts[0].isEmpty || parts[1].isEmpty { return parts[0] + parts[1] }
        return language("\(parts[0]) บน \(parts[1])", "\(parts[0]) on \(parts[1])")
    }
}
