private import CMimalloc

/// The allocator that the program brings along: threads of a pipeline let go of what others asked
/// for, and the system's allocator makes them wait for each other there.
enum Allocator {
    /// Keeps memory that was let go for a second before the system gets it back.
    ///
    /// Pipelines let go and ask again all the time: after the usual 25 ms each page was given
    /// back and fetched anew, cleared, a third of all faults of an import. C: `mi_option_set`
    static func keepFreedMemory() { mi_option_set(mi_option_decommit_delay, 1000) }
}
