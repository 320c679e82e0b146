internal import Markup

extension Parts {
    /// A table, in a region that scrolls sideways by itself where the window is narrower.
    ///
    /// The region has a name and a place in the order of the tab key: whoever has no mouse reaches
    /// it, hears what it is and scrolls it with the arrows. With `isCaptioned` all see the name.
    static func table(
        _ name: String, isCaptioned: Bool = false, class kind: String? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        div(
            .class(kind.map { "table \($0)" } ?? "table"), .role("region"),
            Attribute("tabindex", "0"), .label(name)
        ) {
            Markup.table {
                if isCaptioned { caption { name } }
                content()
            }
        }
    }

    /// A cell of a table of the kind `stack`, which stands as a list of cards where the window is
    /// narrow: there it names its column, whose head has no room, and is left out if it is empty.
    static func cell(_ column: String, _ content: HTML) -> HTML {
        td(Attribute("data-label", column)) {
            if content != HTML() { span { content } }
        }
    }
}
