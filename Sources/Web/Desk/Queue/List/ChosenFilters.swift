internal import Events
internal import Markup
internal import Projections
internal import Rules

/// The filters that narrow the list, each with the way to the same list without it: the form that
/// they were chosen in stays folded, so that what they show is seen.
struct ChosenFilters {
    let address: QueueAddress
    let visit: Visit

    var html: HTML? {
        guard address.isNarrowed else { return nil }
        return nav(.class("chips"), .label(visit.say("ตัวกรองที่ใช้อยู่", "Filters in use"))) {
            ul {
                for filter in all {
                    li {
                        a(.href(visit.queuePath(filter.without))) {
                            span(.class("hidden")) { visit.say("เอาออก: ", "Remove: ") }
                            filter.label
                            span(Attribute("aria-hidden", "true")) { " ✕" }
                        }
                    }
                }
                li { Parts.link(cleared, visit.say("ล้างทั้งหมด", "Clear all"), class: "clear") }
            }
        }
    }

    private var cleared: String {
        var plain = QueueAddress()
        plain.view = address.view
        return visit.queuePath(plain)
    }

    private var all: [(label: String, without: QueueAddress)] {
        words(\.statuses, visit.say("สถานะ", "Status"))
            + words(\.kinds, visit.say("ประเภท", "Kind"))
            + codes(\.categories) { CaseWords.category($0, visit) }
            + codes(\.services) { code in
                visit.settings.services[code]?.newest.map { visit.language($0.name) }
            }
            + codes(\.departments) { CaseWords.department($0, visit) }
            + codes(\.owners) {
                $0.isEmpty ? visit.say("ยังไม่มีผู้รับ", "nobody") : visit.officerName($0)
            }
            + words(\.channels, visit.say("ช่องทาง", "Channel"))
            + words(\.urgencies, visit.say("ความเร่งด่วน", "Urgency")) + places + ticks
    }

    private var places: [(label: String, without: QueueAddress)] {
        [
            address.area.map { area in
                without(visit.say("รหัสพื้นที่ \(area)", "Area \(area)")) { $0.area = nil }
            },
            address.moo.map { moo in
                without(visit.say("หมู่ที่ \(moo)", "Moo \(moo)")) { $0.moo = nil }
            },
        ].compactMap { $0 }
    }

    private var ticks: [(label: String, without: QueueAddress)] {
        [
            address.isOverdue
                ? without(visit.say("เกินกำหนดเท่านั้น", "Only overdue")) { $0.isOverdue = false }
                : nil,
            address.isUnread
                ? without(visit.say("มีข้อความใหม่", "With unread messages")) {
                    $0.isUnread = false
                } : nil,
        ].compactMap { $0 }
    }

    private func words<Word: LabelledWord & Equatable>(
        _ path: WritableKeyPath<QueueAddress, [Word]>, _ name: String
    ) -> [(label: String, without: QueueAddress)] {
        address[keyPath: path].map { word in
            without("\(name): \(visit.language(word.label))") {
                $0[keyPath: path].removeAll { $0 == word }
            }
        }
    }

    private func codes(
        _ path: WritableKeyPath<QueueAddress, [String]>, _ name: (String) -> String?
    ) -> [(label: String, without: QueueAddress)] {
        address[keyPath: path].map { code in
            without(name(code) ?? code) { $0[keyPath: path].removeAll { $0 == code } }
        }
    }

    private func without(
        _ label: String, _ change: (inout QueueAddress) -> Void
    ) -> (label: String, without: QueueAddress) {
        var next = address.filter
        change(&next)
        return (label, next)
    }
}
