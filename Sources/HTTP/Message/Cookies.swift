/// The cookies of a request.
package struct Cookies: Equatable, Sendable {
    package private(set) var pairs: [FormFields.Field]

    /// At most so many are read.
    static let most = 64

    /// Reads the `Cookie` fields. What is no cookie is left out: other sites of the same domain
    /// set cookies too, and theirs are not the visitor's fault.
    package init(_ headers: HeaderFields) {
        pairs = []
        for value in headers.all("Cookie") {
            for piece in value.split(separator: ";") {
                let halves = piece.split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard pairs.count < Self.most, halves.count == 2 else { continue }
                let name = ASCII.trimmed(halves[0])
                var content = ASCII.trimmed(halves[1])
                if content.utf8.count >= 2, content.hasPrefix("\""), content.hasSuffix("\"") {
                    content = String(content.dropFirst().dropLast())
                }
                guard !name.isEmpty, name.utf8.allSatisfy(ASCII.isToken),
                    content.utf8.allSatisfy(Self.isValue)
                else { continue }
                pairs.append(FormFields.Field(name: name, value: content))
            }
        }
    }

    /// The first of that name: the one of the longest path, as browsers send them.
    package subscript(name: String) -> String? {
        pairs.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// `cookie-octet` of RFC 6265.
    static func isValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
        default: false
        }
    }
}
