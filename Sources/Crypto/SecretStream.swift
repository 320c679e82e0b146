internal import CSodium

/// A long message, encrypted in pieces whose order and end cannot be changed unnoticed.
///
/// It does not commit to its key: whoever needs that adds a commitment of their own.
/// C: `crypto_secretstream_xchacha20poly1305`.
package enum SecretStream {
    /// How much longer a piece is when it is sealed.
    package static let overheadCount = 17

    /// The library's state: it holds a key, so it lies in memory of its own and is wiped.
    // Not private: a release build refers to it from the modules that hold a sealer.
    @safe struct State: ~Copyable {
        typealias Value = crypto_secretstream_xchacha20poly1305_state
        let pointer: UnsafeMutablePointer<Value>

        init() {
            Sodium.start()
            unsafe pointer = .allocate(capacity: 1)
            unsafe pointer.initialize(to: Value())
        }

        deinit {
            unsafe wipe(
                UnsafeMutableRawBufferPointer(start: pointer, count: MemoryLayout<Value>.size))
            unsafe pointer.deallocate()
        }
    }
}

/// Seals the pieces of one message, one after the other, by one thread.
package struct SecretStreamSealer: ~Copyable {
    /// Random; the message does not open without it.
    package let header: Nonce
    private let state: SecretStream.State
    private var isEnded = false

    package init(key: SecretKey) {
        let state = SecretStream.State()
        var header = [UInt8](repeating: 0, count: Nonce.count)
        unsafe key.withBytes { key in
            _ = unsafe crypto_secretstream_xchacha20poly1305_init_push(
                state.pointer, &header, key.baseAddress!.assumingMemoryBound(to: UInt8.self))
        }
        guard let nonce = Nonce(header.span) else { preconditionFailure("a header is a nonce") }
        self.header = nonce
        self.state = state
    }

    /// Makes `sealed` the sealed form of the next piece; `additional` is bound to it.
    package mutating func seal(
        _ piece: Span<UInt8>, isLast: Bool, additional: Span<UInt8>, into sealed: inout [UInt8]
    ) {
        precondition(!isEnded, "nothing follows the last piece")
        isEnded = isLast
        let count = piece.count + SecretStream.overheadCount
        if sealed.count != count { sealed = [UInt8](repeating: 0, count: count) }
        let tag =
            isLast
            ? crypto_secretstream_xchacha20poly1305_tag_final()
            : crypto_secretstream_xchacha20poly1305_tag_message()
        unsafe piece.withUnsafeBufferPointer { piece in
            unsafe additional.withUnsafeBufferPointer { additional in
                let code = unsafe crypto_secretstream_xchacha20poly1305_push(
                    state.pointer, &sealed, nil, piece.baseAddress, UInt64(piece.count),
                    additional.baseAddress, UInt64(additional.count), tag)
                precondition(code == 0, "sealing a piece failed")
            }
        }
    }
}

/// Opens the pieces of one message in their order, by one thread.
package struct SecretStreamOpener: ~Copyable {
    package enum Piece: Equatable, Sendable {
        case inside
        /// The message ends with it: whatever follows does not belong to it.
        case last
    }

    private let state = SecretStream.State()
    private var isEnded = false

    package init(header: Nonce, key: SecretKey) {
        unsafe header.withPointer { header in
            unsafe key.withBytes { key in
                _ = unsafe crypto_secretstream_xchacha20poly1305_init_pull(
                    state.pointer, header, key.baseAddress!.assumingMemoryBound(to: UInt8.self))
            }
        }
    }

    /// Makes `piece` what was sealed; nil, and `piece` not to be used, if this is not the piece
    /// that followed, just as it was.
    package mutating func open(
        _ sealed: Span<UInt8>, additional: Span<UInt8>, into piece: inout [UInt8]
    ) -> Piece? {
        let count = sealed.count - SecretStream.overheadCount
        guard count >= 0, !isEnded else { return nil }
        if piece.count != count { piece = [UInt8](repeating: 0, count: count) }
        var tag: UInt8 = 0
        let code = unsafe sealed.withUnsafeBufferPointer { sealed in
            unsafe additional.withUnsafeBufferPointer { additional in
                unsafe crypto_secretstream_xchacha20poly1305_pull(
                    state.pointer, &piece, nil, &tag, sealed.baseAddress, UInt64(sealed.count),
                    additional.baseAddress, UInt64(additional.count))
            }
        }
        guard code == 0 else { return nil }
        isEnded = tag == crypto_secretstream_xchacha20poly1305_tag_final()
        return isEnded ? .last : .inside
    }
}
