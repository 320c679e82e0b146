internal import Paper
internal import QRCodes

/// How anybody checks a paper against the office's records.
package struct Verification: Equatable, Sendable {
    /// What the QR code holds: an address of the office.
    package var address: String
    /// The code to type where there is no camera: `7K3M-9QXT-2F4H`.
    package var code: String?

    package init(address: String, code: String? = nil) {
        self.address = address
        self.code = code
    }

    /// The QR code with words below it; only the words if the address is too long for a code.
    func block(_ manner: Manner, side: Double = 85) -> Block {
        let caption = [manner.say("สแกนเพื่อตรวจสอบ", "Scan to check")] + (code.map { [$0] } ?? [])
        guard let qr = QRCode(address) else {
            return .paragraph(
                caption.joined(separator: " "), style: ParagraphStyle(.fine, alignment: .centre))
        }
        return .code(Code(qr, caption: caption, side: side, link: address))
    }
}
