internal import Events

extension SettingsDifference {
    /// Departments and categories, those above before those below.
    mutating func compareUnits() {
        each(.retention, document.retention, by: \.code) { difference, data, path in
            if difference.settings.retention[data.code] != data {
                difference.change(path, .retentionSet(data))
            }
        }
        keep(
            .retention, Array(settings.retention.keys), beside: document.retention.map(\.code))
        let file = self
        let departments = Self.fromAbove(document.departments, by: { $0.data.code }) {
            file.standing($0.data.parent)
        }
        each(.departments, departments, by: { $0.data.code }) { difference, entry, path in
            guard !entry.isWithdrawn else { return }
            let known = difference.settings.departments[entry.data.code]
            var data = entry.data
            data.parent = difference.standing(data.parent)
            if data.parent == data.code { data.parent = nil }
            let isKnown = known?.value == entry.data || known?.value == data
            if !isKnown || known?.isWithdrawn == true {
                difference.change(path, .departmentDefined(data))
            }
        }
        let categories = Self.fromAbove(document.categories, by: { $0.data.code }) {
            $0.data.parent
        }
        each(.categories, categories, by: { $0.data.code }) { difference, entry, path in
            guard !entry.isWithdrawn else { return }
            let known = difference.settings.categories[entry.data.code]
            var data = entry.data
            data.department = difference.standing(data.department)
            let isKnown = known?.value == entry.data || known?.value == data
            if !isKnown || known?.isWithdrawn == true {
                difference.change(path, .categoryDefined(data))
            }
        }
        each(.agencies, document.agencies, by: \.code) { difference, data, path in
            if difference.settings.agencies[data.code] != data {
                difference.change(path, .agencyDefined(data))
            }
        }
        keep(.agencies, Array(settings.agencies.keys), beside: document.agencies.map(\.code))
    }

    /// The unit that stands for one that the file says is no more; nil if none does. What named it
    /// is sent on there in the office that the file comes from, too.
    private func standing(_ code: String?) -> String? {
        var code = code
        for _ in document.departments {
            guard let entry = document.departments.first(where: { $0.data.code == code }),
                entry.isWithdrawn
            else { return code }
            code = entry.successor
        }
        return code
    }

    /// What is no more, once nothing names it: those below before those above.
    mutating func withdrawUnits() {
        withdrawCategories()
        guard speaks(of: .departments) else { return }
        let standing = settings.departments.values.filter { !$0.isWithdrawn }
            .sorted { $0.value.code < $1.value.code }
        let below = Self.fromAbove(standing, by: { $0.value.code }, under: { $0.value.parent })
        for department in below.reversed() {
            let code = department.value.code
            let entry = document.departments.first { $0.data.code == code }
            guard entry?.isWithdrawn ?? true else { continue }
            change(
                Self.path(.departments, code),
                .departmentWithdrawn(.init(code: code, successor: entry?.successor)))
        }
    }

    private mutating func withdrawCategories() {
        guard speaks(of: .categories) else { return }
        for (code, category) in settings.categories.sorted(by: { $0.key < $1.key })
        where !category.isWithdrawn {
            let entry = document.categories.first { $0.data.code == code }
            guard entry?.isWithdrawn ?? true else { continue }
            change(Self.path(.categories, code), .categoryWithdrawn(.init(code: code)))
        }
    }

    /// The same items, each after the one that it stands under.
    private static func fromAbove<Item>(
        _ items: [Item], by code: (Item) -> String, under parent: (Item) -> String?
    ) -> [Item] {
        let parents = Dictionary(
            items.map { (code($0), parent($0)) }, uniquingKeysWith: { first, _ in first })
        func depth(_ item: Item) -> Int {
            var above = parent(item)
            var depth = 0
            // As deep as there are items: a circle ends too, and the rules refuse it.
            while let code = above, depth < items.count {
                depth += 1
                above = parents[code] ?? nil
            }
            return depth
        }
        return items.enumerated().map { (depth($1), $0, $1) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
