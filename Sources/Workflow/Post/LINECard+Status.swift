package import Channels
package import Events
package import Rules

extension LINECard {
    /// How a case stands, by the four public statuses.
    package init(
        of number: String, _ status: PublicStatus, text: String, office: String, page: String?
    ) {
        let course: [PublicStatus] = [.submitted, .received, .inProgress, .completed]
        let now = course.firstIndex(of: status)
        self.init(
            summary: "คำร้อง \(number) \(status.label.thai)", title: office,
            number: "คำร้อง \(number)", text: text,
            steps: now.map { now in
                course.enumerated().map { index, step in
                    let isDone = index < now || status == .completed
                    return Step(step.label.thai, isDone ? .done : index == now ? .now : .later)
                }
            } ?? [Step(status.label.thai, .now)],
            link: page.map { Link(label: "เปิดดูคำร้อง", address: $0) })
    }

    /// All that it says, without its dress.
    package var plain: String {
        ([title, number, text]
            + steps.map { step in
                switch step.state {
                case .done: "✓ \(step.label)"
                case .now: "● \(step.label)"
                case .later: "○ \(step.label)"
                }
            } + [link?.address].compactMap { $0 }).joined(separator: "\n")
    }
}

extension Notice {
    /// The public status that a case has come to with it; nil if it is about something else.
    package var status: PublicStatus? {
        switch self {
        case .submitted, .submittedCode: .submitted
        case .received: .received
        case .inProgress: .inProgress
        case .completed: .completed
        case .rejected: .rejected
        case .referred: .referred
        default: nil
        }
    }
}
