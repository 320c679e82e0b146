internal import Entries
internal import HTTP
internal import TransparencyLog
internal import Workflow

/// Where neighbouring offices have their checkpoints signed (C2SP tlog-witness).
enum WitnessRoutes {
    private static let mostBytes = 64 << 10

    static func add(to routes: inout PageRoutes) {
        routes.machine("/witness/add-checkpoint", body: .bytes(limit: mostBytes)) { visit in
            .response(try answer(visit))
        }
        routes.get("/witness/vkey") { visit in
            guard try !visit.office.neighbours().isEmpty else { throw HTTP.Refusal.notFound }
            return .response(.text("\(try visit.office.witness().verifier.text)\n"))
        }
        routes.get("/witness/{origin}/checkpoint") { visit in
            guard let name = visit.request.parameters["origin"],
                try !visit.office.neighbours().isEmpty,
                let note = try visit.office.witness().last(named: name)
            else { throw HTTP.Refusal.notFound }
            var response = Response.bytes(note.bytes, .plain)
            response.headers["Cache-Control"] = "no-store"
            return .response(response)
        }
    }

    private static func answer(_ visit: Visit) throws -> Response {
        let neighbours = try visit.office.neighbours()
        guard !neighbours.isEmpty else { return Response(.notFound) }
        guard case .bytes(let body) = visit.request.body else { return Response(.badRequest) }
        switch try visit.office.witness().add(body, of: neighbours, at: visit.now) {
        case .signed(let signature): return .text(signature.line)
        case .malformed: return Response(.badRequest)
        case .notSigned: return Response(.forbidden)
        case .unknownLog: return Response(.notFound)
        case .notContinued: return Response(.unprocessableContent)
        case .conflict(let size):
            return .bytes(
                Array("\(size)\n".utf8), MediaType(essence: "text/x.tlog.size"),
                status: .conflict)
        }
    }
}
