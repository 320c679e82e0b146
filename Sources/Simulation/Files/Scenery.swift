internal import Cairo
internal import Pictures

/// Draws what people of the simulated town photograph: simple, and plainly no photo.
struct Scenery {
    /// What is to be seen, before the same houses and on the same road.
    enum Sight: CaseIterable {
        case darkLamp, holes, rubbish, water, dog, fallenTree, sign, noise, smoke, wall, house
    }

    static let width = 640, height = 480
    /// The same place at another time of the day, or from the other side.
    static let variants = 3
    private static let font = "Laksaman"

    let sight: Sight
    let variant: Int

    /// A JPEG of some ten kilobytes, the same at every call.
    func photo() throws -> [UInt8] {
        let image = try PixelImage(width: Self.width, height: Self.height)
        try image.draw { canvas in
            try canvas.needFont(Self.font)
            canvas.saved {
                if variant == 1 { canvas.transform(-1, 0, 0, 1, Double(Self.width), 0) }
                street(canvas)
                thing(canvas)
            }
            caption(canvas)
        }
        return try Picture.read(try image.png()).jpeg(quality: 60)
    }

    private var isNight: Bool { sight == .darkLamp || sight == .noise }

    private var sky: Color {
        if isNight { return Color(0.10, 0.13, 0.25) }
        return [Color(0.66, 0.83, 0.95), Color(0.80, 0.86, 0.90), Color(0.95, 0.80, 0.64)][variant]
    }

    private func street(_ canvas: Canvas) {
        let dim = isNight ? 0.4 : 1
        fill(canvas, sky, 0, 0, 640, 250)
        fill(canvas, Color(0.45 * dim, 0.60 * dim, 0.35 * dim), 0, 230, 640, 110)
        for (x, high) in [(30.0, 90.0), (170, 120), (470, 100)] {
            fill(canvas, Color(0.85 * dim, 0.76 * dim, 0.62 * dim), x, 240 - high, 110, high)
            shape(
                canvas, Color(0.60 * dim, 0.28 * dim, 0.22 * dim),
                [(x - 12, 240 - high), (x + 55, 195 - high), (x + 122, 240 - high)])
            fill(canvas, Color(0.35 * dim, 0.45 * dim, 0.55 * dim), x + 18, 205, 22, 26)
            fill(canvas, Color(0.40 * dim, 0.30 * dim, 0.22 * dim), x + 66, 195, 26, 45)
        }
        shape(
            canvas, Color(gray: 0.48 * dim), [(0, 330), (640, 300), (640, 480), (0, 480)])
        for x in stride(from: 20.0, to: 640, by: 130) {
            shape(
                canvas, Color(gray: 0.88 * dim),
                [
                    (x, 404 - x / 40), (x + 70, 402 - x / 40), (x + 70, 410 - x / 40),
                    (x, 412 - x / 40),
                ])
        }
    }

    private func thing(_ canvas: Canvas) {
        switch sight {
        case .darkLamp: lamp(canvas)
        case .holes:
            for (x, y, size) in [(250.0, 390.0, 46.0), (360, 430, 34), (150, 440, 26)] {
                oval(canvas, Color(0.25, 0.22, 0.20), x, y, size, 0.45)
                oval(canvas, Color(0.45, 0.38, 0.30), x, y + 3, size * 0.7, 0.4)
            }
        case .rubbish:
            for (x, y, size, shade) in [
                (250.0, 350.0, 42.0, 0.12), (310, 360, 50, 0.2), (370, 352, 40, 0.1),
                (325, 310, 38, 0.16),
            ] {
                oval(canvas, Color(gray: shade), x, y, size, 0.85)
            }
            oval(canvas, Color(0.75, 0.2, 0.2), 280, 385, 16, 0.6)
        case .water:
            oval(canvas, Color(0.45, 0.38, 0.28), 330, 400, 260, 0.3)
            oval(canvas, Color(0.55, 0.62, 0.66), 330, 398, 240, 0.26)
        case .dog: dog(canvas)
        case .fallenTree:
            shape(
                canvas, Color(0.36, 0.24, 0.15),
                [(90, 330), (520, 400), (518, 422), (88, 356)])
            for (x, y, size) in [(470.0, 370.0, 60.0), (540, 400, 70), (500, 330, 46)] {
                oval(canvas, Color(0.20, 0.42, 0.20), x, y, size, 0.9)
            }
        case .sign:
            stroke(canvas, Color(gray: 0.7), 10, (300, 420), (390, 250))
            oval(canvas, Color(0.78, 0.1, 0.12), 398, 232, 46, 1)
            fill(canvas, .white, 368, 224, 60, 16)
        case .noise:
            fill(canvas, Color(gray: 0.08), 250, 250, 120, 150)
            oval(canvas, Color(gray: 0.35), 310, 290, 26, 1)
            oval(canvas, Color(gray: 0.35), 310, 352, 40, 1)
        case .smoke:
            shape(canvas, Color(0.85, 0.35, 0.1), [(290, 370), (320, 300), (350, 370)])
            for (step, x) in [300.0, 330, 310, 350, 340].enumerated() {
                let y = 290 - Double(step) * 44
                oval(canvas, Color(gray: 0.35, alpha: 0.7), x, y, 36 + Double(step) * 10, 0.8)
            }
        case .wall:
            for row in 0..<6 {
                for column in 0..<6 {
                    let x = 260 + Double(column) * 44 + (row.isMultiple(of: 2) ? 0 : 22)
                    fill(canvas, Color(0.66, 0.34, 0.26), x, 250 + Double(row) * 24, 41, 21)
                }
            }
        case .house:
            fill(canvas, Color(0.92, 0.88, 0.78), 230, 200, 200, 140)
            shape(canvas, Color(0.62, 0.24, 0.2), [(210, 200), (330, 120), (450, 200)])
            fill(canvas, Color(0.4, 0.3, 0.22), 310, 260, 44, 80)
        }
    }

