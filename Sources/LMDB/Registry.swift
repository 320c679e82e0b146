internal import Glibc
internal import Threads

/// The environments that this process has open: opening a file twice would break LMDB's locks.
struct Registry: Sendable {
    static let shared = Registry()

    private let environments = Monitor<[FileIdentity: Reference]>([:])

    private struct Reference {
        weak var environment: Environment?
    }

    /// The environment in `directory`, or what `make` opens.
    func environment(
        in directory: String, _ make: () throws(LMDBError) -> Environment
    ) throws(LMDBError) -> Environment {
        let result: Result<Environment, LMDBError> = environments.wait { environments in
            if let file = FileIdentity(dataFileIn: directory), let reference = environments[file] {
                // One that is being closed keeps its place until `forget`.
                return reference.environment.map { environment in
                    environment.found(in: directory)
                    return .success(environment)
                }
            }
            do throws(LMDBError) {
                let environment = try make()
                environments[environment.identity] = Reference(environment: environment)
                return .success(environment)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Runs `body`, after which the environment's file is another one; nobody opens either
    /// meanwhile.
    func replaceFile(
        of environment: Environment, _ body: () throws(LMDBError) -> Void
    ) throws(LMDBError) {
        let failure: LMDBError? = environments.with { environments in
            let old = environment.identity
            do throws(LMDBError) { try body() } catch { return error }
            environments[old] = nil
            environments[environment.identity] = Reference(environment: environment)
            return nil
        }
        if let failure { throw failure }
    }

    func forget(_ file: FileIdentity) {
        environments.with { _ = $0.removeValue(forKey: file) }
        environments.broadcast()
    }
}

/// Which file it is, whatever path led to it.
struct FileIdentity: Hashable, Sendable {
    let device: UInt, inode: UInt

    init?(dataFileIn directory: String) {
        var status = stat()
        guard unsafe stat("\(directory)/data.mdb", &status) == 0 else { return nil }
        device = status.st_dev
        inode = status.st_ino
    }
}
