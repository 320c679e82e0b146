/// How a camera was held, as EXIF counts: which way its rows and columns run.
package enum Orientation: Int, CaseIterable, Sendable {
    case upright = 1
    case mirrored
    case upsideDown
    case upsideDownMirrored
    case leftTopMirrored
    case turnedLeft
    case rightBottomMirrored
    case turnedRight

    /// Whether width and height change places.
    package var isSideways: Bool { rawValue >= 5 }
}
