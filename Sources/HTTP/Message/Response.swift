/// What is answered.
package struct Response: Sendable {
    package var status: Status
    package var headers: HeaderFields
    package var body: Body

    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// A file, or a part of one; it is sent by the kernel.
        case file(OpenFile, Range<Int>)
        /// Pieces as they come; the connection ends with the stream.
        case stream(ResponseStream)
    }

    package init(_ status: Status, headers: HeaderFields = [:], body: Body = .none) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func bytes(
        _ bytes: [UInt8], _ type: MediaType, status: Status = .ok
    ) -> Response {
        Response(status, headers: ["Content-Type": type.text], body: .bytes(bytes))
    }

    package static func text(
        _ text: String, _ type: MediaType = .plain, status: Status = .ok
    ) -> Response {
        bytes(Array(text.utf8), type, status: status)
    }

    package static func html(_ text: String, status: Status = .ok) -> Response {
        .text(text, .html, status: status)
    }

    /// Sends the visitor on with GET: after a form was taken, so that reloading repeats nothing.
    ///
    /// `location` is a path of this site or a whole address; it is written as it is.
    package static func redirect(to location: String, _ status: Status = .seeOther) -> Response {
        Response(status, headers: ["Location": location])
    }

    /// The whole file.
    package static func file(_ file: OpenFile, _ type: MediaType) -> Response {
        Response(
            .ok, headers: ["Content-Type": type.text], body: .file(file, 0..<file.byteCount))
    }

    /// Server-sent events, or any other answer without a known end.
    package static func stream(
        _ stream: ResponseStream, _ type: MediaType = .eventStream
    ) -> Response {
        Response(
            .ok, headers: ["Content-Type": type.text, "Cache-Control": "no-store"],
            body: .stream(stream))
    }

    package mutating func set(_ cookie: SetCookie) { headers.append("Set-Cookie", cookie.text) }

    /// How the browser saves or shows it. The name may be in any script.
    package mutating func setDisposition(fileName: String, isAttachment: Bool = true) {
        headers["Content-Disposition"] = Disposition.text(
            fileName: fileName, isAttachment: isAttachment)
    }

    package var byteCount: Int {
        switch body {
        case .none, .stream: 0
        case .bytes(let bytes): bytes.count
        case .file(_, let range): range.count
        }
    }
}
