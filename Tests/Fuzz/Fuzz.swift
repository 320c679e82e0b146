internal import CLibFuzzer
internal import Glibc

/// Feeds one parser of outside bytes with ever new inputs: `Fuzz PARSER [libFuzzer options]`.
///
/// A parser may refuse an input; it may not trap, hang or grow without bound.
@main enum Fuzz {
    static func main() {
        guard CommandLine.arguments.count > 1,
            let parser = Parser(rawValue: CommandLine.arguments[1])
        else {
            print("usage: Fuzz \(Parser.allCases.map(\.rawValue).joined(separator: "|")) [options]")
            return
        }
        unsafe chosen = parser
        runDriver(options: Array(CommandLine.arguments.dropFirst(2)))
    }
}

/// Set once, before the driver starts, and only read afterwards.
nonisolated(unsafe) private var chosen = Parser.entry

private func runDriver(options: [String]) {
    var arguments: [UnsafeMutablePointer<CChar>?] =
        unsafe (["Fuzz"] + options).map { unsafe strdup($0) } + [nil]
    var count = CInt(options.count + 1)
    unsafe arguments.withUnsafeMutableBufferPointer { buffer in
        var base = buffer.baseAddress
        _ = unsafe LLVMFuzzerRunDriver(&count, &base) { data, size in
            unsafe chosen.parse(Array(UnsafeBufferPointer(start: data, count: size)))
            return 0
        }
    }
}