    private func lamp(_ canvas: Canvas) {
        stroke(canvas, Color(gray: 0.45), 12, (330, 430), (330, 90))
        stroke(canvas, Color(gray: 0.45), 8, (330, 94), (420, 80))
        fill(canvas, Color(gray: 0.25), 400, 76, 54, 16)
    }

    private func dog(_ canvas: Canvas) {
        let coat = [Color(0.55, 0.4, 0.25), Color(gray: 0.2), Color(0.85, 0.75, 0.6)][variant]
        oval(canvas, coat, 310, 370, 60, 0.5)
        oval(canvas, coat, 378, 340, 26, 0.9)
        shape(canvas, coat, [(366, 322), (374, 300), (386, 320)])
        for x in [268.0, 290, 330, 350] { stroke(canvas, coat, 9, (x, 380), (x, 425)) }
        stroke(canvas, coat, 7, (255, 360), (228, 332))
    }

    /// Nobody takes it for a photo of a real place.
    private func caption(_ canvas: Canvas) {
        fill(canvas, Color(gray: 0, alpha: 0.55), 0, 446, 640, 34)
        canvas.setColor(.white)
        TextLayout("ภาพตัวอย่างของระบบสาธิต", font: Font(Self.font, size: 20), on: canvas)
            .show(line: 0, at: Point(x: 14, y: 470))
    }

    // MARK: Shapes

    private func fill(
        _ canvas: Canvas, _ color: Color, _ x: Double, _ y: Double, _ width: Double,
        _ height: Double
    ) {
        canvas.setColor(color)
        canvas.rectangle(at: Point(x: x, y: y), Size(width: width, height: height))
        canvas.fill()
    }

    private func shape(_ canvas: Canvas, _ color: Color, _ corners: [(Double, Double)]) {
        canvas.setColor(color)
        for (index, corner) in corners.enumerated() {
            let point = Point(x: corner.0, y: corner.1)
            if index == 0 { canvas.move(to: point) } else { canvas.line(to: point) }
        }
        canvas.fill()
    }

    private func stroke(
        _ canvas: Canvas, _ color: Color, _ width: Double, _ start: (Double, Double),
        _ end: (Double, Double)
    ) {
        canvas.setColor(color)
        canvas.setLine(width: width, isRound: true)
        canvas.line(from: Point(x: start.0, y: start.1), to: Point(x: end.0, y: end.1))
        canvas.stroke()
    }

    private func oval(
        _ canvas: Canvas, _ color: Color, _ x: Double, _ y: Double, _ radius: Double,
        _ flatness: Double
    ) {
        canvas.saved {
            canvas.translate(by: Point(x: x, y: y))
            canvas.scale(by: 1, flatness)
            canvas.setColor(color)
            canvas.circle(around: Point(x: 0, y: 0), radius: radius)
            canvas.fill()
        }
    }
}

extension Scenery.Sight {
    /// What is photographed for a category of the office, or for a service that has none.
    init(of code: String) {
        self =
            switch code {
            case "street-light": .darkLamp
            case "road": .holes
            case "waste", "waste-bin": .rubbish
            case "drain", "flood", "water", "water-connection": .water
            case "stray-animal": .dog
            case "tree": .fallenTree
            case "traffic-sign": .sign
            case "noise": .noise
            case "smell", "burning": .smoke
            case "building": .wall
            default: .house
            }
    }
}
