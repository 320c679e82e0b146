internal import Entries
internal import Events
internal import Rules

/// What citizens tell of themselves, and under which names they act.
struct People {
    let plan: Plan

    /// The name of a citizen's account: the same in every run of the same seed.
    func account(_ citizen: Int) -> String { "person-\(tag(citizen, salt: 1))" }

    /// Under which name a citizen acts in one case: a new one for each.
    func pseudonym(_ petition: Int, _ kind: Actor.Kind) -> String {
        "\(kind.rawValue)-\(tag(petition, salt: 2))"
    }

    private func tag(_ number: Int, salt: UInt64) -> String {
        var dice = Dice(seed: plan.seed &* 31 &+ UInt64(number) &* 4 &+ salt)
        let text = String(dice.next(), radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }

    /// The sender of a petition, as the session would say.
    func sender(_ petition: Int) -> Actor {
        switch plan.filings[petition].sender {
        case .verifiedAccount: .citizen(pseudonym(petition, .citizen), .ial13)
        case .account: .citizen(pseudonym(petition, .citizen), .contact)
        case .guest, .officer: .guest(pseudonym(petition, .guest), .contact)
        }
    }

    func petitioner(_ filing: Filing) -> Petitioner {
        let citizen = plan.cast.citizens[filing.citizen]
        return Petitioner(
            title: citizen.title, givenName: citizen.givenName, familyName: citizen.familyName,
            nationalID: citizen.nationalID, phone: phone(citizen), email: citizen.email,
            address: address(citizen))
    }

    func identity(_ number: Int) -> Identity {
        let citizen = plan.cast.citizens[number]
        return Identity(
            title: citizen.title, givenName: citizen.givenName, familyName: citizen.familyName,
            nationalID: citizen.nationalID, address: address(citizen))
    }

    func contact(_ number: Int) -> Contact {
        let citizen = plan.cast.citizens[number]
        return Contact(email: citizen.email, phone: phone(citizen))
    }

    func place(_ filing: Filing) -> Place {
        var dice = Dice(seed: plan.seed &+ UInt64(filing.draw))
        return Place(
            latitudeMicrodegrees: 16_500_000 + Int.random(in: 0..<80_000, using: &dice),
            longitudeMicrodegrees: 100_300_000 + Int.random(in: 0..<80_000, using: &dice),
            moo: "\(filing.moo)", subdistrict: "ตัวอย่าง", district: "เมืองตัวอย่าง",
            province: "ตัวอย่าง", postcode: "99000")
    }

    /// Says of files that there were some; a made-up office keeps none.
    func attachments(_ filing: Filing) -> [Attachment] {
        (0..<filing.photos).map { number in
            let isPlan = Subject.all[filing.subject].isLicence
            return Attachment(
                name: isPlan ? "plan.pdf" : "photo-\(number + 1).jpg",
                mediaType: isPlan ? "application/pdf" : "image/jpeg",
                size: 90_000 + filing.draw, file: digest(filing.draw * 8 + number),
                content: digest(filing.draw * 8 + number + 4), label: isPlan ? "plan" : nil)
        }
    }

    func evidence(_ number: Int) -> [Evidence] {
        ["บัตรประชาชน", "ใบหน้าคู่กับบัตร"].enumerated().map { index, label in
            Evidence(
                number: index + 1, label: label, mediaType: "image/jpeg", size: 180_000 + number,
                file: digest(number * 16 + index), content: digest(number * 16 + index + 8))
        }
    }

    func digest(_ number: Int) -> Digest {
        var dice = Dice(seed: plan.seed ^ UInt64(bitPattern: Int64(number)) &* 0x9E37)
        let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
        return Digest(bytes) ?? .zero
    }

    private func phone(_ citizen: Citizen) -> String { "+66" + citizen.phone.dropFirst() }

    private func address(_ citizen: Citizen) -> Address {
        Address(
            house: citizen.house, moo: "\(citizen.moo)", subdistrict: "ตัวอย่าง",
            district: "เมืองตัวอย่าง", province: "ตัวอย่าง", postcode: "99000")
    }
}
