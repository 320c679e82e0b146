import Foundation

/// The maps that come with the product.
enum ShippedMaps {
    static let names = ["wabo", "bpic15", "fines", "baltimore"]

    static func bytes(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appending(path: "Docs/Import/\(name).json")))
    }
}
