import Foundation

/// Where the real case histories lie that are not part of the project.
enum RealFiles {
    static let folder = ProcessInfo.processInfo.environment["KHAMRONG_SHARED"].map { $0 + "/data" }
    static var arePresent: Bool { folder != nil }

    static func path(_ name: String) -> String { "\(folder ?? "")/\(name)" }
}
