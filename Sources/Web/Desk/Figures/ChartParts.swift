internal import Markup

/// What charts are drawn with: SVG that says in words what it shows, and fillings that are told
/// apart without their colours.
enum ChartParts {
    /// Charts are drawn as wide as a phone shows them.
    static let width = 360

    /// A drawing with its title and a sentence for whoever does not see it.
    static func drawing(
        _ id: String, title: String, description: String, height: Int, _ content: HTML
    ) -> HTML {
        element(
            "svg",
            [
                .class("chart"), Attribute("viewBox", "0 0 \(width) \(height)"), .role("img"),
                Attribute("aria-labelledby", "\(id)-title \(id)-words"),
            ],
            html {
                element("title", [.id("\(id)-title")], .text(title))
                element("desc", [.id("\(id)-words")], .text(description))
                content
            })
    }

    static func text(
        _ text: String, x: Int, y: Int, class kind: String? = nil, anchor: String? = nil
    ) -> HTML {
        element(
            "text",
            [
                Attribute("x", "\(x)"), Attribute("y", "\(y)"), .class(kind),
                Attribute("text-anchor", anchor),
            ], .text(text))
    }

    /// A rectangle, filled as the series of that number is.
    static func bar(x: Int, y: Int, width: Int, height: Int, series: Int?) -> HTML {
        element(
            "rect",
            [
                Attribute("x", "\(x)"), Attribute("y", "\(y)"), Attribute("width", "\(width)"),
                Attribute("height", "\(height)"),
                Attribute("fill", series.map { "url(#filling-\($0))" } ?? "#e3eaea"),
            ])
    }

    static func line(y: Int, from left: Int) -> HTML {
        element(
            "line",
            [
                Attribute("x1", "\(left)"), Attribute("x2", "\(width)"), Attribute("y1", "\(y)"),
                Attribute("y2", "\(y)"), Attribute("stroke", "#c6d0d3"),
            ])
    }

    /// Which filling means what.
    static func legend(_ names: [String]) -> HTML {
        ul(.class("legend")) {
            for (index, name) in names.enumerated() {
                li {
                    element(
                        "svg",
                        [Attribute("viewBox", "0 0 20 12"), .decoration],
                        bar(x: 0, y: 0, width: 20, height: 12, series: index))
                    name
                }
            }
        }
    }

    /// The fillings of all charts of a page: plain, striped, dotted, lined.
    static let fillings = HTML.fixed(
        """
        <svg class="hidden" aria-hidden="true" focusable="false"><defs>\
        <pattern id="filling-0" width="8" height="8" patternUnits="userSpaceOnUse">\
        <rect width="8" height="8" fill="#0a5a5c"/></pattern>\
        <pattern id="filling-1" width="8" height="8" patternUnits="userSpaceOnUse">\
        <rect width="8" height="8" fill="#ffe3a3"/>\
        <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="#8a5500" stroke-width="2"/></pattern>\
        <pattern id="filling-2" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect width="6" height="6" fill="#fbd5d3"/><circle cx="3" cy="3" r="1.7" fill="#a5161b"/>\
        </pattern>\
        <pattern id="filling-3" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect width="6" height="6" fill="#dbe8f8"/>\
        <path d="M0 1.500h6M0 4.500h6" stroke="#174a84" stroke-width="1.200"/></pattern>\
        </defs></svg>
        """)

    static func html(@HTMLBuilder _ content: () -> HTML) -> HTML { content() }
}
