package import Channels
internal import Entries
internal import Events
internal import OpenID
internal import Rules

extension ServedOffice {
    /// Whether what came is LINE's own word; nil if the office has no channel of LINE.
    package func isOfLINE(_ body: [UInt8], _ signature: String) -> Bool? {
        post?.line.map { $0.isSigned(body, signature) }
    }

    /// Takes what LINE tells, once: who follows is written to, who does not is not, and who asks
    /// for an own case is answered.
    package func hear(_ webhook: LINEWebhook) throws {
        guard let desk = post?.line else { return }
        for event in webhook.events where desk.isNew(event.id) {
            let account = try account(ofLINE: event.user)
            switch event.kind {
            case .follow: settle(.confirmContact(.init(contact: .line, method: .line)), account)
            case .unfollow: settle(.bounceContact(.init(contact: .line)), account)
            case .text(let text):
                guard let token = event.replyToken else { continue }
                _ = desk.sender.reply(try answer(to: text, from: account), to: token)
            }
        }
    }

    private func account(ofLINE user: String) throws -> String? {
        let issuer =
            try settings().value.loginProviders[.line]?.issuer
            ?? ProviderProfile.standard(.line).issuer
        return try account(
            of: VouchedPerson(issuer: issuer, subject: user), by: .line)
    }

    /// Refused where it is so already.
    private func settle(_ command: AccountCommand, _ account: String?) {
        guard let account else { return }
        _ = perform(Draft(.account(id: account, command), by: .system, at: clock()))
    }

    private func answer(to text: String, from account: String?) throws -> LINEMessage {
        guard let account else {
            return .text(
                "ยังไม่ได้ผูก LINE นี้กับบัญชี เปิดเว็บไซต์ของหน่วยงานด้วยตนเอง เข้าสู่ระบบ "
                    + "แล้วเลือก “ช่องทางเข้าสู่ระบบ” เพื่อผูก ยกเลิกการผูกได้ที่เดียวกัน")
        }
        let typed = Digits.arabic.written(text).uppercased()
        guard let number = typed.firstMatch(of: #/[A-Z]{2,3}[0-9]{12,16}/#).map({ String($0.0) })
        else {
            return .text("พิมพ์ “สถานะ” ตามด้วยเลขคำร้อง เช่น สถานะ KT1080767000011")
        }
        // The same for a case that is somebody else's and for one that is not there.
        guard let file = try office.file(of: number), file.account == account else {
            return .text("ไม่พบคำร้อง \(number) ในบัญชีของคุณ")
        }
        let status = file.petition.status
        return .card(
            LINECard(
                of: number, status, text: "สถานะล่าสุด: \(status.label.thai)",
                office: try settings().value.office?.name.thai ?? "", page: nil))
    }
}
