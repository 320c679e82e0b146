package import Entries
internal import Events
package import Paper

/// What the office holds about one person, for that person: facts under headings, and lists.
package struct PersonalDataSheet: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
        package var title: String
        package var facts: [Fact]

        package init(_ title: String, _ facts: [Fact]) {
            self.title = title
            self.facts = facts
        }
    }

    package struct Fact: Equatable, Sendable {
        package var label: String
        package var value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    package var office: OfficeHead
    package var parts: [Part]
    /// The moment that it shows.
    package var created: Instant
    package var manner: Manner

    package init(
        office: OfficeHead, parts: [Part], created: Instant, manner: Manner = Manner()
    ) {
        self.office = office
        self.parts = parts
        self.created = created
        self.manner = manner
    }

    package func paper() -> Paper {
        let title = manner.say("สำเนาข้อมูลส่วนบุคคล", "A copy of my personal data")
        var paper = manner.paper(
            title: title, author: manner.say(office.name), created: created)
        paper.runningHead = title + " · " + manner.say(office.name)
        paper.blocks = [
            office.block(manner), .rule, .title(title, subtitle: manner.moment(created)),
        ]
        for part in parts {
            paper.blocks.append(.heading(part.title))
            if part.facts.isEmpty {
                paper.blocks.append(.paragraph(manner.say("ไม่มี", "None")))
            } else {
                paper.blocks.append(table(part.facts))
            }
        }
        return paper
    }

    private func table(_ facts: [Fact]) -> Block {
        .table(
            Table(
                columns: [
                    Table.Column(manner.say("รายการ", "What"), share: 2),
                    Table.Column(manner.say("ข้อมูล", "Data"), share: 3),
                ], rows: facts.map { [$0.label, $0.value] }))
    }
}
