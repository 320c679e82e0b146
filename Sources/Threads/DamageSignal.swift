internal import Glibc

/// A page of a mapped file that is damaged may lead LMDB anywhere: then the process ends by a
/// signal, for there is nothing to go on with, and says so to whoever asked.
package enum DamageSignal {
    /// From now on such a signal ends the process with a word and as one that has found damage.
    /// A mistake of the program's own stops it in another way (SIGILL, SIGTRAP).
    package static func endWithAWord() {
        for signal in [SIGSEGV, SIGBUS] {
            var action = sigaction()
            unsafe action.__sigaction_handler.sa_handler = { _ in
                // Only what a signal's handler may do: no memory is asked for.
                let words: StaticString = """
                    khamrong: the log is damaged: a page of a file led nowhere
                    nothing was changed; “khamrong verify” says where; restore a backup

                    """
                _ = unsafe write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
                _exit(1)
            }
            unsafe sigaction(signal, &action, nil)
        }
    }
}
