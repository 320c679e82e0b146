internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import TransparencyLog
internal import Workflow

/// What the office's log is, and how anybody checks it without believing the office.
enum LogPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/log") { page($0) }
        LogFiles.add(to: &routes)
    }

    private static func page(_ visit: Visit) -> Page {
        let title = visit.say("บันทึกที่ใครก็ตรวจสอบได้", "A log that anybody can check")
        let key = try? visit.office.publisher.get().signer.verifier.text
        var page = Page(title) {
            h1 { title }
            what(visit)
            if let key { Parts.rows(rows(key, visit)) } else { silent(visit) }
            receipt(visit)
            whole(key ?? "VKEY", visit)
            doubt(visit)
        }
        page.back = visit.path()
        return page
    }

    private static func what(_ visit: Visit) -> HTML {
        div {
            p {
                visit.say(
                    "ทุกเรื่องที่ยื่นและทุกขั้นตอนที่เจ้าหน้าที่ทำ ถูกบันทึกต่อท้ายกันไปในบันทึกเดียว แก้ ลบ หรือสลับลำดับย้อนหลังไม่ได้โดยไม่มีใครรู้",
                    "Everything that is filed and every step that officers take is added to one "
                        + "log. Nothing in it can be changed, removed or reordered unnoticed.")
            }
            p {
                visit.say(
                    "หน่วยงานลงลายมือชื่อดิจิทัลกำกับจำนวนรายการและลายนิ้วมือของทั้งบันทึก (checkpoint) ถ้าแก้แม้แต่ตัวอักษรเดียว ลายนิ้วมือจะไม่ตรงกัน",
                    "The office signs how many entries there are and one hash of them all (a "
                        + "checkpoint). If a single letter were changed, the hash would be another."
                )
            }
            p {
                visit.say(
                    "ชื่อ เลขประจำตัว ข้อความในคำร้อง ไม่อยู่ในส่วนที่เผยแพร่ มีเพียงลายนิ้วมือของข้อมูลที่เข้ารหัสไว้",
                    "Names, numbers of people and what they wrote are not in what is published: "
                        + "only hashes of what is sealed.")
            }
        }
    }

    private static func silent(_ visit: Visit) -> HTML {
        Parts.note("warn") {
            p {
                visit.say(
                    "ขณะนี้บันทึกไม่ได้รับการลงลายมือชื่อ กรุณาแจ้งหน่วยงาน",
                    "The log is not being signed at the moment. Please tell the office.")
            }
        }
    }

    private static func rows(
        _ key: String, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        var rows: [(label: String, value: HTML, change: HTML?)] = [
            (visit.say("กุญแจสาธารณะ", "Public key"), code { key }, nil)
        ]
        let bytes = (try? visit.office.published(TileDirectory.checkpointName)) ?? nil
        if let bytes, let note = try? SignedNote(bytes), let checkpoint = try? Checkpoint(note) {
            rows.append(
                (visit.say("จำนวนรายการ", "Entries"), .text("\(checkpoint.size)"), nil))
            rows.append(
                (
                    visit.say("ลายนิ้วมือของบันทึก", "Hash of the log"),
                    code { Base64.encode(checkpoint.root.bytes) }, nil
                ))
        }
        rows.append(
            (
                visit.say("ไฟล์", "Files"),
                a(.href(visit.path("log", "checkpoint"))) { "checkpoint" }, nil
            ))
        return rows
    }

    private static func receipt(_ visit: Visit) -> HTML {
        section {
            h2 { visit.say("ตรวจเรื่องของท่านเอง", "Check your own filing") }
            p {
                visit.say(
                    "บันทึกไฟล์หลักฐาน (.tlog-proof) จากหน้าคำร้องและเก็บไว้ ไฟล์เดียวนี้พิสูจน์ได้ว่าท่านยื่นอะไร เมื่อใด แม้เว็บไซต์นี้ไม่อยู่แล้ว",
                    "Save the file (.tlog-proof) from your case and keep it. It alone shows what "
                        + "you filed and when, even if this site is gone.")
            }
            pre { "khamrong verify-receipt KT0000000000000.tlog-proof --key \"$(cat vkey)\"" }
            p {
                a(.href(visit.path("check-receipt"))) {
                    visit.say("หรือตรวจที่หน้านี้", "Or check it on this page")
                }
            }
        }
    }

    private static func whole(_ key: String, _ visit: Visit) -> HTML {
        let prefix = visit.address(of: visit.path("log")) ?? visit.path("log")
        return section {
            h2 { visit.say("ตรวจทั้งบันทึก", "Check the whole log") }
            p {
                visit.say(
                    "รูปแบบไฟล์เป็นมาตรฐานเปิด (C2SP tlog-tiles, signed-note) โปรแกรมของผู้อื่นอ่านได้ เช่น golang.org/x/mod/sumdb หรือ Tessera fsck",
                    "The files are of an open format (C2SP tlog-tiles, signed-note) that other "
                        + "people's programs read: golang.org/x/mod/sumdb, for one, or Tessera's "
                        + "fsck.")
            }
            pre { "curl \(prefix)/checkpoint\ncurl \(prefix)/vkey\ncurl \(prefix)/tile/0/000.p/1" }
            p {
                visit.say("กุญแจสำหรับโปรแกรมเหล่านั้น: ", "The key to give them: ")
                code { key }
            }
            p {
                visit.settings.disclosure.areEntriesPublic
                    ? visit.say(
                        "รายการของบันทึกเปิดให้ทุกคนที่ tile/entries",
                        "The entries are open to everybody below tile/entries.")
                    : visit.say(
                        "ลายนิ้วมือเปิดให้ทุกคน ส่วนตัวรายการเปิดให้ผู้ตรวจสอบ",
                        "The hashes are open to everybody, the entries to the auditor.")
            }
        }
    }

    private static func doubt(_ visit: Visit) -> HTML {
        section {
            h2 { visit.say("ถ้าไม่ตรงกัน", "If something does not fit") }
            p {
                visit.say(
                    "เก็บ checkpoint เก่าไว้ ถ้าบันทึกใหม่สั้นกว่า หรือไม่ต่อเนื่องจากของเก่า นั่นคือหลักฐานที่หน่วยงานลงลายมือชื่อเอง ส่งให้ผู้ตรวจสอบหรือหน่วยงานที่เป็นพยานได้",
                    "Keep old checkpoints. A newer one that is smaller, or does not continue an "
                        + "older one, is evidence signed by the office itself: show both to the "
                        + "auditor or to a witness.")
            }
        }
    }
}
