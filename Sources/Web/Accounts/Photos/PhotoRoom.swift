internal import Events
internal import FileKinds
internal import HTTP
internal import Pictures

/// Photos that people send about themselves: looked at by their content before they are decoded.
enum PhotoRoom {
    /// The photo, upright and without what the camera wrote into it; nil if it is none, which is
    /// said then.
    static func picture(
        _ file: UploadedFile, field: String, _ issues: inout Issues
    ) throws -> Picture? {
        let inspector = FileInspector(
            allowed: [.jpeg, .png], largestBytes: IdentityPhotos.largestBytes)
        do {
            guard !file.isCutOff else {
                throw FileRefusal.tooLarge(most: IdentityPhotos.largestBytes)
            }
            _ = try inspector.inspect(
                FileContent(size: file.byteCount) {
                    try file.read(from: $0.lowerBound, count: $0.count)
                }, name: file.name)
            return try Picture.read(file.read(count: file.byteCount))
        } catch let refusal as FileRefusal {
            issues.add(field, refusal.wording)
        } catch let refusal as PictureRefusal {
            issues.add(field, refusal.wording)
        }
        return nil
    }

    /// A picture of somebody's, for that somebody alone; kept by no cache.
    static func response(_ jpeg: [UInt8]) -> Response {
        var response = Response.bytes(jpeg, .jpeg)
        response.headers["Cache-Control"] = "private, no-store"
        return response
    }
}
