internal import Threads

/// Looks at all connections again and again and cuts off those that are too slow.
struct Watch {
    private let isOver = Monitor(false)
    private let thread: WorkerThread

    init(_ core: Core) {
        let patience = core.settings.patience
        let least = min(patience.headMilliseconds, patience.bodyMilliseconds)
        let interval = max(20, min(1000, least / 4))
        let late = RawAnswer.bytes(core.lateAnswer)
        thread = WorkerThread { [isOver] in
            while isOver.wait(milliseconds: interval, { $0 ? true : nil }) == nil {
                let now = SystemClock.milliseconds
                for link in core.links.current {
                    link.look(at: now, patience: patience, lateAnswer: late)
                }
            }
        }
    }

    func stop() {
        isOver.with { $0 = true }
        isOver.broadcast()
        thread.join()
    }
}

/// An answer written by hand, where the library cannot be asked to.
enum RawAnswer {
    static func bytes(_ response: Response) -> [UInt8] {
        var body: [UInt8] = []
        if case .bytes(let bytes) = response.body { body = bytes }
        var head = "HTTP/1.1 \(response.status.code) \(response.status.reason)\r\n"
        for field in response.headers.fields { head += "\(field.name): \(field.value)\r\n" }
        head += "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        return Array(head.utf8) + body
    }
}
