internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import TransparencyLog
internal import Workflow

/// The published log, as other people's verifiers fetch it: below `/log`, nothing of it a page.
enum LogFiles {
    /// Groups of a tile's number, and the width behind them.
    private static let mostParts = 5

    static func add(to routes: inout PageRoutes) {
        routes.get("/log/checkpoint") { .response(try checkpoint($0)) }
        routes.get("/log/checkpoint.witnessed") { visit in
            .response(try text(TileDirectory.witnessedName, visit))
        }
        routes.get("/log/vkey") { visit in
            var response = try text(TileDirectory.keyName, visit)
            response.headers["Cache-Control"] = "public, max-age=3600"
            return .response(response)
        }
        let parts = (1...mostParts).map { "{\($0)}" }
        for count in 1...mostParts {
            let pattern = (["/log/tile/{level}"] + parts.prefix(count)).joined(separator: "/")
            routes.get(pattern) { visit in
                let names = ["level"] + (1...count).map { "\($0)" }
                let path = names.map { visit.request.parameters[$0] ?? "" }
                return .response(try tile("tile/\(path.joined(separator: "/"))", visit))
            }
        }
    }

    /// The newest one; with the signatures of witnesses where they have signed that very one.
    private static func checkpoint(_ visit: Visit) throws -> Response {
        let plain = try bytes(TileDirectory.checkpointName, visit)
        guard let witnessed = try? bytes(TileDirectory.witnessedName, visit),
            let own = try? SignedNote(plain), let other = try? SignedNote(witnessed),
            own.text == other.text
        else { return answer(plain) }
        return answer(witnessed)
    }

    private static func text(_ name: String, _ visit: Visit) throws -> Response {
        answer(try bytes(name, visit))
    }

    private static func answer(_ bytes: [UInt8]) -> Response {
        var response = Response.bytes(bytes, .plain)
        response.headers["Cache-Control"] = "no-store"
        return response
    }

    private static func bytes(_ name: String, _ visit: Visit) throws -> [UInt8] {
        guard let bytes = try visit.office.published(name) else { throw HTTP.Refusal.notFound }
        return bytes
    }

    /// What a tile holds never changes, so that it may be kept for ever; of entries that are not
    /// published by nobody but the auditor.
    private static func tile(_ path: String, _ visit: Visit) throws -> Response {
        guard let tile = Tile(path: path) else { throw HTTP.Refusal.notFound }
        let isPublic = tile.content != .entries || visit.settings.disclosure.areEntriesPublic
        guard isPublic || visit.officer?.roles.contains(.auditor) ?? false else {
            throw HTTP.Refusal.refused(.forbidden)
        }
        guard let file = try? OpenFile(path: "\(visit.office.office.paths.tiles)/\(tile.path)")
        else { throw HTTP.Refusal.notFound }
        var response = Response.file(file, .octets)
        response.headers["Cache-Control"] =
            "\(isPublic ? "public" : "private"), max-age=31536000, immutable"
        return response
    }
}
