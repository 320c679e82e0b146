import Events
import Rules
import Testing

@Suite struct PasswordPolicyTests {
    @Test(
        arguments: [
            ("Abcdef1$", []), ("abcdef1$", [PasswordFault.noUpperCase]),
            ("ABCDEF1$", [.noLowerCase]), ("Abcdefg$", [.noDigit]), ("Abcdefg1", [.noSpecial]),
            ("Ab1$", [.tooShort(8)]), ("Abcdef1$Abcdef1$A", [.tooLong(16)]),
            ("", [.tooShort(8), .noUpperCase, .noLowerCase, .noDigit, .noSpecial]),
            ("Abcdef1$\u{7}", [.unreadable]),
        ] as [(String, [PasswordFault])])
    func `the narrow rule names every fault`(password: String, faults: [PasswordFault]) {
        #expect(PasswordPolicy.narrow.faults(of: password) == faults)
    }

    @Test func `the standard rule has room for a pass phrase`() {
        let phrase = "Correct horse battery staple 7, ม้าถูกตัว"
        #expect(PasswordPolicy.standard.faults(of: phrase).isEmpty)
    }

    @Test func `a password does not hold the account's number`() {
        let faults = PasswordPolicy.standard.faults(
            of: "Ab$1999900001010", names: ["1999900001010"])
        #expect(faults == [.namesTheHolder])
    }

    @Test func `an office sets bounds within bounds`() {
        #expect(PasswordPolicy.standard.isSettable)
        #expect(PasswordPolicy.narrow.isSettable)
        #expect(!PasswordPolicy(shortest: 7).isSettable)
        #expect(!PasswordPolicy(shortest: 8, longest: 12).isSettable)
        #expect(!PasswordPolicy(shortest: 20, longest: 16).isSettable)
        #expect(!PasswordPolicy(longest: 129).isSettable)
    }

    @Test func `each fault says what to do in both languages`() {
        let faults: [PasswordFault] = [
            .tooShort(8), .tooLong(16), .noUpperCase, .noLowerCase, .noDigit, .noSpecial,
            .unreadable, .namesTheHolder,
        ]
        #expect(Set(faults.map(\.wording)).count == faults.count)
        #expect(faults[0].wording.thai == "รหัสผ่านต้องมีอย่างน้อย 8 ตัว")
    }
}
