package import Events

/// Where the times that a service publishes are not those by which it is worked on.
///
/// The law has an office finish within the time of its public manual. A definition that says two
/// things works nevertheless, so that this is no reason to refuse it; whoever changes one of them
/// is told of the other.
package enum PublicationRemark: Equatable, Sendable {
    /// There is a time for finishing and people are told of none.
    case unpublished(limit: TimeSpan)
    /// People are told of less time than the officers see: a case may be late and not look so.
    case shorter(LocalText, published: TimeSpan, limit: TimeSpan)
    /// People are told of more time than the office, or the law, has set.
    case longer(LocalText, published: TimeSpan, limit: TimeSpan)
    /// One is counted in working days and the other in days, or the like.
    case incomparable(LocalText, published: TimeSpan, limit: TimeSpan)

    package var wording: Wording {
        switch self {
        case .unpublished(let limit):
            Wording(
                thai: "ยังไม่ได้เผยแพร่ระยะเวลาดำเนินการ (กำหนดเวลาภายในคือ \(limit.wording.thai))",
                english: "No time for finishing is published; the clock has "
                    + "\(limit.wording.english)")
        case .shorter(let step, let published, let limit):
            Self.differing(
                step, published, limit, "เรื่องที่เกินเวลาที่ประกาศจะยังไม่แสดงว่าเกินกำหนด",
                "A case past the published time does not show as overdue yet")
        case .longer(let step, let published, let limit):
            Self.differing(
                step, published, limit, "ประชาชนได้รับแจ้งเวลานานกว่าที่กำหนดไว้",
                "People are told of more time than is set")
        case .incomparable(let step, let published, let limit):
            Self.differing(
                step, published, limit, "นับด้วยหน่วยต่างกัน", "They are counted in different units")
        }
    }

    private static func differing(
        _ step: LocalText, _ published: TimeSpan, _ limit: TimeSpan, _ thai: String,
        _ english: String
    ) -> Wording {
        Wording(
            thai: "“\(step.thai)” ประกาศไว้ \(published.wording.thai) "
                + "แต่กำหนดเวลาภายในคือ \(limit.wording.thai): \(thai)",
            english: "“\(step.english ?? step.thai)” is published as "
                + "\(published.wording.english), and its clock has \(limit.wording.english). "
                + english)
    }
}

extension ServiceDefinition {
    /// How what is published differs from the clocks; empty where both say the same.
    ///
    /// A published step that is called like a clock stands for that clock. Where none is called
    /// like the one for finishing, the others together lead to the end of the case.
    package var publicationRemarks: [PublicationRemark] {
        let named = clocks.flatMap { clock in
            promised.filter { $0.step == clock.name }.compactMap { remark(on: $0, clock) }
        }
        guard let finish = clocks.first(where: { $0.kind == .finish }),
            !promised.contains(where: { $0.step == finish.name })
        else { return named }
        let steps = promised.filter { step in !clocks.contains { $0.name == step.step } }
        guard let last = steps.last else { return named + [.unpublished(limit: finish.limit)] }
        let units = Set(steps.map(\.time.unit))
        guard units.count == 1 else {
            return named + [
                .incomparable(last.step, published: last.time, limit: finish.limit)
            ]
        }
        let sum = steps.reduce(0) { $0 + $1.time.amount }
        let whole = PromisedTime(
            step: steps.count == 1 ? last.step : finish.name,
            time: TimeSpan(amount: sum, unit: last.time.unit))
        return named + [remark(on: whole, finish)].compactMap { $0 }
    }

    private func remark(on promise: PromisedTime, _ clock: ClockDefinition) -> PublicationRemark? {
        let (published, limit) = (promise.time, clock.limit)
        guard published.unit == limit.unit else {
            return .incomparable(promise.step, published: published, limit: limit)
        }
        if published.amount > limit.amount {
            return .longer(promise.step, published: published, limit: limit)
        }
        // An office may promise to be quicker than the law has it.
        guard published.amount < limit.amount, !clock.isLegal else { return nil }
        return .shorter(promise.step, published: published, limit: limit)
    }
}

extension SettingsPlan {
    /// What the services that would change publish otherwise than they work.
    package var remarks: [SettingsProblem] {
        changes.flatMap { change -> [SettingsProblem] in
            guard case .serviceDefined(let data) = change.event else { return [] }
            return data.definition.publicationRemarks.map {
                SettingsProblem(path: "\(change.path).promised", $0.wording)
            }
        }
    }
}
