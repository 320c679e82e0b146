internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Papers, money, and who somebody is.
extension ActForm {
    static let issueDocument: ActForm = {
        var form = ActForm(
            takesFiles: true, fields: { DocumentForm.fields($0) },
            command: { visit, issues in try DocumentForm.command(visit, &issues) })
        form.buttonText = { visit in
            DocumentCheck.isDue(visit) ? nil : visit.say("ตรวจก่อนออกเอกสาร", "Check before issuing")
        }
        return form
    }()

    static let revokeDocument = ActForm { visit in
        let standing = visit.desk.petition.documents.filter {
            visit.choices.contains($0.number)
        }
        var html = visit.choose(
            "choice", "เอกสารที่เพิกถอน", "Which document",
            standing.map { document in
                let kind = visit.visit.language(document.kind.label)
                return (document.number, "\(kind) \(document.number)")
            })
        html.append(visit.reason())
        return html
    } command: { visit, _ in
        ActCommand(.revokeDocument(.init(number: visit.typed["choice"])), [visit.reasonSection])
    }

    static let recordPayment = ActForm { visit in
        let fees = visit.desk.definition.fees
        var html = HTML()
        if !fees.isEmpty {
            html.append(
                visit.controls.select(
                    "fee", visit.say("ค่าธรรมเนียม", "Fee"),
                    options: fees.map { fee in
                        let name = visit.visit.language(fee.label)
                        return (fee.code, "\(name) \(Baht.text(fee.satang))")
                    }, chosen: visit.typed.text("fee"), isRequired: false))
        }
        html.append(
            visit.line("amount", "จำนวนเงิน (บาท)", "Amount in baht", width: "w10"))
        html.append(
            visit.words("method", "ชำระโดย", "Paid by", PaymentMethod.allCases, chosen: .cash))
        html.append(
            visit.line(
                "receipt", "เลขที่ใบเสร็จ", "Receipt number", width: "w13", isRequired: false))
        html.append(visit.line("payer", "ผู้ชำระ", "Paid by whom", isRequired: false))
        return html
    } command: { visit, issues in
        guard let satang = Baht.read(visit.typed["amount"]) else {
            issues.add("amount", "กรอกจำนวนเงิน เช่น 1,250.50", "Enter an amount, as 1,250.50")
            return nil
        }
        return ActCommand(
            .recordPayment(
                .init(
                    satang: satang, method: visit.word("method") ?? .cash,
                    fee: visit.typed.text("fee"), receipt: visit.typed.text("receipt"))),
            [visit.typed.text("payer").map { PlainSection(Payer(name: $0)) }])
    }

    static let certifyCopies = ActForm(takesFiles: true) { visit in
        let documents = visit.desk.definition.documents
        var html = visit.files("สำเนาที่รับรอง", "The certified copies", isRequired: true)
        if !documents.isEmpty {
            html.append(
                visit.controls.choices(
                    "documents", visit.say("เป็นเอกสาร", "They are"),
                    options: documents.map { ($0.code, visit.visit.language($0.label), nil) },
                    chosen: visit.typed.fields.all("documents")))
        }
        return html
    } command: { visit, issues in
        let files = visit.attachments
        return ActCommand(
            .certifyCopies(
                .init(copies: files.count, documents: visit.typed.fields.all("documents"))),
            files.sections)
    }

    static let checkIdentity = ActForm { visit in
        var html = visit.words(
            "method", "ตรวจโดย", "Checked by",
            [IdentityMethod.card, .photo, .registry, .passport, .acquaintance], chosen: .card)
        html.append(visit.words("outcome", "ผล", "Outcome", CheckOutcome.allCases))
        html.append(visit.reason(isRequired: false))
        return html
    } command: { visit, issues in
        guard let outcome: CheckOutcome = visit.word("outcome") else {
            // Whether a reason is due follows from the outcome.
            issues.add("outcome", "เลือกผลการตรวจ", "Choose the outcome")
            return nil
        }
        return ActCommand(
            .checkIdentity(.init(method: visit.word("method") ?? .card, outcome: outcome)),
            [visit.reasonSection])
    }
}
