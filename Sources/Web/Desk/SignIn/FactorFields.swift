internal import Entries
internal import Events
internal import Markup
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
                if let picture = QRPicture.html(of: address, visit) { picture }
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
}
