internal import Exchange
package import Projections

extension ReportTable {
    /// The table as RFC 4180 wants it: the same bytes wherever it is made.
    package var csv: [UInt8] {
        var bytes = CSVWriter.line(columns)
        for row in rows { bytes += CSVWriter.line(row.map(\.reportText)) }
        return bytes
    }
}
