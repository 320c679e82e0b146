internal import Foundation
internal import Threads

/// The offices that one process serves: each is opened when first asked for, and closed at the
/// end. Any thread may use it.
package final class Offices: Sendable {
    /// The codes of all that may be asked for, in order.
    package let codes: [String]
    private let open: @Sendable (String) throws -> ServedOffice
    private let held: [String: Monitor<ServedOffice?>]

    package init(_ codes: [String], open: @escaping @Sendable (String) throws -> ServedOffice) {
        self.codes = codes.sorted()
        self.open = open
        held = Dictionary(codes.map { ($0, Monitor(nil)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The codes of the offices that lie in a data directory, one whose log is gone included: it
    /// is not passed over in silence.
    package static func codes(in data: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: data).filter { name in
            OfficePaths.isCode(name)
                && ["log", "vault"].contains {
                    FileManager.default.fileExists(atPath: "\(data)/\(name)/\($0)")
                }
        }
    }

    /// The office of that code, nil if there is none; opening it blocks, for this office alone.
    package func office(_ code: String) throws -> ServedOffice? {
        guard let place = held[code] else { return nil }
        return try place.with { office in
            if let office { return office }
            let opened = try open(code)
            office = opened
            return opened
        }
    }

    /// Those that were opened so far.
    package var opened: [ServedOffice] { held.values.compactMap { $0.with { $0 } } }

    /// Closes those that were opened.
    package func close() {
        for place in held.values {
            place.with { office in
                office?.close()
                office = nil
            }
        }
    }
}
