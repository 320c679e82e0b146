internal import Crypto
package import Entries

extension KeyHandle {
    /// Thirty-two bytes that make the password which goes out with an event of the key's case.
    ///
    /// They are computed, not kept: whoever may open the case may make them again, and once its
    /// key is erased nobody can. The commitment's messages have another length.
    package func password(of event: EventID) -> [UInt8] {
        let message = Array("case-password/1\n\(event)\n".utf8)
        return HMACSHA256.authenticate(message, key: commitment).bytes
    }
}
