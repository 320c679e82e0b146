internal import Cairo
package import QRCodes

/// A document of A4 pages: what it says, not yet where.
package struct Paper: Equatable, Sendable {
    package var title: String
    /// Whose document it is.
    package var author: String
    /// ISO 8601; equal papers have equal bytes.
    package var created: String
    package var language = Language.thai
    /// Of page numbers; other text is printed as it is given.
    package var hasThaiDigits = false
    /// At the top of every page but the first.
    package var runningHead: String?
    /// At the foot of every page, beside the page number.
    package var footer: [String] = []
    package var blocks: [Block] = []

    package enum Language: Sendable {
        case thai, english
    }

    package init(title: String, author: String, created: String) {
        self.title = title
        self.author = author
        self.created = created
    }

    /// Typesets and writes the document: some milliseconds a page, more for a thread's first.
    ///
    /// Throws `CairoError.fontMissing` where the font is not installed. May be called on any
    /// thread; a thread keeps the fonts it has loaded, so keep to a few.
    package func pdf() throws -> [UInt8] {
        let metadata = PDFMetadata(
            title: title, author: author, created: created,
            language: language == .thai ? "th" : "en")
        return try PDF.write(size: PageStyle.size, metadata: metadata) { canvas in
            try canvas.needFont(PageStyle.family)
            let typesetter = Typesetter(canvas: canvas)
            let pages = Pagination.pages(of: typesetter.pieces(of: blocks))
            canvas.tagged("Document") {
                for (index, page) in pages.enumerated() {
                    draw(page, number: index + 1, of: pages.count, typesetter)
                    canvas.showPage()
                }
            }
        }
    }
}

/// What stands below one another on a paper.
package indirect enum Block: Equatable, Sendable {
    case title(String, subtitle: String? = nil)
    case heading(String)
    case paragraph(String, style: ParagraphStyle = ParagraphStyle())
    /// Rows of labelled fields.
    case fields([[Field]])
    case choices(Choices)
    case table(Table)
    case signature(Signature)
    case code(Code)
    /// Side by side; never broken across pages.
    case columns([Column])
    /// In a frame; never broken across pages.
    case box([Block])
    /// Not broken across pages.
    case together([Block])
    /// A seal: the office's letters in a ring.
    case seal(String)
    case rule
    case space(Double)
}

package struct ParagraphStyle: Equatable, Sendable {
    package enum Alignment: Sendable {
        case start, centre, end
    }

    package var alignment = Alignment.start
    package var isIndented = false
    package var isBold = false
    package var size: TextSize = .body

    package init(
        _ size: TextSize = .body, alignment: Alignment = .start, isIndented: Bool = false,
        isBold: Bool = false
    ) {
        self.size = size
        self.alignment = alignment
        self.isIndented = isIndented
        self.isBold = isBold
    }
}

package enum TextSize: Sendable {
    case body, small, fine, large
}

/// A label and what stands behind it, on a dotted line.
package struct Field: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
        case text(String)
        /// To be filled in by hand: so many dotted lines.
        case blank(lines: Int)
        /// One box for each digit, in groups of these lengths.
        case boxes([Int])
    }

    package var label: String
    package var value: Value
    /// Of the row's width, in proportion to the others'.
    package var share: Double
    package var isDotted: Bool

    package init(_ label: String, _ value: Value, share: Double = 1, isDotted: Bool = true) {
        self.label = label
        self.value = value
        self.share = share
        self.isDotted = isDotted
    }
}

/// A question with boxes to tick.
package struct Choices: Equatable, Sendable {
    package struct Option: Equatable, Sendable {
        package var label: String
        package var isTicked: Bool

        package init(_ label: String, isTicked: Bool = false) {
            self.label = label
            self.isTicked = isTicked
        }
    }

    package var label: String
    package var options: [Option]

    package init(_ label: String, _ options: [Option]) {
        self.label = label
        self.options = options
    }
}

/// Rows and columns; the head is repeated on every page.
package struct Table: Equatable, Sendable {
    package struct Column: Equatable, Sendable {
        package var title: String
        package var share: Double

        package init(_ title: String, share: Double = 1) {
            self.title = title
            self.share = share
        }
    }

    package var columns: [Column]
    package var rows: [[String]]

    package init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}

/// Where somebody signs.
package struct Signature: Equatable, Sendable {
    /// What stands in the place of the stroke; nil leaves a dotted line.
    package var mark: String?
    /// In brackets below; nil leaves dots.
    package var name: String?
    /// Behind the line: ผู้ยื่นคำร้อง.
    package var role: String
    /// Below the name: a position, a date.
    package var lines: [String]
    /// Before the line: ลงชื่อ.
    package var lead: String

    package init(
        role: String, mark: String? = nil, name: String? = nil, lines: [String] = [],
        lead: String = "ลงชื่อ"
    ) {
        self.role = role
        self.mark = mark
        self.name = name
        self.lines = lines
        self.lead = lead
    }
}

/// A QR code with words below it.
package struct Code: Equatable, Sendable {
    package var code: QRCode
    package var caption: [String]
    /// Of a side, in points; below 57 (2 cm) phones have trouble.
    package var side: Double
    /// Where a tap on the screen leads.
    package var link: String?

    package init(_ code: QRCode, caption: [String] = [], side: Double = 85, link: String? = nil) {
        self.code = code
        self.caption = caption
        self.side = side
        self.link = link
    }
}

package struct Column: Equatable, Sendable {
    package enum Width: Equatable, Sendable {
        case points(Double)
        /// Of what the columns with points leave.
        case share(Double)
    }

    package var width: Width
    package var blocks: [Block]

    package init(_ width: Width, _ blocks: [Block]) {
        self.width = width
        self.blocks = blocks
    }
}
