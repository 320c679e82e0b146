/// Everything that is wrong with an import map.
package struct ImportMapError: Error, Equatable, Sendable {
    package struct Problem: Error, Equatable, Sendable {
        /// The line of the map's file, from 1.
        package let line: Int
        /// Which field, as `case.channel.words`; empty for the file as a whole.
        package let field: String
        package let reason: Words
    }

    /// In the order of the file.
    package let problems: [Problem]
}
