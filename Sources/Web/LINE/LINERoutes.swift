internal import Channels
internal import HTTP
internal import Workflow

/// Where LINE tells what happens in the office's chat.
enum LINERoutes {
    private static let mostBytes = 256 << 10

    static func add(to routes: inout PageRoutes) {
        routes.machine("/line/webhook", body: .bytes(limit: mostBytes)) { visit in
            let body = visit.request.bytes
            let signature = visit.request.headers["x-line-signature"] ?? ""
            guard let isRight = visit.office.isOfLINE(body, signature) else {
                throw HTTP.Refusal.notFound
            }
            // What is not LINE's is not even read.
            guard isRight, let webhook = LINEWebhook(body) else {
                throw HTTP.Refusal.refused(.badRequest)
            }
            try visit.office.hear(webhook)
            return .response(.text("ok\n"))
        }
    }
}
