/// People who do not exist, with numbers that were never given out.
struct Citizen {
    var title = "นาย"
    var given = "สมชาย"
    var family = "ทดสอบดี"
    var number = "1999900001010"
    var email = "somchai@example.com"
    var phone = "081 000 0001"
    var password = "Kham#rong-2569"

    static let somchai = Citizen()
    static let malee = Citizen(
        title: "นางสาว", given: "มาลี", family: "สมมติ", number: "3999900003035",
        email: "malee@example.com", phone: "081 000 0002", password: "Dok$Mali-1234")

    /// What is typed into the registration's form.
    var details: [String: String] {
        [
            "title": title, "given-name": given, "family-name": family, "national-id": number,
            "email": email, "phone": phone, "password": password, "password-again": password,
            "address-house": "99/1", "address-moo": "2", "address-subdistrict": "เนินกุ่ม",
            "address-district": "บางกระทุ่ม", "address-province": "พิษณุโลก",
            "address-postcode": "65210",
        ]
    }
}

extension Browser {
    /// Registers as somebody would, without photos; ends on the account's page.
    func register(_ citizen: Citizen) throws {
        try open("register")
        try submit("register", ["agree": "yes"])
        try submit("register/details", citizen.details)
        if path == "\(root)/register/photos" { try submit("register/photos", ["act": "skip"]) }
    }

    func logIn(_ citizen: Citizen, as name: String? = nil, password: String? = nil) throws {
        if path != "\(root)/login" { try open("login") }
        try submit(
            "login", ["who": name ?? citizen.number, "password": password ?? citizen.password])
    }

    func logOut() throws { try submit("logout") }
}
