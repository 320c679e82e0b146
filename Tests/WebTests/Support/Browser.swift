import HTTP
import TestSupport

/// What a visitor does: opens pages, fills in forms, keeps cookies, follows where it is sent.
final class Browser {
    let port: Int
    /// The network that it is in: the last number of its address.
    var network: UInt32 = 1
    /// `/test`: before every path that does not begin with it.
    let root: String
    private(set) var cookies: [String: String] = [:]
    /// What else goes with each request, as a browser says it.
    var headers: [String: String] = [:]
    /// Cookies that live on when the browser is closed.
    private var lasting: Set<String> = []
    /// Where it has come to, and what it sees there.
    private(set) var path = ""
    private(set) var page: Client.Answer?
    /// Every `Set-Cookie` and every address it was sent to since it began.
    private(set) var setCookies: [String] = []
    private(set) var locations: [String] = []

    struct NoSuchForm: Error { let action: String, page: String }

    init(port: Int, root: String) {
        self.port = port
        self.root = root
    }

    /// Another tab, or a copy of what the browser has: the same cookies from here on apart.
    func copy() -> Browser {
        let copy = Browser(port: port, root: root)
        (copy.cookies, copy.path, copy.page, copy.network) = (cookies, path, page, network)
        (copy.headers, copy.lasting) = (headers, lasting)
        return copy
    }

    /// Closed and opened again: what was to be kept only so long is gone.
    func restart() {
        cookies = cookies.filter { lasting.contains($0.key) }
        (path, page) = ("", nil)
    }

    var text: String { page?.text ?? "" }
    var status: Int { page?.status ?? 0 }

    func header(_ name: String) -> String? { page?[name] }

    /// How often a text stands on the page.
    func count(_ words: String) -> Int { text.components(after: words).count }

    @discardableResult func open(_ path: String) throws -> Client.Answer {
        try go("GET", address(path), body: nil, type: nil)
    }

    /// Sends the form of this page that goes to `action`, its hidden fields included.
    @discardableResult func submit(
        _ action: String, _ fields: [String: String] = [:], files: [Upload] = []
    ) throws -> Client.Answer {
        let action = address(action)
        guard let form = Form.find(in: text, action: action) else {
            throw NoSuchForm(action: action, page: text)
        }
        var all = form.hidden
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { all[name] = value }
        return try post(action, all, files: files)
    }

    /// Sends a form without looking at any page.
    @discardableResult func post(
        _ action: String, _ fields: FormFields, files: [Upload] = []
    ) throws -> Client.Answer {
        guard !files.isEmpty else {
            return try go(
                "POST", address(action), body: Array(fields.encoded.utf8),
                type: "application/x-www-form-urlencoded")
        }
        let boundary = "----khamrong-test"
        var body: [UInt8] = []
        for field in fields.fields {
            body += Array(
                """
                --\(boundary)\r\nContent-Disposition: form-data; name="\(field.name)"\r\n\r\n\
                \(field.value)\r\n
                """.utf8)
        }
        for file in files {
            body += Array(
                """
                --\(boundary)\r\nContent-Disposition: form-data; name="\(file.field)"; \
                filename="\(file.name)"\r\nContent-Type: \(file.type)\r\n\r\n
                """.utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        return try go(
            "POST", address(action), body: body, type: "multipart/form-data; boundary=\(boundary)")
    }

    struct Upload {
        var field: String, name: String, type = "image/jpeg"
        var bytes: [UInt8]
    }

    /// A cookie that came from elsewhere.
    func keep(_ name: String, _ value: String) { cookies[name] = value }

    /// What this visitor's forms carry, as a page shows it.
    func formToken(_ path: String) throws -> String {
        try open(path)
        return Form.find(in: text, action: address(path))?.hidden["form"] ?? ""
    }

    /// The hidden fields of the form of this page that goes to `action`.
    func fields(of action: String) throws -> FormFields {
        guard let form = Form.find(in: text, action: address(action)) else {
            throw NoSuchForm(action: action, page: text)
        }
        return form.hidden
    }

    /// The body of the form of this page, for whoever sends it without a browser.
    func formBody(_ fields: [String: String]) throws -> String {
        guard let form = Form.find(in: text, action: path) else {
            throw NoSuchForm(action: path, page: text)
        }
        var all = form.hidden
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { all[name] = value }
        return all.encoded
    }

    var cookieField: String {
        cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            .joined(separator: "; ")
    }

    private func address(_ path: String) -> String {
        path == root || path.hasPrefix(root + "/") || path.hasPrefix(root + "?")
            ? path : path.isEmpty ? root : "\(root)/\(path)"
    }

    private func go(
        _ method: String, _ path: String, body: [UInt8]?, type: String?
    ) throws -> Client.Answer {
        var (method, path, body) = (method, path, body)
        var steps = 0
        while true {
            let answer = try ask(method, path, body: body, type: type)
            self.path = path
            page = answer
            guard [301, 302, 303, 307, 308].contains(answer.status),
                let location = answer["Location"], steps < 6
            else { return answer }
            steps += 1
            locations.append(location)
            // To somebody else's server the test goes itself.
            guard location.hasPrefix("/") else { return answer }
            (method, path, body) = ("GET", location, nil)
        }
    }

    private func ask(
        _ method: String, _ path: String, body: [UInt8]?, type: String?
    ) throws -> Client.Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: test.example\r\nConnection: close\r\n"
        if !cookies.isEmpty {
            head += "Cookie: \(cookieField)\r\n"
        }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Type: \(type ?? "")\r\nContent-Length: \(body.count)\r\n" }
        let client = try Client(port: port, from: network)
        client.send(Array("\(head)\r\n".utf8) + (body ?? []))
        let answer = try client.receive()
        for field in answer.all("Set-Cookie") { keep(field) }
        return answer
    }

    private func keep(_ field: String) {
        setCookies.append(field)
        let parts = field.split(separator: ";").map { $0.drop { $0 == " " } }
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(pair[0])
        cookies[name] = parts.contains("Max-Age=0") ? nil : String(pair[1])
        if parts.contains(where: { $0.hasPrefix("Max-Age=") }) {
            lasting.insert(name)
        } else {
            lasting.remove(name)
        }
    }
}

/// A form as a page holds it.
private struct Form {
    var hidden = FormFields()

    static func find(in page: String, action: String) -> Form? {
        let pattern = "<form"
        for piece in page.components(after: pattern) {
            let content = piece.prefix(before: "</form>")
            guard attribute("action", in: content.prefix(before: ">")) == action else { continue }
            var form = Form()
            for input in content.components(after: "<input") {
                let tag = input.prefix(before: ">")
                guard attribute("type", in: tag) == "hidden", let name = attribute("name", in: tag)
                else { continue }
                form.hidden.append(name, attribute("value", in: tag) ?? "")
            }
            return form
        }
        return nil
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        tag.components(after: " \(name)=\"").first?.prefix(before: "\"")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}

extension String {
    /// What follows each occurrence of a mark.
    fileprivate func components(after mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).dropFirst().map(String.init)
    }

    fileprivate func prefix(before mark: String) -> String {
        firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
