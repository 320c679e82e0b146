internal import Files
internal import TransparencyLog

extension ServedOffice {
    /// A file of the published directory that is no tile; nil while there is none.
    package func published(_ name: String) throws -> [UInt8]? {
        guard let file = try FileReader.open(ifThere: "\(office.paths.tiles)/\(name)") else {
            return nil
        }
        var bytes: [UInt8] = []
        try file.read(SignedNote.mostBytes, into: &bytes)
        return bytes
    }
}
