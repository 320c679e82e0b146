internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The portal over all offices: choose yours.
enum OfficesPage {
    static func response(
        _ offices: [(code: String, settings: Frozen<OfficeSettings>)], _ language: Language
    ) -> Response {
        let title = language("เลือกหน่วยงาน", "Choose your office")
        return PlainDocument.response(title, language) {
            h1 { title }
            p(.class("lead")) {
                language(
                    "ยื่นคำร้องและติดตามผลกับองค์กรปกครองส่วนท้องถิ่นของท่าน",
                    "File petitions with your local government and follow them.")
            }
            ul(.class("cards")) {
                for office in offices {
                    li(.class("card lift")) {
                        h2 {
                            a(.href("/\(office.code)")) {
                                office.settings.value.office.map { language($0.name) }
                                    ?? office.code
                            }
                        }
                        if let address = office.settings.value.office?.address {
                            p(.class("soft small")) { language(address) }
                        }
                        doors(of: office.code, language)
                    }
                }
            }
        }
    }

    /// The citizens' and the officers'.
    private static func doors(of code: String, _ language: Language) -> HTML {
        p(.class("small")) {
            Parts.link("/\(code)", language("ประชาชน", "Citizens"))
            " · "
            Parts.link("/\(code)/\(Visit.desk)/sign-in", language("เจ้าหน้าที่", "Officers"))
        }
    }
}
