internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Where it is: in words, by address, or by coordinates. No map is needed, nothing is dragged.
enum PlacePart {
    private static let parts: [(name: String, thai: String, english: String, width: String?)] = [
        ("place-house", "บ้านเลขที่", "House number", nil),
        ("place-moo", "หมู่ที่", "Moo (village)", "w4"),
        ("place-building", "อาคาร/หมู่บ้าน", "Building or village", nil),
        ("place-road", "ถนน/ซอย", "Road or lane", nil),
        ("place-subdistrict", "ตำบล", "Subdistrict", nil),
        ("place-district", "อำเภอ", "District", nil),
        ("place-postcode", "รหัสไปรษณีย์", "Postcode", "w5"),
    ]

    static func controls(_ field: FormField, _ visit: FilingVisit, _ issues: Issues) -> HTML {
        let controls = Controls(visit.visit, issues)
        let kept = visit.answers.place ?? Place()
        var html = controls.longText(
            field.code, visit.visit.language(field.label),
            value: visit.form[field.code] ?? kept.description,
            hint: visit.visit.say(
                "บอกจุดสังเกต เช่น หน้าโรงเรียน ฝั่งตรงข้ามตลาด",
                "Say what is near, such as in front of the school"),
            isRequired: field.isRequired)
        html.append(position(kept, visit, issues))
        html.append(
            details(.class("more"), Attribute("open", isPresent: isAddressGiven(kept, visit))) {
                summary { visit.visit.say("ระบุที่อยู่ (ถ้ามี)", "Add an address (optional)") }
                div(.class("pairs")) {
                    for part in parts {
                        controls.text(
                            part.name, visit.visit.say(part.thai, part.english),
                            value: visit.form[part.name] ?? kept[part.name], width: part.width,
                            inputmode: part.name == "place-postcode" ? "numeric" : nil)
                    }
                }
            })
        return html
    }

    /// Two numbers that anybody can type, and a button that fills them in where there is GPS.
    private static func position(
        _ kept: Place, _ visit: FilingVisit, _ issues: Issues
    ) -> HTML {
        let say = visit.visit.say
        return FieldPart(
            "position", say("พิกัด", "Coordinates"),
            hint: say(
                "ตัวเลขสองตัวจากแผนที่ในโทรศัพท์ วางทั้งคู่ในช่องแรกได้ เช่น 7.913, 98.333",
                "Two numbers from the map of your phone. You may paste both into the first "
                    + "box, such as 7.913, 98.333"),
            issue: issues["position"].map { visit.visit.language($0) }, isRequired: false
        ).grouped(
            visit.visit.language,
            controls: div(.class("boxes")) {
                box(
                    "latitude", say("ละติจูด", "Latitude"), kept.latitudeMicrodegrees, visit,
                    isWrong: issues["position"] != nil && latitude(visit) == nil)
                box(
                    "longitude", say("ลองจิจูด", "Longitude"), kept.longitudeMicrodegrees, visit,
                    isWrong: issues["position"] != nil && longitude(visit) == nil)
                button(
                    .type("button"), .class("button second"), .hidden(),
                    Attribute("data-locate", "position-said"),
                    Attribute("data-found", say("ใส่พิกัดให้แล้ว", "Filled in")),
                    Attribute(
                        "data-failed",
                        say("หาตำแหน่งไม่ได้ พิมพ์เองหรือข้ามไปได้", "Not found: type it or skip it"))
                ) { say("ใช้ตำแหน่งปัจจุบัน", "Use where I am") }
                span(.id("position-said"), .role("status"))
            })
    }

    private static func box(
        _ name: String, _ label: String, _ kept: Int?, _ visit: FilingVisit, isWrong: Bool
    ) -> HTML {
        Markup.label(.for(name)) {
            label
            input(
                .id(name), .name(name), .type("text"), .inputmode("decimal"), .class("w5"),
                .value(visit.form[name] ?? kept.map(Microdegrees.text)), .autocomplete("off"),
                .invalid(isWrong), .describedBy(isWrong ? ["position-issue"] : []))
        }
    }

    /// What was typed; maps give both numbers at once to copy, which people then paste into the
    /// first box.
    private static func position(
        _ visit: FilingVisit
    ) -> (latitude: String?, longitude: String?) {
        let (latitude, longitude) = (text("latitude", visit), text("longitude", visit))
        let pasted = latitude?.split { $0 == "," || $0.isWhitespace }.map(String.init) ?? []
        // A comma may be meant as a point: only two whole numbers with points are a pair.
        guard longitude == nil, pasted.count == 2, pasted.allSatisfy({ $0.contains(".") }) else {
            return (latitude, longitude)
        }
        return (pasted[0], pasted[1])
    }

