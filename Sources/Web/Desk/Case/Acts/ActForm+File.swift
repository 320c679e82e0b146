internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// How the case is kept: notes, category, urgency, confidentiality, duplicates.
extension ActForm {
    static let note = ActForm(takesFiles: true) { visit in
        var html = visit.long(
            "note", "บันทึกภายใน (ผู้ยื่นไม่เห็น)", "Note (the petitioner does not see it)")
        html.append(visit.files("ไฟล์แนบ", "Files"))
        return html
    } command: { visit, issues in
        let files = visit.attachments
        return ActCommand(
            .note(.init(attachments: files.number)), [visit.noteSection] + files.sections)
    }

    static let recategorise = ActForm { visit in
        let departments = visit.desk.settings.departments.keys
            .filter(visit.desk.settings.isDepartment)
        var html = visit.choose(
            "choice", "ประเภทเรื่อง", "Category",
            DeskChoices.categories(visit.choices, visit.visit))
        html.append(
            visit.choose(
                "department", "หน่วยงาน", "Unit",
                DeskChoices.departments(departments, visit.visit), isGrouped: false,
                hint: visit.say("เว้นว่าง = ตามประเภทเรื่อง", "Empty: the category's own"),
                isRequired: false))
        html.append(visit.reason(isRequired: false))
        return html
    } command: { visit, _ in
        let category = visit.typed["choice"]
        let sealed = visit.desk.petition.isConfidential
        return ActCommand(
            .recategorise(
                .init(category: category, department: visit.typed.text("department"))),
            [
                visit.reasonSection,
                sealed ? PlainSection(Classification(category: category)) : nil,
            ])
    }

    static let setUrgency = ActForm { visit in
        var html = visit.words(
            "choice", "ความเร่งด่วน", "Urgency",
            Urgency.allCases.filter { visit.choices.contains($0.rawValue) })
        html.append(visit.reason(isRequired: false))
        return html
    } command: { visit, issues in
        guard let urgency: Urgency = visit.word("choice") else {
            issues.add("choice", "เลือกความเร่งด่วน", "Choose the urgency")
            return nil
        }
        return ActCommand(.setUrgency(.init(urgency: urgency)), [visit.reasonSection])
    }

    static let setConfidentiality = ActForm { visit in
        var html = HTML()
        if !visit.desk.petition.isConfidential {
            html.append(
                p {
                    visit.say(
                        "จากนี้ไป ผู้รับผิดชอบ หัวหน้าหน่วยงาน ผู้บริหาร นิติกร และเจ้าหน้าที่คุ้มครองข้อมูลเท่านั้นที่อ่านเรื่องนี้ได้ "
                            + "คนอื่นเห็นเพียงสถานะ ผู้ที่ยกเลิกได้คือหัวหน้า ผู้บริหาร นิติกร และเจ้าหน้าที่คุ้มครองข้อมูล",
                        "From now on only whoever has the case, the unit's head, the directors, "
                            + "the legal officer and the DPO read it; others see where it stands. "
                            + "A head, a director, the legal officer or the DPO may take this back."
                    )
                })
        } else {
            let categories = visit.desk.settings.categories.keys
                .filter(visit.desk.settings.isCategory)
            html.append(
                visit.choose(
                    "category", "ประเภทเรื่อง", "Category",
                    DeskChoices.categories(categories, visit.visit), isRequired: false))
        }
        html.append(visit.reason())
        return html
    } command: { visit, _ in
        let petition = visit.desk.petition
        let conceals = !petition.isConfidential
        let sealed = Classification(
            category: petition.category, subcategory: petition.subcategory)
        return ActCommand(
            .setConfidentiality(
                .init(
                    isConfidential: conceals,
                    category: conceals ? nil : visit.typed.text("category"))),
            [
                visit.reasonSection,
                conceals && petition.category != nil ? PlainSection(sealed) : nil,
            ])
    }

    static let merge = ActForm { visit in
        var html = MergeCandidates.section(visit)
        html.append(other(visit, "รวมเข้ากับคำร้องเลขที่", "It goes on as number"))
        if visit.controls.issues["same"] != nil || visit.typed.isTicked("same") {
            html.append(
                visit.controls.agreement(
                    "same",
                    visit.say(
                        "เป็นเรื่องเดียวกัน แม้เป็นคนละชนิด",
                        "They are the same matter, although of another kind"),
                    isChecked: visit.typed.isTicked("same")))
        }
        html.append(visit.reason(isRequired: isReasonRequired(visit)))
        return html
    } command: { visit, _ in
        let number = otherNumber(visit)
        var act = ActCommand(
            .merge(
                .init(
                    action: visit.action, into: number,
                    isAcrossKinds: visit.typed.isTicked("same"))), [visit.reasonSection])
        act.other = number
        return act
    }

    static let unmerge = ActForm { visit in
        visit.reason(isRequired: isReasonRequired(visit))
    } command: { visit, _ in
        ActCommand(.unmerge(.init(action: visit.action)), [visit.reasonSection])
    }

    static let dismissDuplicate = ActForm { visit in
        var html = other(visit, "ไม่ซ้ำกับคำร้องเลขที่", "Not the same as number")
        html.append(visit.reason(isRequired: false))
        return html
    } command: { visit, _ in
        let number = otherNumber(visit)
        var act = ActCommand(.dismissDuplicate(.init(other: number)), [visit.reasonSection])
        act.other = number
        return act
    }

    static let changeDefinition = ActForm { visit in
        var html = visit.choose(
            "choice", "แบบและรุ่นที่จะใช้ต่อ", "Definition to go on with",
            visit.choices.map { choice in
                let wanted = PetitionCommand.ChangeDefinition(choice: choice)
                let name = CaseWords.service(wanted.service, wanted.definition, visit.visit)
                return (
                    choice,
                    visit.say(
                        "\(name) รุ่นที่ \(wanted.definition)",
                        "\(name), version \(wanted.definition)")
                )
            })
        html.append(visit.reason())
        return html
    } command: { visit, _ in
        ActCommand(
            .changeDefinition(.init(choice: visit.typed["choice"])), [visit.reasonSection])
    }

    private static func other(_ visit: ActVisit, _ thai: String, _ english: String) -> HTML {
        visit.line("other", thai, english, width: "w13")
    }

    /// In the one spelling of a number; as it was typed where it is none.
    private static func otherNumber(_ visit: ActVisit) -> String {
        (try? PetitionNumber(visit.typed["other"]))?.text ?? visit.typed["other"]
    }
}
