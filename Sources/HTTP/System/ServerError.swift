internal import Glibc

/// The server could not be started, or a file could not be used.
package struct ServerError: Error, Equatable, Sendable {
    /// An `errno`, or 0 where the library does not tell.
    package let code: CInt
    package let function: String

    init(_ function: String, code: CInt = errno) {
        self.code = code
        self.function = function
    }
}

extension ServerError: CustomStringConvertible {
    package var description: String {
        code == 0 ? function : "\(function): \(unsafe String(cString: strerror(code)))"
    }
}
