internal import Events

extension Petition {
    /// All that is missing in what came with a command, where a decision names only the first;
    /// empty where the rules would take it.
    ///
    /// Each is found as if those before it had come. What no further section mends, such as a
    /// wrong choice or the state of the case, ends the list.
    package static func lacks(
        of command: PetitionCommand, in petition: Frozen<Petition>, by actor: Actor,
        with circumstances: Circumstances
    ) -> [PetitionRefusal] {
        guard let decision = try? CaseDecision(petition, actor, circumstances) else { return [] }
        do throws(PetitionRefusal) {
            _ = try decision.event(for: command)
            return []
        } catch {
            guard let mended = circumstances.mended(for: error) else { return [error] }
            let rest = lacks(of: command, in: petition, by: actor, with: mended)
            return [error] + rest
        }
    }
}

extension Circumstances {
    /// As if what is missing had come; nil where it is nothing that could, or has come already.
    fileprivate func mended(for refusal: PetitionRefusal) -> Circumstances? {
        guard case .missing(let need) = refusal else { return nil }
        var mended = self
        if need == .remedy {
            mended.hasRemedy = true
            return hasRemedy ? nil : mended
        }
        guard let section = need.section, !sections.contains(section) else { return nil }
        mended.sections.insert(section)
        return mended
    }
}

extension PetitionRefusal.Need {
    /// Where what is needed would stand.
    fileprivate var section: SectionKind? {
        switch self {
        case .reason: .reason
        case .notice, .message: .message
        case .note: .note
        case .defects: .defects
        case .result: .result
        case .attachment: .attachment
        case .appointment: .appointment
        case .document: .document
        case .classification: .classification
        case .petitioner: .petitioner
        case .text: .text
        case .owner: .owner
        case .remedy, .agency, .number, .key, .channel: nil
        }
    }
}
