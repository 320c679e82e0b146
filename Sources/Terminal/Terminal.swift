private import Entries
internal import Threads

/// Where a command prints: answers to standard output, everything else to standard error.
package final class Terminal: Sendable {
    package let output: Output
    /// The width of the terminal; nil when the output goes elsewhere, and then nothing is cut.
    package let width: Int?
    let styles: Bool
    private let errors: Descriptor
    private let errorWidth: Int?
    private let errorStyles: Bool
    private let bar: Monitor<Bool>

    /// The terminal of this process.
    package convenience init() {
        Descriptor.ignoreClosedPipes()
        self.init(output: .output, errors: .errors)
    }

    init(output: Descriptor, errors: Descriptor) {
        let mayStyle =
            (Descriptor.environment("NO_COLOR") ?? "").isEmpty
            && Descriptor.environment("TERM") != "dumb"
        self.output = Output(output)
        width = output.isTerminal ? output.columns ?? 80 : nil
        styles = mayStyle && output.isTerminal
        self.errors = errors
        errorWidth = errors.isTerminal ? errors.columns ?? 80 : nil
        errorStyles = mayStyle && errors.isTerminal
        bar = Monitor(false)
    }

    /// Prints a line.
    package func print(_ line: String = "", tone: Tone = .plain) throws {
        clearBar()
        try output.write((tone.styled(line, styles) + "\n").utf8)
    }

    package func print(_ table: Table) throws {
        clearBar()
        for line in table.lines(width: width, styles: styles) {
            try output.write((line + "\n").utf8)
        }
    }

    /// Prints a value on a line of its own.
    package func print(_ json: JSON) throws {
        clearBar()
        try output.write(json.bytes + [UInt8(ascii: "\n")])
    }

    /// Tells the person something that is not the answer. It never fails: work goes on without.
    package func note(_ line: String, tone: Tone = .plain) {
        clearBar()
        try? errors.write(Array((tone.styled(line, errorStyles) + "\n").utf8))
    }

    package func flush() throws { try output.flush() }

    /// Flushes nothing: the caller has.
    package func exit(_ code: ExitCode) -> Never { Descriptor.exit(code.rawValue) }

    func endAsIfByClosedPipe() { Descriptor.endAsIfByClosedPipe() }

    /// A bar for work of `total` steps, or of unknown length.
    ///
    /// It shows itself on a terminal only, and only once the work has taken two seconds.
    package func progress(_ title: String, of total: Int?, unit: String) -> ProgressBar {
        ProgressBar(ProgressMeter(title: title, unit: unit, total: total), on: self)
    }

    var showsProgress: Bool { errorWidth != nil }

    func show(bar meter: ProgressMeter) {
        guard let errorWidth else { return }
        bar.with { isVisible in
            isVisible = true
            try? errors.write(Array(("\r\u{1B}[2K" + meter.line(width: errorWidth - 1)).utf8))
        }
    }

    func clearBar() {
        bar.with { isVisible in
            guard isVisible else { return }
            isVisible = false
            try? errors.write(Array("\r\u{1B}[2K".utf8))
        }
    }
}
