import HTTP

extension Parser {
    /// The first byte is the size of the pieces: a body reads alike however it is cut.
    static func parseMultipart(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let body = Array(bytes.dropFirst())
        let whole = read(body, size: max(body.count, 1))
        precondition(read(body, size: Int(first) + 1) == whole, "cut otherwise, read otherwise")
    }

    private struct Part: Equatable {
        let header: PartHeader
        var content: [UInt8] = []
    }

    /// Nil if it is refused; the parts' content put together.
    private static func read(_ body: [UInt8], size: Int) -> [Part]? {
        guard var parser = try? MultipartParser(boundary: "x", headerLimit: 256) else { return nil }
        var parts: [Part] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(size))
            rest = rest.dropFirst(piece.count)
            let isRead: Void? = try? parser.read(piece) { event in
                switch event {
                case .partBegan(let header): parts.append(Part(header: header))
                case .content(let bytes): parts[parts.count - 1].content += bytes
                case .partEnded: return
                }
            }
            guard isRead != nil else { return nil }
        }
        return parser.isComplete ? parts : nil
    }

    /// What was accepted is accepted as it is written.
    static func parseForm(_ bytes: [UInt8]) {
        guard let form = try? FormFields.read(bytes) else { return }
        let named = form.fields.filter { !$0.name.isEmpty || !$0.value.isEmpty }
        guard named.count == form.fields.count else { return }
        precondition((try? FormFields.read(form.encoded.utf8)) == form, "a form reads otherwise")
    }

    /// The fields of a head, each by its own reader.
    static func parseHead(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines {
            if let path = RequestPath(line) {
                precondition(RequestPath(path.text)?.segments == path.segments, "another path")
            }
            if let type = MediaType(line) {
                precondition(MediaType(type.text) == type, "a media type reads otherwise")
            }
            if let address = IPAddress(line) {
                precondition(IPAddress(address.description) == address, "another address")
            }
            if let tags = EntityTag.list(line) {
                let again = tags.map(\.text).joined(separator: ", ")
                precondition(tags.isEmpty || EntityTag.list(again) == tags, "other tags")
            }
            if let seconds = HTTPDate.seconds(line) {
                precondition(HTTPDate.seconds(HTTPDate.text(seconds: seconds)) == seconds)
            }
            if let network = Network(line) { precondition(network.contains(network.address)) }
            _ = (TraceParent(line), ListenAddress(line))
            _ = Preferences.language(line, of: ["th", "en"])
        }
        for field in [TrustedProxies.Field.xForwardedFor, .forwarded] {
            parseProxies(lines, field: field)
        }
    }

    static func parseCookies(_ text: String) {
        var headers = HeaderFields()
        for line in text.split(separator: "\n") { headers.append("Cookie", String(line)) }
        let cookies = Cookies(headers)
        precondition(cookies.pairs.count <= 64)
        for pair in cookies.pairs {
            let written = SetCookie(pair.name, pair.value, isSecure: false).text
            let sent = Cookies(["Cookie": String(written.split(separator: ";")[0])])
            precondition(sent[pair.name] == pair.value, "a cookie reads otherwise")
        }
    }

    private static func parseProxies(_ lines: [String], field: TrustedProxies.Field) {
        guard let peer = IPAddress("10.0.0.1"), let inner = Network("10.0.0.0/8") else { return }
        var headers = HeaderFields()
        let name = field == .forwarded ? "Forwarded" : "X-Forwarded-For"
        for line in lines { headers.append(name, line) }
        let proxies = TrustedProxies([inner], field: field)
        let origin = proxies.origin(peer: peer, headers: headers)
        precondition([4, 16].contains(origin.client.bytes.count))
    }
}
