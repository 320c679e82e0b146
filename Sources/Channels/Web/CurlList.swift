internal import CCurl

/// curl's list of texts, which it does not copy: it must live as long as the transfer.
@safe final class CurlList {
    private(set) var head: UnsafeMutablePointer<curl_slist>?

    /// Nil if there is no memory.
    init?(_ texts: [String]) {
        for text in texts {
            guard let longer = unsafe curl_slist_append(head, text) else {
                unsafe curl_slist_free_all(head)
                return nil
            }
            unsafe head = longer
        }
    }

    deinit { unsafe curl_slist_free_all(head) }
}
