/// Some cases in the order of the file, handed over so that another thread can work on them.
package struct SourceBatch: Sendable {
    package var cases: [SourceCase]
    /// How much of the file has been read so far, as it lies on the disk.
    package var bytesConsumed: Int

    package init(cases: [SourceCase], bytesConsumed: Int) {
        self.cases = cases
        self.bytesConsumed = bytesConsumed
    }
}

/// What a whole file held.
package struct SourceSummary: Equatable, Sendable {
    package var header = SourceHeader()
    /// Cases and events that were handed over.
    package var cases = 0, events = 0
    /// Everything that was reported, and how much of it cost a row, case, event or field.
    package var problems = 0, losses = 0

    package init() {}
}

/// How much of a foreign file one thing may be, so that a bad file costs memory to nobody.
package struct SourceLimits: Sendable {
    /// One value of an XES attribute, or one field of a CSV row.
    package var valueBytes = 65_535
    /// Attributes within attributes.
    package var attributeDepth = 16
    /// Attributes in one case with all its events; the rest of the case is left out beyond it.
    package var attributesPerCase = 1_000_000
    /// Bytes of keys and values in one case.
    package var caseBytes = 64 << 20
    /// Keys and values of what a log says about itself.
    package var headerBytes = 1 << 20
    /// One CSV row.
    package var rowBytes = 1 << 20
    package var columns = 1000
    /// Cases handed over at a time, and bytes of keys and values after which a batch goes early.
    package var batchCases = 1000, batchBytes = 4 << 20

    package init() {}
}
