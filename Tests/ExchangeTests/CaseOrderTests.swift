import Entries
import Exchange
import TestSupport
import Testing

@Suite struct CaseOrderTests {
    private func order(_ cases: [[Int?]]) -> [[Int]] {
        var order = CaseOrder()
        for times in cases {
            _ = order.add(times: times.map { $0.map(Instant.init(milliseconds:)) })
        }
        return order.places().map { [$0.caseIndex, $0.eventIndex, $0.time.milliseconds] }
    }

    @Test func `events of all cases are in the order of their time`() {
        #expect(
            order([[10, 30], [20, 40], [5]])
                == [[2, 0, 5], [0, 0, 10], [1, 0, 20], [0, 1, 30], [1, 1, 40]])
    }

    @Test func `a time that goes back keeps its place in the case`() {
        #expect(order([[10, 5, 20], [7]]) == [[1, 0, 7], [0, 0, 10], [0, 1, 10], [0, 2, 20]])
    }

    @Test func `equal times stand in the order of the cases`() {
        #expect(order([[7, 7], [7]]) == [[0, 0, 7], [0, 1, 7], [1, 0, 7]])
    }

    @Test func `a missing time is that of the event before, or the first that follows`() {
        #expect(order([[nil, 5, nil], [6]]) == [[0, 0, 5], [0, 1, 5], [0, 2, 5], [1, 0, 6]])
        let time = Instant(milliseconds: 5)
        let source = SourceCase(
            name: "1", events: [nil, time, nil].map { SourceEvent(activity: "a", time: $0) })
        #expect(source.filledTimes == [time, time, time])
    }

    @Test func `a case without any time is not added`() {
        var order = CaseOrder()
        let added = [order.add(times: [nil, nil]), order.add(times: [])]
        #expect(added == [false, false])
        #expect(order.cases == 0)
        #expect(order.events == 0)
    }

    @Test func `whatever the times, every event has one place and cases stay in order`() {
        var random = SeededGenerator.fresh()
        print("KHAMRONG_SEED=\(random.seed)")
        for _ in 0..<100 {
            let cases: [[Int?]] = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                (0..<Int.random(in: 1...10, using: &random)).map { _ in
                    Int.random(in: 0...5, using: &random) == 0
                        ? nil : Int.random(in: -20...20, using: &random)
                }
            }
            let places = order(cases)
            let timed = cases.filter { $0.contains { $0 != nil } }
            #expect(places.count == timed.map(\.count).reduce(0, +))
            #expect(places.map { $0[2] } == places.map { $0[2] }.sorted())
            for index in timed.indices {
                let own = places.filter { $0[0] == index }.map { $0[1] }
                #expect(own == Array(timed[index].indices))
            }
        }
    }
}
