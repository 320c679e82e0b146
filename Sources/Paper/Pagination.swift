internal import Cairo

/// Which piece stands on which page, and where.
enum Pagination {
    struct Placed {
        var piece: Piece
        var y: Double
        /// A table's head that is repeated above it.
        var head: HeadPiece?
    }

    static func pages(of pieces: [Piece]) -> [[Placed]] {
        var pages: [[Placed]] = []
        var start = 0
        while start < pieces.count {
            let top = pages.isEmpty ? PageStyle.top : PageStyle.topOfNext
            let end = pageEnd(in: pieces, from: start, top: top)
            pages.append(placed(pieces[start..<end], top: top))
            start = end
        }
        return pages.isEmpty ? [[]] : pages
    }

    /// Behind the last piece of the page: at least one, and none that wants to stay with the next.
    private static func pageEnd(in pieces: [Piece], from start: Int, top: Double) -> Int {
        let room = PageStyle.size.height - PageStyle.bottom - top
        var used = pieces[start].head?.height ?? 0
        var end = start
        while end < pieces.count {
            let piece = pieces[end]
            used += piece.height + (end == start ? 0 : piece.spaceBefore)
            if used > room, end > start { break }
            end += 1
        }
        guard end < pieces.count else { return end }
        var kept = end
        while kept > start, pieces[kept - 1].keepsWithNext { kept -= 1 }
        // What does not fit on a page in one piece is broken all the same.
        return kept > start ? kept : end
    }

    private static func placed(_ pieces: ArraySlice<Piece>, top: Double) -> [Placed] {
        var y = top
        var placed: [Placed] = []
        for piece in pieces {
            var head: HeadPiece?
            if placed.isEmpty {
                head = piece.head
                y += head?.height ?? 0
            } else {
                y += piece.spaceBefore
            }
            placed.append(Placed(piece: piece, y: y, head: head))
            y += piece.height
        }
        return placed
    }
}
