/// A point of a page (from the top left corner, in points of 1/72 inch) or of a picture (pixels).
package struct Point: Equatable, Sendable {
    package var x: Double, y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

package struct Size: Equatable, Sendable {
    package var width: Double, height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// 210 × 297 mm.
    package static let a4 = Size(width: 595.276, height: 841.89)
}

package struct Color: Equatable, Sendable {
    package var red: Double, green: Double, blue: Double, alpha: Double

    package init(_ red: Double, _ green: Double, _ blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    package init(gray: Double, alpha: Double = 1) { self.init(gray, gray, gray, alpha: alpha) }

    package static let black = Color(gray: 0)
    package static let white = Color(gray: 1)
}

package struct Font: Hashable, Sendable {
    package var family: String
    /// In the units of the canvas: points on a page, pixels on a picture.
    package var size: Double
    package var isBold: Bool

    package init(_ family: String, size: Double, isBold: Bool = false) {
        self.family = family
        self.size = size
        self.isBold = isBold
    }
}
