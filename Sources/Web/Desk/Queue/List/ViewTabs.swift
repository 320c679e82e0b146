internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The views of the desk with what each holds now, the officer's own after them.
struct ViewTabs {
    let reading: QueueReading
    let saved: [SavedFilter]
    let visit: Visit

    var html: HTML {
        nav(.class("views"), .id("views"), .label(visit.say("มุมมอง", "Views"))) {
            ul {
                for view in QueueWords.order { li { tab(view) } }
                if visit.isOpen(.identities) { li { identities } }
                for filter in saved { li { own(filter) } }
            }
        }
    }

    private func tab(_ view: OfficerQueue.DeskView) -> HTML {
        var address = QueueAddress()
        address.view = view
        let count = reading.counts[view]
        let isUrgent = view == .overdue && (count ?? 0) > 0
        return a(
            .href(visit.queuePath(address)), .class(isUrgent ? "urgent" : nil),
            // The page itself, or what it narrows.
            .current(
                reading.address.view == view && !isOwn,
                reading.address.filter == address ? "page" : "true"),
            Attribute("data-key", QueueWords.key(view))
        ) {
            QueueWords.name(view, visit)
            if let count { span(.class("count")) { " \(count)" } }
        }
    }

    private var identities: HTML {
        a(.href(visit.deskPath("identities"))) {
            visit.say("รอตรวจยืนยันตัวตน", "Identities to check")
            span(.class("count")) { " \(reading.counts.identities)" }
        }
    }

    /// Whether what is shown is one of the kept views.
    private var isOwn: Bool {
        saved.contains { visit.queueAddress(of: $0.address) == reading.address.filter }
    }

    private func own(_ filter: SavedFilter) -> HTML {
        let address = visit.queueAddress(of: filter.address)
        return a(
            .href(visit.queuePath(address)), .class("own"),
            .current(reading.address.filter == address)
        ) {
            filter.content.name
            if filter.data.isShared {
                span(.class("hidden")) { visit.say(" (ใช้ร่วมกัน)", " (shared)") }
            }
        }
    }
}

extension SavedFilter {
    /// The fields that its filter is made of.
    var address: FormFields {
        (try? FormFields.read(content.filter.utf8)) ?? FormFields()
    }
}
