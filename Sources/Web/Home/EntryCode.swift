internal import HTTP
internal import Markup
internal import QRCodes

/// The QR code of the office's entry page, for a poster at the counter.
enum EntryCode {
    static func add(to routes: inout PageRoutes) {
        routes.get("/qr.svg") { .response(try image($0)) }
    }

    static func figure(_ visit: Visit) -> HTML {
        Markup.figure {
            img(
                .class("qr"), .src(visit.path("qr.svg")),
                Attribute("alt", visit.say("คิวอาร์โค้ด", "QR code")),
                Attribute("width", "176"), Attribute("height", "176"))
            figcaption(.class("small soft")) {
                visit.say("เปิดหน้านี้บนโทรศัพท์", "Open these pages on a phone")
            }
        }
    }

    private static func image(_ visit: Visit) throws -> Response {
        guard let address = visit.address(of: visit.path()), let code = QRCode(address) else {
            throw HTTP.Refusal.notFound
        }
        return .bytes(Array(code.svg.utf8), .svg)
    }
}
