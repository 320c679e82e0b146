package import Entries
internal import LMDB

extension EventLog {
    /// Removes the sealed blobs of sections, each by its entry's position and its number there, in
    /// one commit; how many were there. The entries stay as they are: they hold hashes only.
    ///
    /// Only the holder of the writer's lock may ask. Until `compact`, what was removed can still be
    /// read in the file's free pages.
    @discardableResult
    package func removeSections(
        _ sections: some Sequence<(position: Position, number: Int)>
    ) throws -> Int {
        try environment.write { changes in
            var count = 0
            for section in sections where (1...RowKey.mostSections).contains(section.number) {
                let key = RowKey(section.position, UInt8(section.number)).integer
                if try changes.remove(key, from: Tables.entries) { count += 1 }
            }
            return count
        }
    }

    /// Writes the log's file anew, so that nothing is left in it of what was removed, and goes on
    /// with that one.
    ///
    /// Only the holder of the writer's lock may ask. Nobody reads or writes in this process
    /// meanwhile, for a second or two a gigabyte; it needs room for a second file. A program of
    /// another process that has the log open goes on reading it as it was.
    package func compact() throws { try environment.compact() }
}
