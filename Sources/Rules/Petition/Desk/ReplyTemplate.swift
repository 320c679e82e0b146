package import Events

/// A text that the office has ready for answers.
package struct ReplyTemplate: Equatable, Sendable {
    package let code: String
    /// What an officer chooses it by.
    package let name: LocalText
    package let text: LocalText
}

extension OfficeSettings {
    /// The texts ready for an answer in such a case, by name. The office keeps them among its
    /// templates for the web as `reply.CATEGORY.STATE.NAME`; `any` stands for every category or
    /// every state.
    package func replies(to petition: Petition) -> [ReplyTemplate] {
        templates.values.compactMap { template in
            let parts = template.template.split(separator: ".", omittingEmptySubsequences: false)
            guard template.channel == .web, parts.count == 4, parts[0] == "reply",
                parts[1] == "any" || parts[1] == petition.category ?? "",
                parts[2] == "any" || parts[2] == petition.state
            else { return nil }
            return ReplyTemplate(
                code: template.template,
                name: template.subject ?? LocalText(String(parts[3])), text: template.body)
        }.sorted { $0.code < $1.code }
    }
}
