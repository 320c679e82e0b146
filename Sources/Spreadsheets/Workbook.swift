internal import CXlsxwriter
internal import Entries
internal import Glibc

/// An XLSX file in the making, sheet after sheet and row after row.
///
/// Rows are written as they come and must come in order. The file grows in memory, not on a disk;
/// the library keeps the rows of unfinished sheets in files without a name until `finish`. Equal
/// content makes equal bytes. One thread at a time.
@safe package final class Workbook {
    /// Nil once it is finished.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let file: MemoryFile
    private let bold: UnsafeMutablePointer<lxw_format>
    private let day: UnsafeMutablePointer<lxw_format>
    private let moment: UnsafeMutablePointer<lxw_format>
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var row: UInt32 = 0

    /// C: `workbook_new_opt`
    package init() throws(SpreadsheetError) {
        let file = try MemoryFile()
        var options = unsafe lxw_workbook_options(
            constant_memory: 1, tmpdir: nil, use_zip64: 0)
        guard let book = unsafe workbook_new_opt(file.path, &options) else {
            throw SpreadsheetError(LXW_ERROR_MEMORY_MALLOC_FAILED, "workbook_new_opt")
        }
        guard let bold = unsafe workbook_add_format(book),
            let day = unsafe workbook_add_format(book),
            let moment = unsafe workbook_add_format(book)
        else {
            unsafe workbook_close(book)
            throw SpreadsheetError(LXW_ERROR_MEMORY_MALLOC_FAILED, "workbook_add_format")
        }
        unsafe format_set_bold(bold)
        unsafe format_set_text_wrap(bold)
        unsafe format_set_num_format(day, "yyyy-mm-dd")
        unsafe format_set_num_format(moment, "yyyy-mm-dd hh:mm")
        // A time of making would make each file another one.
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = 946_684_800
        unsafe workbook_set_properties(book, &properties)
        unsafe (self.file, self.book, self.bold, self.day, self.moment) = (
            file, book, bold, day, moment
        )
    }

    deinit { if let book = unsafe book { unsafe workbook_close(book) } }

    /// Begins the next sheet; its first row, which stays in sight, holds the headings.
    ///
    /// `name` is cut to the 31 letters that a sheet's name may have, without those it may not.
    package func beginSheet(_ name: String, _ headings: [Heading]) throws(SpreadsheetError) {
        let allowed = name.filter { !"[]:*?/\\'".contains($0) }.utf16.prefix(31)
        guard let next = unsafe workbook_add_worksheet(book, String(allowed) ?? nil) else {
            throw SpreadsheetError(LXW_ERROR_INVALID_SHEETNAME_CHARACTER, "workbook_add_worksheet")
        }
        unsafe sheet = next
        row = 0
        for (column, heading) in headings.enumerated() {
            let place = UInt16(column)
            try check(
                unsafe worksheet_set_column(next, place, place, heading.width, nil),
                "worksheet_set_column")
            try check(
                unsafe worksheet_write_string(next, 0, place, heading.title, bold),
                "worksheet_write_string")
        }
        unsafe worksheet_freeze_panes(next, 1, 0)
        row = 1
    }

    /// Writes the next row of the sheet that was begun last. A text is cut to the 32,767 letters
    /// that a cell holds.
    package func add(_ cells: [Cell]) throws(SpreadsheetError) {
        guard let sheet = unsafe sheet else { preconditionFailure("a row belongs to a sheet") }
        for (column, cell) in cells.enumerated() {
            try unsafe write(cell, to: sheet, UInt16(column))
        }
        row += 1
    }

    private func write(
        _ cell: Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: UInt16
    ) throws(SpreadsheetError) {
        switch cell {
        case .empty: return
        case .text(let text):
            let kept = text.unicodeScalars.prefix(32_767)
            try check(
                unsafe worksheet_write_string(sheet, row, column, String(kept), nil),
                "worksheet_write_string")
        case .number(let number):
            try check(
                unsafe worksheet_write_number(sheet, row, column, Double(number), nil),
                "worksheet_write_number")
        case .decimal(let number):
            try check(
                unsafe worksheet_write_number(sheet, row, column, number, nil),
                "worksheet_write_number")
        case .day(let date):
            var time = date.time(minute: 0)
            try check(
                unsafe worksheet_write_datetime(sheet, row, column, &time, day),
                "worksheet_write_datetime")
        case .moment(let date, let minute):
            var time = date.time(minute: minute)
            try check(
                unsafe worksheet_write_datetime(sheet, row, column, &time, moment),
                "worksheet_write_datetime")
        }
    }

    /// The whole file; nothing can be added afterwards. C: `workbook_close`
    package func finish() throws(SpreadsheetError) -> [UInt8] {
        guard let finished = unsafe book else { preconditionFailure("a workbook ends once") }
        unsafe (book, sheet) = (nil, nil)
        try check(unsafe workbook_close(finished), "workbook_close")
        return try file.bytes()
    }
}

extension CivilDate {
    fileprivate func time(minute: Int) -> lxw_datetime {
        lxw_datetime(
            year: Int32(year), month: Int32(month), day: Int32(day), hour: Int32(minute / 60),
            min: Int32(minute % 60), sec: 0)
    }
}
