internal import Entries
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

extension Visit {
    /// The officer's part of the office.
    func deskScope() throws -> DeskScope {
        DeskScope(of: try needOfficer(), in: settings, on: now.local.date)
    }

    /// What the address of this page asks of the queue.
    var queueAddress: QueueAddress { queueAddress(of: request.query) }

    func queueAddress(of fields: FormFields) -> QueueAddress {
        QueueAddress(fields, text: fields["sought"].flatMap(seal.openedSearch))
    }

    func queuePath(_ address: QueueAddress) -> String {
        let query = queryText(of: address)
        return query.isEmpty ? deskPath() : "\(deskPath())?\(query)"
    }

    /// The query part of an address.
    func queryText(of address: QueueAddress) -> String {
        address.fields(seal.sealedSearch).encoded
    }

    /// The same page with something else asked of it.
    func queuePath(_ address: QueueAddress, _ change: (inout QueueAddress) -> Void) -> String {
        var changed = address
        change(&changed)
        return queuePath(changed)
    }

    /// The page of a case, which leads back to the queue as it is filtered here.
    func casePath(_ number: String, from address: QueueAddress) -> String {
        CaseTrail(["from": queryText(of: address.filter)]).path(to: number, self)
    }
}
