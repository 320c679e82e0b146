internal import Entries
internal import Events
internal import FileKinds
internal import HTTP
internal import Rules
internal import Workflow

/// One request of a connected system, and who sent it.
struct APIVisit: Sendable {
    let request: HTTP.Request
    let office: ServedOffice
    let desk: OfficeDesk
    /// Whose key it bears; nil on a route that is open to everybody.
    let bearer: Bearer?
    let settings: Frozen<OfficeSettings>
    let scanner: VirusScanner?
    let now: Instant

    /// The system; whoever asks for it is on a route that needs a key.
    var client: OfficeEvent.SubscriberSet {
        guard let bearer else { preconditionFailure("nobody is known on an open route") }
        return bearer.client
    }

    var actor: Actor { .client(client) }

    func allows(_ scope: ClientScope) -> Bool { bearer?.scopes.contains(scope) ?? false }

    /// Which cases the system sees, like an officer with its roles.
    func deskScope() -> DeskScope {
        guard let worker = settings.value.worker(actor.id) else {
            preconditionFailure("it was let in by the same settings")
        }
        return DeskScope(of: worker, in: settings.value, on: now.local.date)
    }

    /// The case of the address, as far as it is in sight. One that is out of sight is heard of no
    /// more than one that is not there.
    func caseInSight() throws -> (file: CaseFile, sight: DeskScope.Sight) {
        guard let number = request.parameters["number"],
            let file = try office.office.file(of: number),
            let sight = deskScope().sight(of: file.petition)
        else { throw Problem.notFound }
        return (file, sight)
    }

    /// The case of the address with parts of it opened, which is in the log before it is sent.
    func openCase(_ parts: [ViewedPart]) throws -> CaseFile {
        let (file, sight) = try caseInSight()
        guard sight == .whole else { throw Problem.notFound }
        guard let seen = try office.open(parts, of: file, by: actor, at: now) else {
            throw HTTP.Refusal.busy(retryAfterSeconds: 5)
        }
        return seen
    }

    /// What the request's JSON says.
    func body<Value: Fields>(_ type: Value.Type) throws -> Value {
        let strays = request.form.fields.filter { $0.name != "body" }
        guard strays.isEmpty else {
            throw Problem.wrongFields(
                strays.map {
                    .init(
                        path: $0.name,
                        Wording(
                            thai: "ไม่มีส่วนนี้ ให้ใส่ทุกช่องไว้ใน body",
                            english: "There is no such part; every field stands in body"))
                })
        }
        let bytes =
            if case .bytes(let bytes) = request.body { bytes } else {
                Array((request.form["body"] ?? "").utf8)
            }
        let node: JSONNode
        do throws(JSONFault) { node = try JSONParser.parse(PlainNumbers.written(bytes)) } catch {
            throw Problem.notJSON(error)
        }
        guard case .object = node.value else {
            throw Problem.wrongFields([
                .init(path: "", Wording(thai: "ต้องเป็นวัตถุ { }", english: "It must be an object { }"))
            ])
        }
        var problems: [SettingsProblem] = []
        let value = NodeReader.read(type, from: node, &problems)
        guard problems.isEmpty else { throw Problem.wrongFields(problems) }
        do throws(TextTooLong) {
            try value.checkBounds(most: Value.longestText ?? Bounds.ordinary)
        } catch {
            throw Problem.wrongFields([
                .init(
                    path: error.key,
                    Wording(
                        thai: "ยาวได้ไม่เกิน \(error.most) ตัวอักษร",
                        english: "\(error.most) letters at most"))
            ])
        }
        return value
    }

    /// The key under which the command is once; it belongs to the system alone.
    func idempotencyKey() throws -> String {
        guard let field = request.headers["Idempotency-Key"] else { throw Problem.noIdempotencyKey }
        // A structured field's string (RFC 8941), or the plain text that many clients send.
        var text = field[...]
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
            text = text.dropFirst().dropLast()
        }
        guard (1...200).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw Problem.noIdempotencyKey }
        return String(text)
    }

    /// The version that the system was looking at.
    func expectedVersion() throws -> Int {
        guard let field = request.headers.list("If-Match") else { throw Problem.noVersion }
        guard let tags = EntityTag.list(field), let tag = tags.first, tags.count == 1, !tag.isWeak,
            tag.value.hasPrefix("v"), let version = Int(tag.value.dropFirst()), version >= 0
        else { throw Problem.stale }
        return version
    }
}

extension SettingsProblem {
    init(path: String, _ wording: Wording) { self.init(path: path, line: nil, wording) }
}

extension Response {
    static func json(_ value: some Fields, status: Status = .ok) -> Response {
        uncached(.bytes(value.encoded(), .json, status: status))
    }

    /// A list; there may be nothing in it.
    static func json(_ values: [some Fields]) -> Response {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += value.encoded()
        }
        bytes.append(UInt8(ascii: "]"))
        return uncached(.bytes(bytes, .json))
    }

    /// Kept by no cache on the way.
    private static func uncached(_ response: Response) -> Response {
        var response = response
        response.headers["Cache-Control"] = "private, no-cache"
        return response
    }
}
