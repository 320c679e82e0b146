internal import Cairo

/// How a page looks: official forms have wide margins and Laksaman at 16 points.
enum PageStyle {
    static let family = "Laksaman"
    static let size = Size.a4

    static let left = 71.0
    static let right = 57.0
    static let top = 50.0
    static let bottom = 72.0
    static let width = size.width - left - right
    /// Below a running head.
    static let topOfNext = 68.0

    static let gray = Color(gray: 0.35)
    static let dots = Color(gray: 0.45)
    static let rule = Color(gray: 0.6)
    static let shade = Color(gray: 0.93)

    static func font(_ size: TextSize, isBold: Bool = false) -> Font {
        Font(family, size: points(size), isBold: isBold)
    }

    static func points(_ size: TextSize) -> Double {
        switch size {
        case .large: 20
        case .body: 15
        case .small: 13
        case .fine: 10
        }
    }

    /// From a line to the next. The font's own 1.99 em is more than its marks need.
    static func pitch(_ size: TextSize) -> Double { pitch(points(size)) }

    static func pitch(_ points: Double) -> Double { (points * 1.46).rounded() }

    /// From the top of a line to its baseline.
    static func ascent(_ points: Double) -> Double { points * 1.02 }
}
