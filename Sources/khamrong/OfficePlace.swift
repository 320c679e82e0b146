import Files
import FoundationEssentials
import Terminal
import Workflow

/// Where one office lies: `--data DIR --keys DIR --office CODE`.
struct OfficePlace: Equatable {
    /// The directory of all offices.
    let data: String
    /// Beside the data and never inside: a copy of the data must not hold the keys.
    let keys: String
    let office: String

    var paths: OfficePaths { OfficePaths(data: data, keys: keys, code: office) }

    static let dataOption = Option("data", "DIR", "where the offices lie; default: data")
    static let keysOption = Option(
        "keys", "DIR", "where their keys lie; default: beside the data, <data>-keys")
    static let officeOption = Option(
        "office", "CODE", "which office; needless where there is only one")

    static let options = [dataOption, keysOption, officeOption]

    /// Those of a command that makes an office: no other one can be meant.
    static let optionsOfNew = [
        dataOption, keysOption,
        Option(
            officeOption.name, "CODE", "what the new office is called in addresses",
            isRequired: true),
    ]

    /// - Parameter default: the office where none is named; by itself, the only one there is.
    init(_ arguments: Arguments, office default: String? = nil) throws(UsageError) {
        let data = try Self.absolute(arguments[Self.dataOption] ?? "data", "--data")
        let keys = try Self.absolute(arguments[Self.keysOption] ?? "\(data)-keys", "--keys")
        guard keys != data, !keys.hasPrefix("\(data)/") else {
            throw UsageError("--keys must not lie inside --data")
        }
        self.data = data
        self.keys = keys
        if let named = arguments[Self.officeOption] {
            office = named
        } else if let `default` {
            office = `default`
        } else {
            office = try Self.onlyOffice(in: data)
        }
        guard OfficePaths.isCode(office) else {
            throw UsageError(
                "--office takes letters, digits and dashes, at most 32, and neither healthz "
                    + "nor readyz")
        }
    }

    /// Makes room for a new office where the making of one was interrupted, and says so.
    func removeUnfinished(on terminal: Terminal) throws {
        guard try Office.removeUnfinished(paths) else { return }
        terminal.note("removed what an interrupted run had left of the office \(office)")
    }

    private static func onlyOffice(in data: String) throws(UsageError) -> String {
        let offices: [String]
        do {
            offices = try Offices.codes(in: data)
        } catch let error as CocoaError where error.code == .fileReadNoPermission {
            throw UsageError("\(data) may not be read: no permission")
        } catch {
            offices = []
        }
        guard let only = offices.first else {
            throw UsageError("there is no office in \(data); name one with --office, or --data")
        }
        guard offices.count == 1 else {
            throw UsageError("--office is one of \(offices.sorted().joined(separator: ", "))")
        }
        return only
    }

    /// Refuses a file that is to be written where the office lies: it could be the log itself.
    func needOutside(_ path: String?, _ option: String) throws(UsageError) {
        guard let path, [data, keys].contains(where: { ResolvedPath.of(path, isInside: $0) })
        else { return }
        throw UsageError("\(option) must not lie inside --data or --keys")
    }

    private static func absolute(_ path: String, _ option: String) throws(UsageError) -> String {
        guard !path.isEmpty else { throw UsageError("\(option) needs a directory") }
        return ResolvedPath.of(path)
    }
}
