internal import CCurl

/// Asks other servers, one at a time. C: `curl_easy_perform`.
///
/// It blocks; it belongs to one thread at a time. A server's connection is kept for the next
/// request to it.
@safe package final class WebSession {
    private let handle: UnsafeMutableRawPointer
    private var body: [UInt8] = []
    private var headers: [String: String] = [:]

    private static let mostBytes = 64 << 10
    private static let mostHeaders = 100

    package init() throws(WebError) {
        guard SMTPSession.isReady, let handle = unsafe curl_easy_init() else {
            throw WebError(words: "curl cannot be used")
        }
        unsafe self.handle = handle
    }

    deinit { unsafe curl_easy_cleanup(handle) }

    /// Sends `bytes` to `address`, which is `http:` or `https:`, and follows no redirection.
    package func post(_ bytes: [UInt8], to address: String) throws(WebError) -> WebAnswer {
        try send(WebRequest(.post, address, body: bytes))
    }

    /// Follows no redirection.
    package func send(_ request: WebRequest) throws(WebError) -> WebAnswer {
        body = []
        headers = [:]
        defer { unsafe curl_easy_reset(handle) }
        try set(CURLOPT_URL, request.address)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // Nothing but the server that was named, whatever the environment says.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, request.connectMilliseconds)
        try set(CURLOPT_TIMEOUT_MS, request.totalMilliseconds)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        // `Expect: 100-continue` would only cost a second where nobody answers it.
        let lines = request.headers.map { "\($0.name): \($0.value)" } + ["Expect:"]
        guard let fields = CurlList(lines), let pins = CurlList(request.pin.map { [$0] } ?? [])
        else { throw WebError(words: "there is no memory") }
        defer { withExtendedLifetime((fields, pins)) {} }
        try check(unsafe khamrong_curl_set_list(handle, CURLOPT_HTTPHEADER, fields.head))
        try check(unsafe khamrong_curl_set_list(handle, CURLOPT_RESOLVE, pins.head))
        if request.method == .post { try set(body: request.body) }
        try listen()
        try check(unsafe curl_easy_perform(handle))
        var status = 0
        try check(unsafe khamrong_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status))
        var wait: curl_off_t = 0
        try check(unsafe khamrong_curl_get_size(handle, CURLINFO_RETRY_AFTER, &wait))
        return WebAnswer(
            status: status, body: body, headers: headers,
            retryAfterSeconds: wait > 0 ? Int(wait) : nil)
    }

    private func set(body bytes: [UInt8]) throws(WebError) {
        try set(CURLOPT_POST, 1)
        // The size first: the text may hold anything.
        try set(CURLOPT_POSTFIELDSIZE, bytes.count)
        let copied = unsafe (bytes + [0]).withUnsafeBytes { bytes in
            unsafe khamrong_curl_set_text(
                handle, CURLOPT_COPYPOSTFIELDS,
                bytes.baseAddress!.assumingMemoryBound(to: CChar.self))
        }
        try check(copied)
    }

    private func listen() throws(WebError) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        try check(
            unsafe khamrong_curl_set_write(
                handle,
                { bytes, size, count, context in
                    unsafe WebSession.of(context).take(bytes, size * count)
                }, context))
        try check(
            unsafe khamrong_curl_set_header(
                handle,
                { bytes, size, count, context in
                    unsafe WebSession.of(context).hear(bytes, size * count)
                }, context))
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> WebSession {
        unsafe Unmanaged<WebSession>.fromOpaque(context!).takeUnretainedValue()
    }

    /// Fewer bytes than were given end the transfer.
    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes = unsafe bytes, body.count + count <= Self.mostBytes else { return 0 }
        unsafe body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func hear(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes = unsafe bytes, headers.count < Self.mostHeaders else { return 0 }
        let line = unsafe String(
            decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 {
            headers[parts[0].lowercased()] = String(
                parts[1].trimmingPrefix { $0 == " " }.prefix { !$0.isNewline })
        }
        return count
    }

    private func set(_ option: CURLoption, _ value: Int) throws(WebError) {
        try check(unsafe khamrong_curl_set_long(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(WebError) {
        try check(unsafe khamrong_curl_set_text(handle, option, value))
    }

    private func check(_ code: CURLcode) throws(WebError) {
        guard code == CURLE_OK else { throw Self.error(code) }
    }

    private static func error(_ code: CURLcode) -> WebError {
        WebError(
            words: unsafe String(cString: curl_easy_strerror(code)),
            mayHaveArrived: !beforeSending.contains(code.rawValue))
    }

    /// Where it ends like this, no byte of the request has gone out.
    private static let beforeSending = Set(
        [
            CURLE_FAILED_INIT, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL,
            CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR,
            CURLE_PEER_FAILED_VERIFICATION, CURLE_OUT_OF_MEMORY, CURLE_BAD_FUNCTION_ARGUMENT,
            CURLE_UNKNOWN_OPTION, CURLE_NOT_BUILT_IN,
        ].map(\.rawValue))
}
