internal import Documents
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Paper
internal import Rules
internal import TransparencyLog
internal import Workflow

/// What a person is handed who was forgotten: a paper, and the proofs of what it says.
enum CertificatePages {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/privacy/{account}/certificate.pdf", .desk(.privacy), lane: .slow) {
            try paper($0)
        }
        for name in ["erased", "erasure-completed"] {
            routes.get("/desk/privacy/{account}/\(name).tlog-proof", .desk(.privacy), lane: .slow) {
                try proof(name, $0)
            }
        }
    }

    /// On the page of an erasure that is completed.
    static func links(_ account: String, _ visit: Visit) -> HTML {
        Markup.section {
            h2 { visit.say("หนังสือรับรองการลบ", "Certificate of erasure") }
            p {
                visit.say(
                    "มอบให้เจ้าของข้อมูล: หนังสือรับรอง และไฟล์หลักฐานสองไฟล์ที่ตรวจได้โดยไม่ต้องใช้ระบบนี้",
                    "For the person: a certificate, and two proofs that are checked without this "
                        + "system.")
            }
            ul {
                for (name, label) in [
                    ("certificate.pdf", visit.say("หนังสือรับรอง (PDF)", "Certificate (PDF)")),
                    (
                        "erased.tlog-proof",
                        visit.say("หลักฐานการทำลายกุญแจ", "Proof that the key was destroyed")
                    ),
                    (
                        "erasure-completed.tlog-proof",
                        visit.say("หลักฐานว่าลบเสร็จสิ้น", "Proof that nothing is left")
                    ),
                ] {
                    li { a(.href("\(visit.deskPath("privacy", account))/\(name)")) { label } }
                }
            }
        }
    }

    private static func certificate(_ visit: Visit) throws -> ErasureCertificate {
        guard let account = visit.request.parameters["account"],
            let certificate = try visit.office.erasureCertificate(of: account)
        else { throw HTTP.Refusal.notFound }
        return certificate
    }

    private static func paper(_ visit: Visit) throws -> Answer {
        guard let office = visit.settings.office else { throw HTTP.Refusal.notFound }
        let certificate = try certificate(visit)
        func row(_ what: String, _ step: ErasureCertificate.Step) -> ErasureSheet.Row {
            ErasureSheet.Row(what, position: step.position, time: step.time, leaf: step.leaf)
        }
        let rows = [
            row(visit.say("ทำลายกุญแจของบัญชี", "The account’s key was destroyed"), certificate.erased),
            row(visit.say("ลบเสร็จสิ้น", "Nothing is left"), certificate.completed),
        ]
        let checkpoint = certificate.checkpoint
        let sheet = ErasureSheet(
            office: OfficeHead(office), account: certificate.account,
            requestedAt: certificate.requestedAt, ground: certificate.ground.label, rows: rows,
            epoch: certificate.epoch,
            checkpoint: [checkpoint.origin, "\(checkpoint.size)", "\(checkpoint.root)"],
            key: certificate.verifier.text, path: certificate.completed.proof.path,
            manner: Manner(language: visit.language == .thai ? .thai : .english))
        return .response(
            .download(
                try sheet.paper().pdf(), "application/pdf",
                name: "erasure-\(certificate.account).pdf"))
    }

    private static func proof(_ name: String, _ visit: Visit) throws -> Answer {
        let certificate = try certificate(visit)
        guard let receipt = certificate.receipts.first(where: { $0.name == name })?.receipt else {
            throw HTTP.Refusal.notFound
        }
        return .response(
            .download(
                receipt.bytes, "text/plain; charset=utf-8",
                name: "\(name)-\(certificate.account).\(FilingReceipt.fileExtension)"))
    }
}
