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

    /// The terminal of this process; made before any file is opened.
    package convenience init() {
        Descriptor.occupyStandardNumbers()
        Descriptor.ignoreClosedPipes()
        let mayStyle =
            (Descriptor.environment("NO_COLOR") ?? "").isEmpty
            && Descriptor.environment("TERM") != "dumb"
        self.init(output: .output, errors: .errors, mayStyle: mayStyle)
    }

    /// Prints to other open files; they stay the caller's to close.
    package convenience init(outputFile: Int32, errorFile: Int32, mayStyle: Bool = true) {
        self.init(
            output: Descriptor(number: outputFile, path: "output"),
            errors: Descriptor(number: errorFile, path: "errors"), mayStyle: mayStyle)
    }

    private init(output: Descriptor, errors: Descriptor, mayStyle: Bool) {
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
        try put([tone.styled(line, styles)])
    }

    /// Prints a table, and notes which of its columns the terminal has no room for, those among
    /// them that the caller has left out for that.
    package func print(_ table: Table, without columns: [String] = []) throws {
        try put(table.lines(width: width, styles: styles))
        let leftOut = table.leftOut(width: width) + columns
        guard !leftOut.isEmpty else { return }
        note("the terminal is too narrow for \(leftOut.joined(separator: ", "))")
    }

    /// Prints a value on a line of its own.
    package func print(_ json: JSON) throws {
        try put([String(decoding: json.bytes, as: UTF8.self)])
    }

    /// Prints bytes as they are: those of a file.
    package func print(bytes: [UInt8]) throws {
        clearBar()
        try output.write(bytes)
        if width != nil { try output.flush() }
    }

    /// A person at a terminal sees each answer at once, and in order with what is noted.
    private func put(_ lines: [String]) throws {
        clearBar()
        for line in lines { try output.write((line + "\n").utf8) }
        if width != nil { try output.flush() }
    }

    /// Tells the person something that is not the answer. It never fails: work goes on without.
    ///
    /// What steers a terminal comes from outside then, and is shown and not obeyed.
    package func note(_ line: String, tone: Tone = .plain) {
        clearBar()
        let line = line.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Printable.text(String($0)) }.joined(separator: "\n")
        try? errors.write(Array((tone.styled(line, errorStyles) + "\n").utf8))
    }

    package func flush() throws { try output.flush() }

    /// Flushes nothing: the caller has.
    package func exit(_ code: ExitCode) -> Never { Descriptor.exit(code.rawValue) }

    func endAsIfByClosedPipe() { Descriptor.endAsIfByClosedPipe() }

    /// A bar for work of `total` steps, or of unknown length.
    ///
    /// It shows itself on a terminal only, and only once the work has taken longer than `delay`.
    package func progress(
        _ title: String, of total: Int?, unit: String, after delay: Duration = .seconds(2)
    ) -> ProgressBar {
        let meter = ProgressMeter(title: title, unit: unit, total: total)
        return ProgressBar(meter, after: delay, on: self)
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
