import Foundation

/// What `find` finds, asked again and again; nil if nothing comes of it. So long that only what
/// never happens takes it: a machine under load is no finding.
package func eventually<Found>(
    seconds: Double = 60, _ find: () throws -> Found?
) rethrows -> Found? {
    let end = Date().addingTimeInterval(seconds)
    repeat {
        if let found = try find() { return found }
        Thread.sleep(forTimeInterval: 0.05)
    } while Date() < end
    return nil
}
