/// Why something that a log or a witness is said to have written is not taken.
package enum NoteError: Error, Equatable, Sendable {
    /// It is not of the form that it must be of; the text says what of it is not.
    case malformed(String)
    /// A key that we know is named beside a signature that it did not make.
    case invalidSignature(name: String)
    /// No key that we know has signed it.
    case notSigned(by: String)
    /// Fewer witnesses have signed it than the policy asks for.
    case quorumNotMet
}

extension NoteError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let what): what
        case .invalidSignature(let name): "the signature of \(name) is not genuine"
        case .notSigned(let name): "it is not signed by \(name)"
        case .quorumNotMet: "not enough witnesses have signed it"
        }
    }
}
