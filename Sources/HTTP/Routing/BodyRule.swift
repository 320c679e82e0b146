/// What a route takes as a body; anything else is refused before it is read.
package enum BodyRule: Sendable {
    /// None at all.
    case none
    /// Any type, so many bytes at most, kept in memory.
    case bytes(limit: Int)
    /// A form of fields alone.
    case form(FieldLimits = FieldLimits())
    /// A form with files, each in a file of its own while it is looked at; plain forms too.
    case upload(UploadLimits = UploadLimits())
    /// JSON, so many bytes at most and kept in memory; or a form that brings files with it.
    case json(limit: Int, UploadLimits? = nil)
}

/// What a form with files may hold.
package struct UploadLimits: Equatable, Sendable {
    package var fields: FieldLimits
    /// Files in a request.
    package var files: Int
    package var bytesPerFile: Int
    /// Of the whole body.
    package var bytesPerRequest: Int
    /// Of one part's header.
    package var partHeaderBytes: Int
    /// Whether a file over its limit is let through without its bytes (`UploadedFile.isCutOff`),
    /// so that the form can be shown again with what was typed; otherwise the request is refused.
    package var letsLargeThrough: Bool

    package init(
        fields: FieldLimits = FieldLimits(), files: Int = 20, bytesPerFile: Int = 16 << 20,
        bytesPerRequest: Int = 100 << 20, partHeaderBytes: Int = 4 << 10,
        letsLargeThrough: Bool = false
    ) {
        self.fields = fields
        self.files = files
        self.bytesPerFile = bytesPerFile
        self.bytesPerRequest = bytesPerRequest
        self.partHeaderBytes = partHeaderBytes
        self.letsLargeThrough = letsLargeThrough
    }
}

extension FieldLimits {
    /// Bytes that a whole urlencoded form may have as sent.
    var formBytes: Int { 1 << 20 }
}
