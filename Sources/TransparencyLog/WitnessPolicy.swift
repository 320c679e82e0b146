/// Which logs are believed, and which witnesses must have signed for that (C2SP tlog-policy).
package struct WitnessPolicy: Hashable, Sendable {
    package struct Log: Hashable, Sendable {
        package let key: VerifierKey
        package let address: String?
    }

    package struct Witness: Hashable, Sendable {
        package let name: String
        package let key: VerifierKey
        /// Where it takes checkpoints, `add-checkpoint` left out.
        package let address: String?
    }

    struct Group: Hashable, Sendable {
        let name: String
        let threshold: Int
        let members: [String]
    }

    package private(set) var logs: [Log] = []
    package private(set) var witnesses: [Witness] = []
    private var groups: [Group] = []
    /// The witness or group that must have signed; nil where none need.
    private var quorum: String?

    package static let mostBytes = 65_536
    private static let none = "none"

    /// - Throws: `NoteError.malformed` with the number of the line.
    package init(_ text: String) throws(NoteError) {
        guard text.utf8.count <= Self.mostBytes else { throw .malformed("the policy is too long") }
        var quorums = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard let word = words.first, !word.hasPrefix("#") else { continue }
            do {
                switch word {
                case "log": try addLog(words.dropFirst())
                case "witness": try addWitness(words.dropFirst())
                case "group": try addGroup(words.dropFirst())
                case "quorum":
                    quorums += 1
                    guard quorums == 1 else { throw NoteError.malformed("a second quorum") }
                    try setQuorum(words.dropFirst())
                default: throw NoteError.malformed("“\(word)” is not a word of a policy")
                }
            } catch {
                throw .malformed("line \(index + 1) of the policy: \(error)")
            }
        }
        guard quorums == 1 else { throw .malformed("the policy has no quorum") }
    }

    private mutating func addLog(_ words: ArraySlice<Substring>) throws(NoteError) {
        guard (1...2).contains(words.count), let key = words.first else {
            throw .malformed("a log has a key and perhaps an address")
        }
        logs.append(
            Log(key: try VerifierKey(key), address: words.dropFirst().first.map(String.init)))
    }

    private mutating func addWitness(_ words: ArraySlice<Substring>) throws(NoteError) {
        let words = Array(words)
        guard (2...3).contains(words.count) else {
            throw .malformed("a witness has a name, a key and perhaps an address")
        }
        let name = try fresh(words[0])
        let key = try VerifierKey(words[1])
        guard key.kind == .witness else { throw .malformed("that is no witness's key") }
        guard !witnesses.contains(where: { $0.key == key }) else {
            throw .malformed("the key is another witness's")
        }
        witnesses.append(
            Witness(name: name, key: key, address: words.count > 2 ? String(words[2]) : nil))
    }

    private mutating func addGroup(_ words: ArraySlice<Substring>) throws(NoteError) {
        let words = Array(words)
        guard words.count >= 3 else { throw .malformed("a group has a name, a number and members") }
        let name = try fresh(words[0])
        let members = words.dropFirst(2).map(String.init)
        guard members.allSatisfy(isKnown), Set(members).count == members.count else {
            throw .malformed("a group's members are named before it, each once")
        }
        let threshold: Int
        switch words[1] {
        case "all": threshold = members.count
        case "any": threshold = 1
        default:
            guard let number = TreeSize.read(Array(words[1].utf8)),
                (1...UInt64(members.count)).contains(number)
            else { throw .malformed("“\(words[1])” of \(members.count) cannot be asked for") }
            threshold = Int(number)
        }
        groups.append(Group(name: name, threshold: threshold, members: members))
    }

    private mutating func setQuorum(_ words: ArraySlice<Substring>) throws(NoteError) {
        guard words.count == 1, let name = words.first.map(String.init),
            name == Self.none || isKnown(name)
        else { throw .malformed("the quorum is a witness or a group named before it, or none") }
        quorum = name == Self.none ? nil : name
    }

    private func fresh(_ name: Substring) throws(NoteError) -> String {
        guard name != Self.none, !isKnown(String(name)) else {
            throw .malformed("the name “\(name)” is taken")
        }
        return String(name)
    }

    private func isKnown(_ name: String) -> Bool {
        witnesses.contains { $0.name == name } || groups.contains { $0.name == name }
    }
}

extension WitnessPolicy {
    /// That a log of the policy has signed the note, and witnesses enough.
    ///
    /// Returns when each of the witnesses saw it, in seconds since 1970.
    @discardableResult
    package func check(_ note: SignedNote) throws(NoteError) -> [String: UInt64] {
        let checkpoint = try Checkpoint(note)
        guard let log = logs.first(where: { $0.key.name == checkpoint.origin }) else {
            throw .notSigned(by: checkpoint.origin)
        }
        _ = try Checkpoint(note, signedBy: log.key)
        return try checkWitnesses(of: note)
    }

    /// That witnesses enough have signed the note.
    @discardableResult
    package func checkWitnesses(of note: SignedNote) throws(NoteError) -> [String: UInt64] {
        let signers = try note.signers(among: witnesses.map(\.key))
        var times: [String: UInt64] = [:]
        for witness in witnesses {
            if case .some(.some(let time)) = signers[witness.key] { times[witness.name] = time }
        }
        // Members come before their group: one pass knows all.
        var satisfied = Set(times.keys)
        for group in groups
        where group.members.filter(satisfied.contains).count >= group.threshold {
            satisfied.insert(group.name)
        }
        guard quorum.map(satisfied.contains) ?? true else { throw .quorumNotMet }
        return times
    }
}
