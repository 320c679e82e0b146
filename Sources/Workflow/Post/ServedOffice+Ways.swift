internal import Entries
package import Events
internal import Rules

extension ServedOffice {
    /// A way by which the office writes to somebody by itself.
    package struct Way: Equatable, Sendable {
        package let channel: NoticeChannel
        /// The address, all but enough of it covered to know it again; nil in a chat.
        package let masked: String?
    }

    /// How the petitioner of a case hears of the result, as things stand, whatever other way was
    /// chosen for answers: empty for who can be written to by nothing that the office has.
    package func ways(toTellOf number: String) throws -> [Way] {
        let reach = try AddressBook(office: office).reach(StreamName(.petition, number))
        guard !reach.isErased else { return [] }
        let route = NoticeRoute(
            reach: reach.channels(for: .completed), open: post?.open ?? [.email])
        return route.channels(for: .completed).map { channel in
            let address = reach.address(on: channel, for: .completed)
            let masked: String? =
                switch channel {
                case .email: address.flatMap { try? EmailAddress($0) }?.masked
                case .sms: address.flatMap { try? PhoneNumber($0) }?.masked
                case .line, .letter, .phone, .web: nil
                }
            return Way(channel: channel, masked: masked)
        }
    }
}
