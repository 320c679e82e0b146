/// What is done to every answer of a handler.
enum Finishing {
    static func finish(_ response: Response, for request: Request) -> Response {
        var response = response
        prepareFields(&response)
        guard response.status == .ok, request.method == .get || request.method == .head else {
            return response
        }
        if Conditions.isUnchanged(response, for: request) { return unchanged(response) }
        if response.headers["Accept-Ranges"] == "bytes" {
            takePart(&response, of: request)
        } else {
            compress(&response, for: request)
        }
        return response
    }

    private static func prepareFields(_ response: inout Response) {
        if response.headers["Cache-Control"] == nil {
            response.headers["Cache-Control"] = "no-store"
        }
        guard case .file(let file, _) = response.body, response.status == .ok else { return }
        response.headers["Accept-Ranges"] = "bytes"
        if response.headers["Last-Modified"] == nil {
            response.headers["Last-Modified"] = HTTPDate.text(seconds: file.modifiedSeconds)
        }
    }

    private static func unchanged(_ response: Response) -> Response {
        var answer = Response(.notModified)
        for name in ["ETag", "Cache-Control", "Last-Modified", "Vary", "Expires"] {
            answer.headers[name] = response.headers[name]
        }
        if isCompressible(response) { answer.headers.insert("Accept-Encoding", into: "Vary") }
        for cookie in response.headers.all("Set-Cookie") {
            answer.headers.append("Set-Cookie", cookie)
        }
        return answer
    }

    private static func takePart(_ response: inout Response, of request: Request) {
        guard let field = request.headers["Range"],
            Conditions.allowsRange(response, for: request)
        else { return }
        let count = response.byteCount
        switch ByteRange.read(field, of: count) {
        case .whole: return
        case .unsatisfiable:
            response.status = .rangeNotSatisfiable
            response.headers["Content-Range"] = "bytes */\(count)"
            response.body = .none
        case .part(let range):
            response.status = .partialContent
            response.headers["Content-Range"] =
                "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)"
            switch response.body {
            case .bytes(let bytes): response.body = .bytes(Array(bytes[range]))
            case .file(let file, let whole):
                let start = whole.lowerBound + range.lowerBound
                response.body = .file(file, start..<(start + range.count))
            case .none, .stream: return
            }
        }
    }

    /// Below that a packet is not saved.
    private static let leastBytes = 1024

    private static func isCompressible(_ response: Response) -> Bool {
        guard response.headers["Content-Encoding"] == nil else { return false }
        return response.headers["Content-Type"].flatMap { MediaType($0) }?.isCompressible ?? false
    }

    private static func compress(_ response: inout Response, for request: Request) {
        guard case .bytes(let bytes) = response.body, isCompressible(response) else { return }
        response.headers.insert("Accept-Encoding", into: "Vary")
        guard bytes.count >= leastBytes,
            Preferences.accepts("gzip", request.headers.list("Accept-Encoding")),
            let packed = Gzip.packed(bytes), packed.count < bytes.count
        else { return }
        response.body = .bytes(packed)
        response.headers["Content-Encoding"] = "gzip"
        // The same state in other bytes.
        if let tag = response.headers["ETag"], !tag.hasPrefix("W/") {
            response.headers["ETag"] = "W/\(tag)"
        }
    }
}
