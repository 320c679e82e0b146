internal import Glibc

/// LMDB has met pages that contradict each other at a place where it can return no error: nothing
/// may go on with them.
enum Contradiction {
    /// Ends the process as one that has found damage (exit code 1), without a dump: there is
    /// nothing to be learnt from it. `message` is LMDB's. C: `MDB_assert_func`
    static func end(_ message: UnsafePointer<CChar>?) {
        let words = unsafe message.map { unsafe String(cString: $0) } ?? ""
        let lines = """
            khamrong: the log is damaged: pages of the file contradict each other (\(words))
            nothing was changed; “khamrong verify” says where; restore a backup

            """
        _ = unsafe Array(lines.utf8).withUnsafeBytes {
            unsafe write(STDERR_FILENO, $0.baseAddress, $0.count)
        }
        _exit(1)
    }
}
