internal import Events
internal import Paper
internal import Rules

extension PetitionForm {
    func petitioner(_ petitioner: Petitioner?) -> [Block] {
        let heading = Block.heading(manner.say("ผู้ยื่นคำร้อง", "Petitioner"))
        guard let petitioner else {
            return [
                heading,
                .paragraph(manner.say("ไม่ประสงค์ออกนาม", "Wants to stay unknown")),
            ]
        }
        var rows = [name(petitioner), contact(petitioner)].filter { !$0.isEmpty }
        if let address = petitioner.address, !address.line.isEmpty {
            rows.append([Field(manner.say("ที่อยู่", "Address"), .text(address.line))])
        }
        if let other = petitioner.filedFor {
            rows.append([
                Field(manner.say("ยื่นแทน", "On behalf of"), .text(other.printedName), share: 3),
                Field(
                    manner.say("เกี่ยวข้องเป็น", "as"), .text(petitioner.relationship ?? "–"),
                    share: 2),
            ])
        }
        return [heading, .fields(rows)] + others(petitioner.others)
    }

    private func name(_ petitioner: Petitioner) -> [Field] {
        var fields = [
            Field(manner.say("ชื่อ", "Name"), .text(petitioner.printedName), share: 6)
        ]
        if let number = petitioner.nationalID {
            fields.append(
                Field(
                    manner.say("เลขประจำตัวประชาชน", "National ID"),
                    .text(ThaiID.shown(number)), share: 6))
        } else if let passport = petitioner.passport {
            fields.append(
                Field(manner.say("หนังสือเดินทาง", "Passport"), .text(passport), share: 4))
        } else if let number = petitioner.taxID {
            fields.append(
                Field(
                    manner.say("เลขนิติบุคคล", "Registration"),
                    .text(ThaiID.shown(number, of: .juristic)), share: 5))
        }
        return fields
    }

    private func contact(_ petitioner: Petitioner) -> [Field] {
        var fields: [Field] = []
        if let phone = petitioner.phone {
            fields.append(
                Field(
                    manner.say("โทรศัพท์", "Telephone"),
                    .text(PhoneNumber.shown(phone)), share: 4))
        }
        if let email = petitioner.email {
            fields.append(Field(manner.say("อีเมล", "E-mail"), .text(email), share: 6))
        }
        return fields
    }

    /// The other members of a group, in a table.
    private func others(_ others: [Person]) -> [Block] {
        guard !others.isEmpty else { return [] }
        let rows = others.enumerated().map { index, person in
            [
                manner.digits("\(index + 1)"), person.printedName,
                person.nationalID.map { ThaiID.shown($0) } ?? person.passport
                    ?? "–",
                person.phone.map(PhoneNumber.shown) ?? "–",
            ]
        }
        return [
            .heading(manner.say("ผู้ร่วมยื่นคำร้อง", "Others who petition")),
            .table(
                Table(
                    columns: [
                        Table.Column(manner.say("ที่", "No."), share: 1),
                        Table.Column(manner.say("ชื่อ–นามสกุล", "Name"), share: 5),
                        Table.Column(manner.say("เลขประจำตัวประชาชน", "National ID"), share: 4),
                        Table.Column(manner.say("โทรศัพท์", "Telephone"), share: 3),
                    ], rows: rows)),
        ]
    }
}

extension Petitioner {
    /// The organisation, or the person with title.
    var printedName: String {
        let person = givenAndFamily.isEmpty ? "" : (title ?? "") + givenAndFamily
        guard let organisation, !organisation.isEmpty else { return person }
        return person.isEmpty ? organisation : "\(organisation) (\(person))"
    }

    var givenAndFamily: String {
        PersonName(title: "", given: givenName ?? "", family: familyName ?? "").thai
    }
}

extension Person {
    var printedName: String { PersonName(self).thai }
}
