internal import Entries

/// Handles of keys used lately: at most twice `capacity`, forgotten half at a time.
struct KeyCache {
    private var recent: [KeyReference: KeyHandle] = [:]
    private var older: [KeyReference: KeyHandle] = [:]
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    mutating func handle(_ reference: KeyReference) -> KeyHandle? {
        if let handle = recent[reference] { return handle }
        guard let handle = older.removeValue(forKey: reference) else { return nil }
        insert(handle)
        return handle
    }

    mutating func insert(_ handle: KeyHandle) {
        if recent.count >= capacity {
            older = recent
            recent.removeAll(keepingCapacity: true)
        }
        recent[handle.reference] = handle
    }

    mutating func remove(_ reference: KeyReference) {
        recent.removeValue(forKey: reference)
        older.removeValue(forKey: reference)
    }

    mutating func removeAll() {
        recent.removeAll()
        older.removeAll()
    }
}
