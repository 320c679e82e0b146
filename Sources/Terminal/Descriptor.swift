internal import Glibc

/// Output could not be written.
package enum OutputError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The reader at the other end of the pipe has gone.
    case closed
    case failed(call: String, code: Int32, path: String)

    package var description: String {
        switch self {
        case .closed: "the reader of the output has gone"
        case .failed(let call, let code, let path):
            "cannot write \(path): \(call): \(SystemMessage.of(code))"
        }
    }
}

/// The system's words for an error number.
enum SystemMessage {
    static func of(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}

/// An open file of the operating system. The only file here that touches C.
struct Descriptor: Sendable {
    let number: Int32
    let path: String

    static let output = Descriptor(number: 1, path: "standard output")
    static let errors = Descriptor(number: 2, path: "standard error")

    /// Writes all of `bytes`; interrupted and partial writes go on.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes[start...].withUnsafeBytes { rest in
                unsafe Glibc.write(number, rest.baseAddress, rest.count)
            }
            if written >= 0 {
                start += written
                continue
            }
            switch errno {
            case EINTR: continue
            case EPIPE: throw .closed
            case EAGAIN:
                var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&waiting, 1, -1)
            case let code: throw .failed(call: "write", code: code, path: path)
            }
        }
    }

    var isTerminal: Bool { isatty(number) == 1 }

    /// The width of the terminal, nil where there is none or it does not say.
    var columns: Int? {
        var size = winsize()
        guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    static func create(_ path: String) throws(OutputError) -> Descriptor {
        let number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard number >= 0 else { throw .failed(call: "open", code: errno, path: path) }
        return Descriptor(number: number, path: path)
    }

    func synchronise() throws(OutputError) {
        guard fsync(number) == 0 else { throw .failed(call: "fsync", code: errno, path: path) }
    }

    func close() { _ = Glibc.close(number) }

    static func rename(_ old: String, to new: String) throws(OutputError) {
        guard unsafe Glibc.rename(old, new) == 0 else {
            throw .failed(call: "rename", code: errno, path: new)
        }
    }

    static func remove(_ path: String) { _ = unsafe unlink(path) }

    /// Puts something that can neither be read nor written in the place of standard input, output
    /// and errors where they are closed. The next file that is opened, the log, would take it, and
    /// what is printed would be written into that.
    static func occupyStandardNumbers() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
            // The lowest number that is free is taken, and that is this one.
            _ = unsafe open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// From here on a vanished reader is an error of `write`, not the end of the process.
    static func ignoreClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Ends the process as the signal would have.
    static func endAsIfByClosedPipe() {
        _ = signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
    }

    static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
