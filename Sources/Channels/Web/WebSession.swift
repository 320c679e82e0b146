internal import CCurl

/// What another server answered.
package struct WebAnswer: Equatable, Sendable {
    package let status: Int
    package let body: [UInt8]
}

/// Another server could not be asked, or did not answer.
package struct WebError: Error, Equatable, Sendable {
    package let words: String
}

extension WebError: CustomStringConvertible {
    package var description: String { words }
}

/// Asks other servers, one at a time. C: `curl_easy_perform`.
///
/// It blocks; it belongs to one thread at a time.
@safe package final class WebSession {
    private let handle: UnsafeMutableRawPointer
    private var body: [UInt8] = []

    private static let mostBytes = 64 << 10
    private static let connectMilliseconds = 10_000
    private static let totalMilliseconds = 30_000

    package init() throws(WebError) {
        guard SMTPSession.isReady, let handle = unsafe curl_easy_init() else {
            throw WebError(words: "curl cannot be used")
        }
        unsafe self.handle = handle
    }

    deinit { unsafe curl_easy_cleanup(handle) }

    /// Sends `bytes` to `address`, which is `http:` or `https:`, and follows no redirection.
    package func post(_ bytes: [UInt8], to address: String) throws(WebError) -> WebAnswer {
        body = []
        defer { unsafe curl_easy_reset(handle) }
        try set(CURLOPT_URL, address)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // Nothing but the server that was named, whatever the environment says.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, Self.connectMilliseconds)
        try set(CURLOPT_TIMEOUT_MS, Self.totalMilliseconds)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_POST, 1)
        // The size first: the text may hold anything.
        try set(CURLOPT_POSTFIELDSIZE, bytes.count)
        let copied = unsafe (bytes + [0]).withUnsafeBytes { bytes in
            unsafe khamrong_curl_set_text(
                handle, CURLOPT_COPYPOSTFIELDS,
                bytes.baseAddress!.assumingMemoryBound(to: CChar.self))
        }
        try check(copied)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        try check(
            unsafe khamrong_curl_set_write(
                handle,
                { bytes, size, count, context in
                    unsafe Unmanaged<WebSession>.fromOpaque(context!).takeUnretainedValue()
                        .take(bytes, size * count)
                }, context))
        try check(unsafe curl_easy_perform(handle))
        var status = 0
        try check(unsafe khamrong_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status))
        return WebAnswer(status: status, body: body)
    }

    /// Fewer bytes than were given end the transfer.
    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes = unsafe bytes, body.count + count <= Self.mostBytes else { return 0 }
        unsafe body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func set(_ option: CURLoption, _ value: Int) throws(WebError) {
        try check(unsafe khamrong_curl_set_long(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(WebError) {
        try check(unsafe khamrong_curl_set_text(handle, option, value))
    }

    private func check(_ code: CURLcode) throws(WebError) {
        guard code == CURLE_OK else {
            throw WebError(words: unsafe String(cString: curl_easy_strerror(code)))
        }
    }
}
