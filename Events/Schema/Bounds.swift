/// How long texts may be: an entry has an end, and nobody shall reach it by surprise.
package enum Bounds {
    /// Letters of a code, a number or a name in clear data.
    package static let ordinary = 300
    /// Letters of any text in a sealed section.
    package static let sealed = 30_000
}
