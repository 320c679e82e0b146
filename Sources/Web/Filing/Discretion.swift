internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What somebody who complains may ask for: that few read it, and to give no name.
///
/// Who files a service request or suggests something has no reason to; whoever is logged in has
/// given a name.
struct Discretion {
    let visit: FilingVisit

    /// Whether the petitioner may ask that few read the case.
    var offersConfidentiality: Bool {
        [.complaint, .grievance].contains(visit.service.kind) && !isAlways
    }

    /// Whether it may be filed without a name.
    var offersAnonymity: Bool {
        visit.service.kind == .complaint && visit.account == nil
            && visit.service.guests != .refused && visit.service.identityLevel == .unproven
    }

    /// Whether cases of this kind are confidential anyhow.
    private var isAlways: Bool {
        guard let category = visit.answers.category ?? visit.service.category else {
            return visit.service.isConfidential
        }
        return visit.service.isConfidential
            || visit.visit.settings.categories[category]?.value.isConfidential ?? false
    }

    /// Before the particulars: who gives no name leaves them out.
    func anonymity(_ issues: Issues) -> HTML? {
        guard offersAnonymity else { return nil }
        return tick(
            "anonymous",
            visit.visit.say(
                "ไม่เปิดเผยชื่อ (ไม่ต้องกรอกข้อมูลด้านล่าง)", "Give no name (leave out what is below)"),
            visit.visit.say(
                "หน่วยงานรับเรื่องที่ไม่เปิดเผยชื่อเมื่อมีหลักฐานชัดเจน และติดต่อกลับไม่ได้ "
                    + "หลังยื่นจะได้รหัสและรหัสผ่านไว้ติดตามเรื่อง โปรดจดไว้",
                "Without a name the office needs clear evidence and cannot reach you. You get a "
                    + "code and a password to follow the case: note them."),
            isTicked("anonymous", visit.answers.isAnonymous), issues)
    }

    func confidentiality(_ issues: Issues) -> HTML? {
        if isAlways {
            return Parts.note {
                p {
                    visit.visit.say(
                        "เรื่องประเภทนี้ปกปิดเสมอ อ่านได้เฉพาะผู้รับผิดชอบและผู้บริหาร",
                        "Cases of this kind are always confidential: only those responsible and "
                            + "the heads of the office read them.")
                }
            }
        }
        guard offersConfidentiality else { return nil }
        return tick(
            "confidential", visit.visit.say("ขอให้ปกปิดเรื่องนี้", "Keep this case confidential"),
            visit.visit.say(
                "อ่านได้เฉพาะผู้รับผิดชอบและผู้บริหาร ประเภทเรื่องและสถานที่ไม่เปิดเผยในสถิติ",
                "Only those responsible and the heads of the office read it; its category and "
                    + "place are not published in figures."),
            isTicked("confidential", visit.answers.isConfidential), issues)
    }

    /// An unticked box sends nothing: whether the form was sent is told by another field of it.
    private func isTicked(_ name: String, _ kept: Bool) -> Bool {
        visit.form["preference"] == nil ? kept : visit.form[name] == "yes"
    }

    private func tick(
        _ name: String, _ label: String, _ hint: String, _ isTicked: Bool, _ issues: Issues
    ) -> HTML {
        var html = Controls(visit.visit, issues).agreement(name, label, isChecked: isTicked)
        html.append(p(.class("small soft")) { hint })
        return html
    }

    /// What was ticked, as far as it was offered.
    func take(into answers: inout PetitionAnswers) {
        answers.isAnonymous = offersAnonymity && visit.form["anonymous"] == "yes"
        answers.isConfidential = offersConfidentiality && visit.form["confidential"] == "yes"
    }
}
