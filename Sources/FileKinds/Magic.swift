internal import CMagic
internal import Threads

/// libmagic with its database, loaded once for the process (some milliseconds and megabytes).
///
/// A `magic_t` must not be used by two threads at a time (libmagic(3)), so callers take turns; a
/// look at the first bytes of a file takes well under a millisecond.
// Safe to send: the handle is used under the monitor only.
@safe final class Magic: Sendable {
    static let shared = Magic()

    private let handle: Monitor<Handle>

    private init() { handle = Monitor(Handle()) }

    /// The media type of a file that begins with `bytes`; nil if libmagic cannot say.
    /// C: `magic_buffer`
    func mediaType(of bytes: [UInt8]) -> String? {
        handle.with { handle in
            guard let magic = unsafe handle.magic,
                let type = unsafe magic_buffer(magic, bytes, bytes.count)
            else { return nil }
            return unsafe String(cString: type)
        }
    }

    /// Whether the database could be loaded.
    var isLoaded: Bool { handle.with { unsafe $0.magic != nil } }

    @safe private final class Handle: @unchecked Sendable {
        let magic: magic_t?

        /// Looks neither into archives nor for languages of programs: less code meets the bytes.
        init() {
            let flags =
                MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF
                | MAGIC_NO_CHECK_APPTYPE
            let opened = unsafe magic_open(flags)
            guard let opened = unsafe opened, unsafe magic_load(opened, nil) == 0 else {
                if let opened = unsafe opened { unsafe magic_close(opened) }
                unsafe magic = nil
                return
            }
            unsafe magic = opened
        }

        deinit { if let magic = unsafe magic { unsafe magic_close(magic) } }
    }
}
