internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The answers of a filing as they are shown once more.
struct AnswerRows {
    let visit: FilingVisit

    private var say: Visit { visit.visit }

    func title(of step: FilingStep) -> String {
        switch step {
        case .mode: say.say("วิธียื่น", "How you file")
        case .category: say.say("ประเภทเรื่อง", "Category")
        case .section(let code):
            visit.service.form.first { $0.code == code }.map { say.language($0.title) } ?? code
        case .documents: say.say("เอกสารและภาพถ่าย", "Documents and photos")
        case .petitioner: say.say("ข้อมูลผู้ยื่น", "About you")
        case .check: say.say("ตรวจคำตอบ", "Check")
        }
    }

    func rows(of step: FilingStep) throws -> [(label: String, value: HTML)] {
        switch step {
        case .mode:
            [(title(of: step), .text(visit.answers.mode.map { say.language($0.label) } ?? ""))]
        case .category:
            [(title(of: step), .text(CaseWords.category(visit.answers.category, say) ?? ""))]
        case .section(let code): section(code)
        case .documents: documents
        case .petitioner: try petitioner()
        case .check: []
        }
    }

    private func section(_ code: String) -> [(label: String, value: HTML)] {
        guard let section = visit.service.form.first(where: { $0.code == code }) else { return [] }
        return section.fields.filter {
            visit.service.isAsked($0.when, given: visit.answers.answers)
        }.map { field in
            let text = field.kind == .place ? place : text(of: field)
            return (
                say.language(field.label),
                .text(text.isEmpty ? say.say("ไม่ได้ระบุ", "Not given") : text)
            )
        }
    }

    private func text(of field: FormField) -> String {
        Self.text(visit.answers[field.code], of: field, say)
    }

    /// Answers to a question as people read them; as they are if the question is not known.
    static func text(_ values: [String], of field: FormField?, _ visit: Visit) -> String {
        values.map { value in
            switch field?.kind {
            case .choice, .choices:
                field?.choices.first { $0.code == value }.map { visit.language($0.label) } ?? value
            case .yesNo: value == "yes" ? visit.say("ใช่", "Yes") : visit.say("ไม่ใช่", "No")
            case .date: (try? CivilDate(typed: value)).map { visit.day($0) } ?? value
            case .phone: PhoneNumber.shown(value)
            case .nationalId: ThaiID.shown(value)
            default: value
            }
        }.joined(separator: ", ")
    }

    /// What was answered in a case that is filed, each under its question.
    static func filed(
        _ text: PetitionText?, _ definition: ServiceDefinition?, _ visit: Visit
    ) -> [(label: String, value: String)] {
        let fields = definition?.form.flatMap(\.fields) ?? []
        return (text?.answers ?? []).map { answer in
            let field = fields.first { $0.code == answer.field }
            return (
                field.map { visit.language($0.label) } ?? answer.field,
                Self.text(answer.values, of: field, visit)
            )
        }
    }

    private var place: String { visit.answers.place.map { CaseWords.place($0) } ?? "" }

    private var documents: [(label: String, value: HTML)] {
        DocumentsStep.headings(visit).map { heading in
            let files = DocumentsStep.files(under: heading, visit)
            let names = files.map { "\($0.label.name) (\(DocumentsStep.size($0.size)))" }
            return (
                heading.title,
                .text(
                    names.isEmpty ? say.say("ไม่มี", "None") : names.joined(separator: "\n"))
            )
        }
    }

    private func petitioner() throws -> [(label: String, value: HTML)] {
        var rows: [(label: String, value: HTML)] = []
        func row(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { rows.append((label, .text(value))) }
        }
        if let account = visit.account {
            let person = try visit.visit.office.office.person(account)
            row(say.say("ชื่อ", "Name"), person?.identity.map { PersonName($0).thai })
            row(
                say.say("โทรศัพท์", "Phone"),
                (person?.contact.phone).map { (try? PhoneNumber($0))?.masked ?? $0 })
            row(
                say.say("อีเมล", "E-mail"),
                (person?.contact.email).map { (try? EmailAddress($0))?.masked ?? $0 })
            row(say.say("ที่อยู่ติดต่อ", "Address"), person?.contact.address?.line)
            rows.append(
                (
                    say.say("แก้ข้อมูลติดต่อ", "Contact details"),
                    a(.href(say.path("account", "contact"))) {
                        say.say("เปลี่ยนในบัญชีของฉัน", "Change in My account")
                    }
                ))
        } else if let person = visit.answers.petitioner {
            row(
                say.say("ชื่อ", "Name"),
                PersonName(person).thai)
            row(say.say("โทรศัพท์", "Phone"), person.phone.map(PhoneNumber.shown))
            row(say.say("อีเมล", "E-mail"), person.email)
            row(say.say("ที่อยู่ติดต่อ", "Address"), person.address?.house)
        }
        if visit.account == nil, visit.answers.isAnonymous {
            row(say.say("ชื่อ", "Name"), say.say("ไม่เปิดเผย", "Not given"))
        }
        if visit.answers.isConfidential {
            row(
                say.say("การปกปิด", "Confidentiality"),
                say.say("ขอให้ปกปิดเรื่องนี้", "Keep this case confidential"))
        }
        // Whoever gives no name cannot be reached.
        if visit.account != nil || !visit.answers.isAnonymous {
            row(
                say.say("ให้ติดต่อกลับทาง", "Reach me"),
                visit.answers.contactPreference.map { say.language($0.label) })
        }
        return rows
    }
}
