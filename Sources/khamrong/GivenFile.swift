import Exchange
import Files
import Terminal

/// Files that a person names on the command line.
enum GivenFile {
    /// All that a file holds, or a pipe.
    /// - Throws: `Failure` with its name and the system's reason.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            return try FileReader.whole(path)
        } catch {
            throw Failure(error)
        }
    }

    /// Where `option` says that output goes; nil for standard output, which is `-` too.
    static func output(
        _ option: Option, _ arguments: Arguments, outside place: OfficePlace
    ) throws(UsageError) -> String? {
        guard let path = arguments[option] else { return nil }
        guard !path.isEmpty else {
            throw UsageError("--\(option.name) needs a file; “-” is standard output")
        }
        guard path != "-" else { return nil }
        try place.needOutside(path, "--\(option.name)")
        return path
    }

    /// Opens what `output` says.
    static func target(_ path: String?) throws(ExchangeError) -> TargetFile {
        if let path { try TargetFile(path: path) } else { .standardOutput() }
    }

    /// Writes a file that appears whole.
    static func write(_ bytes: [UInt8], to path: String) throws(ExchangeError) {
        var file = try TargetFile(path: path)
        try file.write(bytes)
        try file.finish()
    }
}

extension Failure {
    init(_ error: FileError) {
        if error.isFull {
            self.init(
                "\(error.path): the disk is full",
                hint: "nothing that was recorded is lost; make room and run the same command again")
        } else {
            let known = ExchangeError.system(call: error.call, path: error.path, code: error.code)
            self.init(known.words.inBoth)
        }
    }
}
