internal import CCurl

/// One conversation with a mail server at a time. C: `curl_easy_perform`.
///
/// It blocks; it belongs to one thread at a time.
@safe final class SMTPSession {
    private let handle: UnsafeMutableRawPointer
    private var conversation = MailConversation([])

    /// Before the first handle, once in a process; curl's own way is not safe with threads.
    static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init() throws(SMTPError) {
        guard Self.isReady, let handle = unsafe curl_easy_init() else {
            throw SMTPError(code: Int(CURLE_FAILED_INIT.rawValue))
        }
        unsafe self.handle = handle
    }

    deinit { unsafe curl_easy_cleanup(handle) }

    func send(
        _ text: [UInt8], from sender: MailAddress, to recipient: MailAddress,
        over server: MailServer, password: String?
    ) throws(SMTPError) -> ChannelAnswer {
        conversation = MailConversation(text)
        defer { unsafe curl_easy_reset(handle) }
        guard let list = CurlList(["<\(recipient.text)>"]) else {
            throw SMTPError(code: Int(CURLE_OUT_OF_MEMORY.rawValue))
        }
        try set(server, password: password)
        try set(CURLOPT_MAIL_FROM, "<\(sender.text)>")
        try check(unsafe khamrong_curl_set_list(handle, CURLOPT_MAIL_RCPT, list.head))
        try check(unsafe khamrong_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, Int(text.count)))
        try set(CURLOPT_UPLOAD, 1)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        try check(
            unsafe khamrong_curl_set_read(
                handle,
                { buffer, size, count, context in
                    unsafe SMTPSession.of(context).read(into: buffer, count: size * count)
                }, context))
        try check(
            unsafe khamrong_curl_set_trace(
                handle,
                { _, kind, bytes, count, context in
                    unsafe SMTPSession.of(context).hear(kind, bytes, count)
                    return 0
                }, context))
        let code = unsafe curl_easy_perform(handle)
        withExtendedLifetime(list) {}
        return conversation.answer(code == CURLE_OK ? nil : Self.name(code))
    }

    private func set(_ server: MailServer, password: String?) throws(SMTPError) {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        try set(CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)")
        // Nothing but the server that was named, whatever the environment says.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_FORBID_REUSE, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, server.connectSeconds * 1000)
        try set(CURLOPT_TIMEOUT_MS, server.totalSeconds * 1000)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        let use =
            switch server.security {
            case .tls, .startTLS: CURLUSESSL_ALL
            case .offered: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        try set(CURLOPT_USE_SSL, Int(use.rawValue))
        if let certificates = server.certificates { try set(CURLOPT_CAINFO, certificates) }
        if let user = server.user, let password {
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_PASSWORD, password)
        }
    }

    private func set(_ option: CURLoption, _ value: Int) throws(SMTPError) {
        try check(unsafe khamrong_curl_set_long(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(SMTPError) {
        try check(unsafe khamrong_curl_set_text(handle, option, value))
    }

    private func check(_ code: CURLcode) throws(SMTPError) {
        guard code == CURLE_OK else { throw SMTPError(code: Int(code.rawValue)) }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> SMTPSession {
        unsafe Unmanaged<SMTPSession>.fromOpaque(context!).takeUnretainedValue()
    }

    private func read(into buffer: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
        let piece = conversation.next(most: count)
        unsafe piece.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress, let buffer = unsafe buffer {
                unsafe UnsafeMutableRawPointer(buffer).copyMemory(
                    from: base, byteCount: bytes.count)
            }
        }
        return piece.count
    }

    /// Only lines of the protocol; what they say is forgotten with the conversation.
    private func hear(_ kind: curl_infotype, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_HEADER_IN, let bytes = unsafe bytes
        else { return }
        let line = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: min(count, 64)))
        if kind == CURLINFO_HEADER_OUT {
            conversation.sent(line)
        } else {
            conversation.received(line)
        }
    }

    private static func name(_ code: CURLcode) -> String {
        unsafe String(cString: curl_easy_strerror(code))
    }
}

/// curl could not even be asked; `code` is a `CURLcode`.
package struct SMTPError: Error, Equatable, Sendable {
    package let code: Int
}
