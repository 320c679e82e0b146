internal import Entries

extension SealedFiles {
    /// Reads every file, and says of each whether it is what it is named; none is opened.
    package func check(_ body: (_ file: SealedFileName, _ isWhole: Bool) throws -> Void) throws {
        for name in try names() {
            guard let name = SealedFileName(name) else { continue }
            do {
                try verify(name.file, under: name.key)
                try body(name, true)
            } catch SealedFileError.damaged {
                try body(name, false)
            } catch SealedFileError.missing {
                // Erased meanwhile.
            }
        }
    }
}