    private static func latitude(_ visit: FilingVisit) -> Int? {
        position(visit).latitude.flatMap { Microdegrees.read($0, most: 90) }
    }

    private static func longitude(_ visit: FilingVisit) -> Int? {
        position(visit).longitude.flatMap { Microdegrees.read($0, most: 180) }
    }

    /// Which of the two is missing or cannot be read, and what would be right.
    private static func positionIssue(_ visit: FilingVisit) -> Wording {
        switch (latitude(visit), longitude(visit)) {
        case (nil, .some):
            Wording(
                thai: text("latitude", visit) == nil
                    ? "กรอกละติจูดด้วย เช่น 7.913"
                    : "ละติจูดต้องเป็นตัวเลขตั้งแต่ -90 ถึง 90 เช่น 7.913",
                english: text("latitude", visit) == nil
                    ? "Enter the latitude too, such as 7.913"
                    : "The latitude must be a number from -90 to 90, such as 7.913")
        case (.some, nil):
            Wording(
                thai: text("longitude", visit) == nil
                    ? "กรอกลองจิจูดด้วย เช่น 98.333"
                    : "ลองจิจูดต้องเป็นตัวเลขตั้งแต่ -180 ถึง 180 เช่น 98.333",
                english: text("longitude", visit) == nil
                    ? "Enter the longitude too, such as 98.333"
                    : "The longitude must be a number from -180 to 180, such as 98.333")
        default:
            Wording(
                thai: "กรอกพิกัดเป็นตัวเลขทั้งสองช่อง เช่น 7.913 และ 98.333",
                english: "Enter both coordinates as numbers, such as 7.913 and 98.333")
        }
    }

    private static func isAddressGiven(_ kept: Place, _ visit: FilingVisit) -> Bool {
        parts.contains { !(visit.form[$0.name] ?? kept[$0.name] ?? "").isEmpty }
    }

    static func take(_ field: FormField, _ visit: inout FilingVisit, _ issues: inout Issues) {
        var place = Place()
        place.description = text(field.code, visit)
        for part in parts { place[part.name] = text(part.name, visit) }
        place.postcode = place.postcode.map { Digits.arabic.written($0) }
        if let postcode = place.postcode, !Address.isPostcode(postcode) {
            issues.add(
                "place-postcode", "กรอกรหัสไปรษณีย์ 5 หลัก", "Enter a postcode of five digits")
        }
        let (latitude, longitude) = position(visit)
        if latitude != nil || longitude != nil {
            place.latitudeMicrodegrees = Self.latitude(visit)
            place.longitudeMicrodegrees = Self.longitude(visit)
            if place.latitudeMicrodegrees == nil || place.longitudeMicrodegrees == nil {
                issues.add("position", positionIssue(visit))
            } else if !place.isInThailand {
                issues.add(
                    "position", "พิกัดนี้อยู่นอกประเทศไทย ตรวจสอบตัวเลขทั้งสอง",
                    "This point is not in Thailand. Check both numbers.")
            }
        }
        if field.isRequired, place == Place() {
            issues.add(field.code, AnswerRefusal.missing(field.label, field.kind).wording)
        }
        visit.answers.place = place == Place() ? nil : place
    }

    private static func text(_ name: String, _ visit: FilingVisit) -> String? {
        let text = ThaiText.trimmed(visit.form[name] ?? "")
        return text.isEmpty ? nil : String(text.prefix(500))
    }
}

extension Place {
    /// The part that a control of that name stands for.
    fileprivate subscript(name: String) -> String? {
        get {
            switch name {
            case "place-house": house
            case "place-building": building
            case "place-moo": moo
            case "place-road": road
            case "place-subdistrict": subdistrict
            case "place-district": district
            case "place-postcode": postcode
            default: nil
            }
        }
        set {
            switch name {
            case "place-house": house = newValue
            case "place-building": building = newValue
            case "place-moo": moo = newValue
            case "place-road": road = newValue
            case "place-subdistrict": subdistrict = newValue
            case "place-district": district = newValue
            case "place-postcode": postcode = newValue
            default: break
            }
        }
    }
}
