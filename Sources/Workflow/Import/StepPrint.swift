internal import Entries

/// By what an import knows a step again: its label, time, actor, transition and clear attributes.
///
/// What is sealed takes no part. Two prints are of one step only within one run of the program.
package struct StepPrint: Hashable, Sendable {
    private let value: Int

    init(_ step: SourceStep, at time: Instant) {
        var hasher = Hasher()
        hasher.combine(step.activity)
        hasher.combine(time.milliseconds)
        hasher.combine(step.resource)
        hasher.combine(step.lifecycle)
        Self.add(step.attributes, to: &hasher)
        value = hasher.finalize()
    }

    private static func add(_ attributes: [SourceStepAttribute], to hasher: inout Hasher) {
        hasher.combine(attributes.count)
        for attribute in attributes {
            hasher.combine(attribute.key)
            hasher.combine(attribute.type)
            hasher.combine(attribute.value)
            add(attribute.attributes, to: &hasher)
        }
    }
}
