/// What cairo or Pango could not do.
package enum CairoError: Error, Equatable {
    /// cairo's own words for its status.
    case failed(function: String, reason: String)
    /// The system would put another font in the place of the one asked for.
    case fontMissing(family: String, instead: String)
    /// The bytes are no PNG that can be read.
    case notAPicture(reason: String)
}

extension CairoError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .failed(let function, let reason): "\(function): \(reason)"
        case .fontMissing(let family, let instead):
            "the font \(family) is not installed (\(instead) would be taken instead); "
                + "on Debian: apt-get install fonts-thai-tlwg"
        case .notAPicture(let reason): "not a PNG that can be read: \(reason)"
        }
    }
}
