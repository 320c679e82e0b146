package import Entries
package import Events
package import Paper
internal import Rules

/// A licence, a receipt or a certificate as the office issues it: in Thai, which is the one that
/// holds, with a code by which anybody checks it.
package struct IssuedPaper: Equatable, Sendable {
    private let office: OfficeHead?
    private let kind: DocumentKind
    private let number: String
    private let title: String?
    private let holder: String?
    private let particulars: [Answer]
    private let validFrom: CivilDate?
    private let validUntil: CivilDate?
    private let petition: String
    private let issuedAt: Instant
    private let verification: Verification?
    private let manner = Manner()

    package init(
        office: OfficeHead?, kind: DocumentKind, number: String, title: String?, holder: String?,
        particulars: [Answer], validFrom: CivilDate?, validUntil: CivilDate?, petition: String,
        issuedAt: Instant, verification: Verification?
    ) {
        self.office = office
        self.kind = kind
        self.number = number
        self.title = title
        self.holder = holder
        self.particulars = particulars
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.petition = petition
        self.issuedAt = issuedAt
        self.verification = verification
    }

    package func paper() -> Paper {
        var paper = manner.paper(
            title: "\(heading) \(number)", author: office.map { manner.say($0.name) } ?? "",
            created: issuedAt)
        paper.footer = ["เลขที่ \(number)", "คำร้อง \(petition)"]
        paper.blocks =
            (office.map { [$0.block(manner), .rule] } ?? []) + [
                .title(heading, subtitle: "เลขที่ \(number)"), .fields(rows), .space(24),
                .together([signature] + (verification.map { [$0.block(manner)] } ?? [])),
            ]
        return paper
    }

    private var heading: String { title ?? manner.say(kind.label) }

    private var rows: [[Field]] {
        var rows: [[Field]] = []
        func row(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            rows.append([Field(label, .text(value), isDotted: false)])
        }
        row("ออกให้แก่", holder)
        for item in particulars { row(item.field, item.values.joined(separator: ", ")) }
        row("ออกเมื่อ", manner.date(issuedAt.local.date))
        row("ใช้ได้ตั้งแต่", validFrom.map(manner.date))
        row("ใช้ได้ถึง", validUntil.map(manner.date))
        row("ตามคำร้องเลขที่", petition)
        return rows
    }

    private var signature: Block {
        .signature(Signature(role: "ผู้มีอำนาจลงนาม", lines: [manner.date(issuedAt.local.date)]))
    }
}
