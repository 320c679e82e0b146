package import Events

extension ContactPreference {
    /// What must be known of a petitioner who is to be reached this way, and is not.
    package func missing(from petitioner: Petitioner) -> (field: String, wording: Wording)? {
        switch self {
        case .electronic:
            // Nothing that is written arrives at a telephone that stands in a house.
            guard petitioner.email == nil, petitioner.lineID == nil,
                petitioner.phone.flatMap({ try? PhoneNumber($0) })?.kind != .mobile
            else { return nil }
            return (
                "email",
                Wording(
                    thai: "กรอกอีเมลหรือโทรศัพท์มือถือ หรือเลือกช่องทางติดต่ออื่น",
                    english:
                        "Enter an e-mail or a mobile number, or choose another way to be reached")
            )
        case .letter:
            guard petitioner.address == nil else { return nil }
            return (
                "address",
                Wording(
                    thai: "กรอกที่อยู่สำหรับส่งจดหมาย", english: "Enter the address for letters")
            )
        case .phone:
            guard petitioner.phone == nil else { return nil }
            return (
                "phone", Wording(thai: "กรอกโทรศัพท์", english: "Enter the telephone number")
            )
        case .inPerson: return nil
        }
    }
}
