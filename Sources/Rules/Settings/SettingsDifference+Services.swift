internal import Entries
internal import Events

extension SettingsDifference {
    /// Services in new versions, then what is offered of them.
    mutating func compareServices() {
        each(.services, document.services, by: { $0.definition.code }) { difference, entry, path in
            difference.compare(entry, path)
        }
        guard speaks(of: .services) else { return }
        let named = Set(document.services.map(\.definition.code))
        for (code, service) in settings.services.sorted(by: { $0.key < $1.key })
        where !named.contains(code) && !service.isWithdrawn {
            change(Self.path(.services, code), .serviceWithdrawn(.init(service: code)))
        }
    }

    private mutating func compare(_ entry: ServiceEntry, _ path: String) {
        let code = entry.definition.code
        let known = settings.services[code]
        // What was never here and is over already need not come.
        if known == nil, entry.offered == .withdrawn { return }
        define(entry.definition, over: known?.newest, path)
        guard let offered = entry.offered, offered != known?.offer || entry.opens != opening(known)
        else { return }
        switch offered {
        case .withdrawn:
            if known?.isWithdrawn == false {
                change(path, .serviceWithdrawn(.init(service: code)))
            }
        case .open, .soon:
            change(
                path,
                .serviceAnnounced(
                    .init(service: code, opens: entry.opens, isSoon: offered == .soon)))
        }
    }

    private func opening(_ service: OfficeSettings.Service?) -> CivilDate? {
        service?.isWithdrawn == true ? nil : service?.announced?.opens
    }

    /// A definition that differs becomes the next version; its own number says which one it was
    /// made from, and may be left out.
    private mutating func define(
        _ definition: ServiceDefinition, over newest: ServiceDefinition?, _ path: String
    ) {
        var next = definition
        next.version = newest?.version ?? 0
        guard next != newest else { return }
        if let newest, ![0, newest.version, newest.version + 1].contains(definition.version) {
            return refuse(
                "\(path).definition.version",
                Wording(
                    thai: "แฟ้มนี้ทำจากรุ่น \(definition.version) แต่ล่าสุดคือรุ่น "
                        + "\(newest.version) ส่งออกใหม่แล้วแก้ไขอีกครั้ง",
                    english: "This was made from version \(definition.version), and the newest is "
                        + "\(newest.version). Export it again and change that"))
        }
        next.version += 1
        change("\(path).definition", .serviceDefined(.init(definition: next)))
    }
}
