internal import Glibc

package enum Angle {
    /// The slope in radians of something that rises by `height` over `width`.
    package static func of(_ height: Double, over width: Double) -> Double { atan2(height, width) }
}
