internal import Entries
internal import Threads

/// One request from its first line to the end of its answer.
final class Exchange: Sendable {
    /// What MHD does next.
    enum Step {
        case goOn
        case answer(Response)
        case hangUp
    }

    enum Stage {
        case head
        case reading(BodyReader)
        /// The rest of the body is read away, so many bytes so far.
        case refused(Refusal, drained: Int)
        case working
    }

    struct State {
        var stage = Stage.head
        var head: RequestHead?
        var answer: Response?
        var isSuspended = false
        var isOver = false
        var began = 0
        var sent: (status: Status, body: Response.Body, byteCount: Int)?
    }

    let connection: Connection
    let core: Core
    private let target: [UInt8]
    let state = Monitor(State())

    init(core: Core, connection: Connection, target: [UInt8]) {
        self.core = core
        self.connection = connection
        self.target = target
    }

    /// The head is there, or the whole request, or the connection has been woken.
    func proceed(method: String) -> Step {
        state.with { state in
            if let answer = state.answer { return send(answer, &state) }
            switch state.stage {
            case .head: return takeHead(method, &state)
            case .reading(let reader): return finishBody(reader, &state)
            case .refused(let refusal, _):
                let page = core.answer(to: refusal, state.head?.request(body: .none))
                return send(page, &state)
            case .working: return .hangUp
            }
        }
    }

    /// A piece of the body.
    func take(_ piece: [UInt8]) -> Step {
        state.with { state in
            switch state.stage {
            case .reading(var reader):
                do throws(Refusal) {
                    state.stage = .working
                    try reader.take(piece)
                    state.stage = .reading(reader)
                } catch {
                    state.stage = .refused(error, drained: 0)
                }
                return .goOn
            case .refused(let refusal, let drained):
                let drained = drained + piece.count
                state.stage = .refused(refusal, drained: drained)
                return drained > core.settings.drainedBytes ? .hangUp : .goOn
            case .head, .working: return .hangUp
            }
        }
    }

    /// The answer is out, or never will be.
    func end(isComplete: Bool) {
        let (record, stream) = state.with { state in
            state.isOver = true
            var stream: ResponseStream?
            if case .stream(let open)? = state.sent?.body { stream = open }
            return (self.record(state, isComplete: isComplete), stream)
        }
        stream?.end()
        connection.link?.endAnswer()
        guard let record else { return }
        core.end()
        core.settings.accessLog(record)
    }

    /// An answer without an end ends here.
    func endStream() {
        state.with { state in
            if case .stream(let stream)? = state.sent?.body { stream.finish() }
        }
    }

    /// The server stops now: whoever still works for this request works in vain.
    func abandon() {
        state.with { state in
            if case .stream(let stream)? = state.sent?.body { stream.finish() }
            guard state.isSuspended else { return }
            let page = core.answer(to: .stopping, nil)
            wake(with: page, &state)
        }
    }

    private func takeHead(_ method: String, _ state: inout State) -> Step {
        state.began = SystemClock.microseconds
        core.begin()
        let link = connection.link
        link?.beginWork(self)
        do throws(Refusal) {
            let head = try RequestHead(
                method: method, target: target, headers: connection.headers(),
                peer: connection.peer, settings: core.settings)
            state.head = head
            if link?.isLate == true { throw Refusal.stopping }
            let reader = try state.head?.admit(core) ?? .none
            state.stage = .reading(reader)
            if head.hasBody { link?.beginBody() }
            return .goOn
        } catch {
            return refuse(error, &state)
        }
    }

    /// Refused before the body: it is read away if it is small, so that the answer is seen;
    /// otherwise, or if the client waits to be told, the answer closes the connection.
    private func refuse(_ refusal: Refusal, _ state: inout State) -> Step {
        state.stage = .refused(refusal, drained: 0)
        guard let head = state.head else { return send(core.answer(to: refusal, nil), &state) }
        guard head.hasBody else { return .goOn }
        if head.expectsContinue || (head.announcedBytes ?? 0) > core.settings.drainedBytes {
            return send(core.answer(to: refusal, head.request(body: .none)), &state)
        }
        connection.link?.beginBody()
        return .goOn
    }

    private func finishBody(_ reader: BodyReader, _ state: inout State) -> Step {
        connection.link?.beginWork(self)
        guard let head = state.head, let route = head.route else { return .hangUp }
        do throws(Refusal) {
            let request = head.request(body: try reader.finish())
            state.stage = .working
            if route.lane == .direct { return send(core.run(route.handler, request), &state) }
            return try hand(request, to: route, &state)
        } catch {
            return send(core.answer(to: error, head.request(body: .none)), &state)
        }
    }

    /// A worker cannot deliver before the connection sleeps: the state is locked until then. Nor
    /// may one fall asleep once the server has woken all of them for the last time.
    private func hand(
        _ request: Request, to route: Route, _ state: inout State
    ) throws(Refusal) -> Step {
        if core.isClosing { throw .stopping }
        let pool = route.lane == .slow ? core.slow : core.ordinary
        let isTaken = pool.submit { [self] in
            let answer = core.run(route.handler, request)
            deliver(answer)
        }
        guard isTaken else { throw .busy(retryAfterSeconds: 2) }
        connection.suspend()
        state.isSuspended = true
        return .goOn
    }

    private func deliver(_ answer: Response) {
        state.with { state in
            // Abandoned, or answered already.
            guard state.isSuspended, !state.isOver else { return }
            wake(with: answer, &state)
        }
    }

    private func wake(with answer: Response, _ state: inout State) {
        state.answer = answer
        state.isSuspended = false
        connection.resume()
    }

    private func send(_ answer: Response, _ state: inout State) -> Step {
        var answer = answer
        core.settings.security.apply(
            to: &answer.headers, isSecure: state.head?.isSecure ?? core.settings.isAlwaysSecure)
        if core.isStopping { answer.headers["Connection"] = "close" }
        let isHead = state.head?.method == .head
        state.sent = (answer.status, answer.body, isHead ? 0 : answer.byteCount)
        if case .stream(let stream) = answer.body {
            connection.link?.beginAnswer(isStream: true)
            if core.isStopping { stream.finish() }
        } else {
            connection.link?.beginAnswer(isStream: false)
        }
        return .answer(answer)
    }

    private func record(_ state: State, isComplete: Bool) -> AccessRecord? {
        guard state.began > 0 else { return nil }
        var byteCount = state.sent?.byteCount ?? 0
        if case .stream(let stream)? = state.sent?.body { byteCount = stream.byteCount }
        return AccessRecord(
            request: state.head?.id ?? "", arrival: state.head?.arrival ?? core.settings.clock(),
            client: state.head?.client ?? connection.peer?.address,
            peerPort: connection.peer?.port ?? 0, method: state.head?.method,
            route: state.head?.route?.pattern, status: state.sent?.status, byteCount: byteCount,
            microseconds: SystemClock.microseconds - state.began, isComplete: isComplete,
            trace: state.head?.trace)
    }
}

extension Refusal {
    /// The server ends, and another is there soon.
    fileprivate static var stopping: Refusal { .busy(retryAfterSeconds: 10) }
}
