/// An office's channel of LINE's Messaging API, as the settings of the server name it.
package struct LINEChannel: Equatable, Sendable {
    /// Where LINE is asked.
    package var address = "https://api.line.me"
    /// The names of the files with the channel's access token and its secret in the office's
    /// directory of keys; an office without them has no LINE.
    package var tokenName: String
    package var secretName: String
    package var totalSeconds = 15

    package init(tokenName: String, secretName: String) {
        self.tokenName = tokenName
        self.secretName = secretName
    }
}
