import Foundation

func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(
        at: URL(filePath: path), withIntermediateDirectories: true)
}
