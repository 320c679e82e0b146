internal import Markup
internal import Projections

/// The keys of the list, and the way to switch them off; shown with `?` too.
enum KeysHelp {
    static func html(_ visit: Visit) -> HTML {
        details(.class("more keys"), .id("keys")) {
            summary { visit.say("แป้นพิมพ์ลัด", "Keys") }
            dl {
                for (key, meaning) in keys(visit) {
                    div {
                        dt { element("kbd", [], .text(key)) }
                        dd { meaning }
                    }
                }
            }
            div(.class("choice")) {
                input(.type("checkbox"), .id("keys-off"), .name("keys-off"))
                Markup.label(.for("keys-off")) {
                    visit.say("ปิดแป้นลัดในเบราว์เซอร์นี้", "Switch the keys off in this browser")
                }
            }
        }
    }

    private static func keys(_ visit: Visit) -> [(String, String)] {
        [
            ("?", visit.say("แสดงแป้นลัด", "show the keys")),
            ("j / k", visit.say("เรื่องถัดไป / ก่อนหน้า", "next / previous case")),
            ("Enter", visit.say("เปิดเรื่อง", "open the case")),
            ("v", visit.say("ดูข้างรายการ", "show it beside the list")),
            ("x", visit.say("เลือกเรื่อง", "select the case")),
            ("c", visit.say("รับเรื่องที่เลือก", "claim what is selected")),
            ("s", visit.say("ค้นหา", "search")),
            (".", visit.say("คัดลอกเลขที่", "copy the number")),
        ]
            + QueueWords.order.map { view in
                ("g \(QueueWords.key(view))", QueueWords.name(view, visit))
            }
    }
}
