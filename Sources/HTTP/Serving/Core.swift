internal import Threads

/// What all requests of a server share.
final class Core: Sendable {
    let settings: ServerSettings
    let router: Router
    let links = Links()
    let ordinary: WorkerPool
    let slow: WorkerPool
    let uploads: UploadStore
    private let state = Monitor(State())

    private struct State {
        var underWay = 0
        var isStopping = false
        var isClosing = false
    }

    init(settings: ServerSettings, router: Router) {
        self.settings = settings
        self.router = router
        ordinary = WorkerPool(settings.ordinary)
        slow = WorkerPool(settings.slow)
        uploads = UploadStore(directory: settings.uploads, limit: settings.uploadedBytes) {
            settings.failure($0, nil)
        }
    }

    var isStopping: Bool { state.with { $0.isStopping } }

    /// Whether nothing may wait any more.
    var isClosing: Bool { state.with { $0.isClosing } }

    func begin() { state.with { $0.underWay += 1 } }

    func end() {
        state.with { $0.underWay -= 1 }
        state.broadcast()
    }

    func beginStopping() { state.with { $0.isStopping = true } }

    func beginClosing() { state.with { $0.isClosing = true } }

    /// Whether all requests were over in time.
    func waitForEnd(milliseconds: Int) -> Bool {
        state.wait(milliseconds: milliseconds) { $0.underWay == 0 ? true : nil } ?? false
    }

    /// The page for a refusal.
    func answer(to refusal: Refusal, _ request: Request?) -> Response {
        var response = settings.refusalPage(refusal, request)
        response.status = refusal.status
        for field in refusal.headers.fields { response.headers[field.name] = field.value }
        if response.headers["Cache-Control"] == nil {
            response.headers["Cache-Control"] = "no-store"
        }
        return response
    }

    /// For a client that is too slow to ask.
    var lateAnswer: Response {
        var late = answer(to: .tooSlow, nil)
        settings.security.apply(to: &late.headers, isSecure: settings.isAlwaysSecure)
        return late
    }

    /// Runs a handler; whatever it does, there is an answer.
    func run(_ handler: Handler, _ request: Request) -> Response {
        do {
            return Finishing.finish(try handler(request), for: request)
        } catch let refusal as Refusal {
            return answer(to: refusal, request)
        } catch {
            settings.failure(error, request)
            return answer(to: .failed, request)
        }
    }
}

/// The connections that are open.
final class Links: Sendable {
    private let all = Monitor<[ObjectIdentifier: Link]>([:])

    func add(_ link: Link) { all.with { $0[ObjectIdentifier(link)] = link } }

    func remove(_ link: Link) { all.with { _ = $0.removeValue(forKey: ObjectIdentifier(link)) } }

    var current: [Link] { all.with { Array($0.values) } }
}
