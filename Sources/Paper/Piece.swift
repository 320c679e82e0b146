internal import Cairo

/// A part of a page that is not divided: a line, a row, a whole signature.
struct Piece {
    var height: Double
    /// Left out at the top of a page.
    var spaceBefore = 0.0
    /// Not the last on a page if another follows.
    var keepsWithNext = false
    /// What is drawn above it if a page begins with it: a table's head.
    var head: HeadPiece?
    /// Pieces of one element of the document's structure have the same number.
    var element: Element
    var draw: (Point) -> Void
}

/// A table's head, drawn again on each page.
final class HeadPiece {
    let height: Double
    let draw: (Point) -> Void

    init(height: Double, draw: @escaping (Point) -> Void) {
        self.height = height
        self.draw = draw
    }
}

/// An element of the document's structure: `P`, `H1`, `Table` …
struct Element: Equatable {
    var tag: String
    var number: Int
}

extension [Piece] {
    var height: Double { reduce(0) { $0 + $1.spaceBefore + $1.height } }

    /// Draws one below the other.
    func draw(at corner: Point) {
        var y = corner.y
        for piece in self {
            y += piece.spaceBefore
            piece.draw(Point(x: corner.x, y: y))
            y += piece.height
        }
    }
}
