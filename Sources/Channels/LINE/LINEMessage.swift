internal import Entries

/// What is shown in a chat of LINE.
package enum LINEMessage: Equatable, Sendable {
    case text(String)
    case card(LINECard)

    /// As LINE takes it.
    func write(to writer: inout CanonicalWriter) {
        switch self {
        case .text(let text):
            writer.object([("text", .text(text)), ("type", .text("text"))])
        case .card(let card):
            writer.object([
                ("altText", .text(card.summary)), ("contents", card.bubble),
                ("type", .text("flex")),
            ])
        }
    }
}

/// How a case stands, as a card with the steps of its course.
package struct LINECard: Equatable, Sendable {
    /// What a notification shows: the number and the status, nothing of anybody.
    package var summary: String
    package var title: String
    package var number: String
    package var text: String
    package var steps: [Step]
    /// A button; only where the office allows links.
    package var link: Link?

    package struct Step: Equatable, Sendable {
        package var label: String
        package var state: State

        package enum State: Sendable { case done, now, later }

        package init(_ label: String, _ state: State) {
            self.label = label
            self.state = state
        }
    }

    package struct Link: Equatable, Sendable {
        package var label: String
        package var address: String

        package init(label: String, address: String) {
            self.label = label
            self.address = address
        }
    }

    package init(
        summary: String, title: String, number: String, text: String, steps: [Step],
        link: Link? = nil
    ) {
        self.summary = summary
        self.title = title
        self.number = number
        self.text = text
        self.steps = steps
        self.link = link
    }

    fileprivate var bubble: ChatJSON {
        var parts: [(String, ChatJSON)] = [
            ("body", Self.box([words(number, "lg", isBold: true), words(text)] + steps.map(row)))
        ]
        if let link {
            let button = ChatJSON.object([
                (
                    "action",
                    .object([
                        ("label", .text(link.label)), ("type", .text("uri")),
                        ("uri", .text(link.address)),
                    ])
                ), ("type", .text("button")),
            ])
            parts.append(("footer", Self.box([button])))
        }
        return .object(
            parts + [
                ("header", Self.box([words(title, isBold: true)])), ("size", .text("mega")),
                ("type", .text("bubble")),
            ])
    }

    private static func box(_ contents: [ChatJSON]) -> ChatJSON {
        .object([
            ("contents", .array(contents)), ("layout", .text("vertical")),
            ("spacing", .text("md")), ("type", .text("box")),
        ])
    }

    /// Thai is not broken without `wrap`.
    private func words(_ text: String, _ size: String = "md", isBold: Bool = false) -> ChatJSON {
        .object([
            ("size", .text(size)), ("text", .text(text)), ("type", .text("text")),
            ("weight", .text(isBold ? "bold" : "regular")), ("wrap", .yes),
        ])
    }

    /// The mark says it to whoever sees no colour.
    private func row(_ step: Step) -> ChatJSON {
        switch step.state {
        case .done: words("✓ \(step.label)", "sm")
        case .now: words("● \(step.label)", "sm", isBold: true)
        case .later: words("○ \(step.label)", "sm")
        }
    }
}

/// The little JSON that a message is made of, its keys in order.
indirect enum ChatJSON: Equatable, Sendable {
    case text(String)
    case yes
    case array([ChatJSON])
    case members([Member])

    struct Member: Equatable, Sendable {
        let key: String, value: ChatJSON
    }

    static func object(_ members: [(String, ChatJSON)]) -> ChatJSON {
        .members(members.map { Member(key: $0.0, value: $0.1) })
    }
}

extension CanonicalWriter {
    mutating func object(_ members: [(String, ChatJSON)]) { chat(.object(members)) }

    mutating func chat(_ node: ChatJSON) {
        switch node {
        case .text(let text): string(text)
        case .yes: boolean(true)
        case .array(let nodes):
            openArray()
            for (index, node) in nodes.enumerated() {
                if index > 0 { comma() }
                chat(node)
            }
            closeArray()
        case .members(let members):
            openObject()
            for member in members {
                key(member.key)
                chat(member.value)
            }
            closeObject()
        }
    }
}
