internal import Entries
internal import Events
internal import Markup
internal import QRCodes
internal import Rules
internal import Vault
internal import Workflow

/// The parts of pages on which an authenticator app is set up or asked.
enum FactorFields {
    static func code(_ controls: Controls) -> HTML {
        controls.text(
            "code", controls.language("รหัส 6 หลักจากแอป", "Six digits from the app"), value: nil,
            width: "w5", autocomplete: "one-time-code", inputmode: "numeric")
    }

    /// What the app takes in: as a picture, and as letters for an app that sees none.
    static func offer(_ factor: SecondFactor, to officer: String, _ visit: Visit) -> HTML {
        // Short and in plain letters: each Thai one would be nine in the code, and cameras of old
        // phones do not read a dense one.
        let issuer = visit.settings.office?.name.english ?? visit.office.code
        let address = factor.address(issuer: issuer, name: officer)
        return ol {
            li {
                visit.say(
                    "เปิดแอปยืนยันตัวตนบนโทรศัพท์ของท่าน เช่น Aegis, FreeOTP, Google Authenticator",
                    "Open an authenticator app on your phone, such as Aegis, FreeOTP or Google "
                        + "Authenticator.")
            }
            li {
                visit.say("เพิ่มบัญชี แล้วสแกนรูปนี้", "Add an account and scan this picture.")
                if let picture = picture(of: address, visit) { picture }
                p {
                    visit.say("สแกนไม่ได้ พิมพ์รหัสนี้แทน: ", "If you cannot scan, type this: ")
                    element("code", [.class("secret")], .text(factor.text))
                }
            }
            li {
                visit.say(
                    "กรอกรหัส 6 หลักที่แอปแสดง เพื่อยืนยันว่าตั้งค่าถูกต้อง",
                    "Enter the six digits that the app shows, so that we know it works.")
            }
        }
    }

    /// Drawn into the page: an address of its own would have to hold the secret, or a key to it.
    private static func picture(of text: String, _ visit: Visit) -> HTML? {
        guard let code = QRCode(text) else { return nil }
        let size = code.side + 2 * QRCode.quietZone
        let path = code.runs.map { run in
            let x = run.columns.lowerBound + QRCode.quietZone
            return
                "M\(x) \(run.row + QRCode.quietZone)h\(run.columns.count)v1h-\(run.columns.count)z"
        }.joined()
        var dark = element(
            "path", [Attribute("fill", "#fff"), Attribute("d", "M0 0h\(size)v\(size)H0z")])
        dark.append(element("path", [Attribute("d", path)]))
        return element(
            "svg",
            [
                .class("qr"), .role("img"), .label(visit.say("คิวอาร์โค้ด", "QR code")),
                Attribute("viewBox", "0 0 \(size) \(size)"), Attribute("width", "220"),
                Attribute("height", "220"), Attribute("shape-rendering", "crispEdges"),
            ], dark)
    }
}
