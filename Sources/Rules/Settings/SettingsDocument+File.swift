package import Entries
internal import Events

extension SettingsDocument {
    /// The file, two spaces a level, with a line break at the end.
    package var text: String { NodeWriter.json(self, emptyLists: true).text }

    /// Reads a file; empty, and the reasons in `problems`, where it is none.
    package static func read(
        _ bytes: [UInt8], _ problems: inout [SettingsProblem]
    ) -> SettingsDocument {
        let node: JSONNode
        do throws(JSONFault) {
            node = try JSONParser.parse(bytes)
        } catch {
            problems.append(SettingsProblem(error))
            return SettingsDocument()
        }
        var document = NodeReader.read(SettingsDocument.self, from: node, &problems)
        if problems.isEmpty, document.format != format {
            let line = node["format"]?.line
            problems.append(
                SettingsProblem(
                    path: "format", line: line, .unknownWord(document.format, [format])))
        }
        document.parts = Set(SettingsPart.allCases.filter { node[$0.rawValue] != nil })
        return document
    }
}

extension SettingsProblem {
    package init(_ fault: JSONFault) {
        self.init(
            path: "", line: fault.line, Wording(thai: fault.thai, english: fault.english))
    }
}
