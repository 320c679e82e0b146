internal import CXlsxwriter

/// The library, or the system below it, could not make a workbook.
package struct SpreadsheetError: Error, Equatable {
    package let code: Int32
    /// The C function that failed.
    package let function: String
    package let message: String

    init(_ code: lxw_error, _ function: String) {
        self.code = Int32(bitPattern: code.rawValue)
        self.function = function
        message = unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? ""
    }

    init(system code: Int32, _ function: String) {
        self.code = code
        self.function = function
        message = ""
    }
}

func check(_ code: lxw_error, _ function: String) throws(SpreadsheetError) {
    guard code == LXW_NO_ERROR else { throw SpreadsheetError(code, function) }
}
