internal import CQRencode

/// A text as a square of dark and light modules that a camera reads.
package struct QRCode: Equatable, Sendable {
    /// Modules along one side, without the quiet zone.
    package let side: Int
    private let modules: [Bool]

    /// How much of the code may be dirty or torn off: about 7, 15, 25 or 30 in a hundred.
    package enum Correction: Sendable {
        case low, medium, quartile, high
    }

    /// The four modules around the code that must stay light.
    package static let quietZone = 4

    /// Nil if the text is too long for a code. C: `QRcode_encodeData`
    package init?(_ text: String, correction: Correction = .medium) {
        let bytes = Array(text.utf8)
        let level =
            switch correction {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            case .high: QR_ECLEVEL_H
            }
        guard !bytes.isEmpty,
            let code = unsafe QRcode_encodeData(CInt(bytes.count), bytes, 0, level)
        else { return nil }
        defer { unsafe QRcode_free(code) }
        side = Int(unsafe code.pointee.width)
        let data = unsafe UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        // The lowest bit says dark; the others tell what the module is for.
        modules = unsafe data.map { $0 & 1 == 1 }
    }

    package func isDark(column: Int, row: Int) -> Bool { modules[row * side + column] }

    /// Dark runs of each row, which are fewer to draw than modules.
    package var runs: [(row: Int, columns: Range<Int>)] {
        var runs: [(row: Int, columns: Range<Int>)] = []
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, isDark(column: column, row: row) { column += 1 }
                if column > start { runs.append((row, start..<column)) } else { column += 1 }
            }
        }
        return runs
    }

    /// An SVG picture of the code with its quiet zone, one unit a module.
    package var svg: String {
        let size = side + 2 * Self.quietZone
        let path = runs.map { run in
            let x = run.columns.lowerBound + Self.quietZone
            return "M\(x) \(run.row + Self.quietZone)h\(run.columns.count)v1h-\(run.columns.count)z"
        }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(size)v\(size)H0z"/>\
            <path d="\(path)"/></svg>
            """
    }
}
