internal import Entries
package import Events

/// The calendar of Thai government offices for 2567–2570 (C.E. 2024–2027), which a new office
/// starts with.
///
/// What falls on the same date every year, the days of the Buddhist lunar calendar, the royal days,
/// the substitution days and the special days that the cabinet had announced: given as dates,
/// because lunar and special days follow from no rule here. Labour Day is no holiday of government
/// offices and the Royal Ploughing Day is one. The cabinet adds days late: an office declares them
/// as it learns of them. Agrees with `holidays` 0.108 (PyPI), Thailand, public and government.
package enum GovernmentCalendar {
    /// The years that are known, C.E.
    package static let years = 2024...2027

    /// Monday to Friday, 08:30 to 16:30, with the hour from noon off.
    ///
    /// Whether the noon hour is counted matters to clocks in office minutes only: a petition that
    /// comes in then is received then.
    package static let hours: [DayHours] = (1...5).flatMap { weekday in
        [
            DayHours(weekday: weekday, openMinute: 510, closeMinute: 720),
            DayHours(weekday: weekday, openMinute: 780, closeMinute: 990),
        ]
    }

    /// What a new office declares: its hours, each holiday, and that the years are known.
    package static var events: [OfficeEvent] {
        [.hoursSet(OfficeEvent.HoursSet(hours: hours))]
            + holidays.map(OfficeEvent.holidayDeclared)
            + years.map { .calendarYearDeclared(OfficeEvent.CalendarYearDeclared(year: $0)) }
    }

    /// All holidays of the known years, in order.
    package static var holidays: [OfficeEvent.HolidayDeclared] {
        days.flatMap { year, days in
            days.compactMap { month, day, occasion, kind in
                CivilDate(year: year, month: month, day: day).map { date in
                    OfficeEvent.HolidayDeclared(date: date, name: occasion.name(kind), kind: kind)
                }
            }
        }
    }

    private static let days: [(Int, [(Int, Int, Occasion, HolidayKind)])] = [
        (
            2024,
            [
                (1, 1, .newYear, .national),
                (2, 24, .makhaBucha, .national),
                (2, 26, .makhaBucha, .substitution),
                (4, 6, .chakri, .national),
                (4, 8, .chakri, .substitution),
                (4, 12, .special, .cabinet),
                (4, 13, .songkran, .national),
                (4, 14, .songkran, .national),
                (4, 15, .songkran, .national),
                (4, 16, .songkran, .substitution),
                (5, 4, .coronation, .national),
                (5, 6, .coronation, .substitution),
                (5, 10, .ploughing, .national),
                (5, 22, .visakhaBucha, .national),
                (6, 3, .queen, .national),
                (7, 20, .asalhaBucha, .national),
                (7, 21, .lent, .national),
                (7, 22, .asalhaBucha, .substitution),
                (7, 28, .king, .national),
                (7, 29, .king, .substitution),
                (8, 12, .queenMother, .national),
                (10, 13, .navamindra, .national),
                (10, 14, .navamindra, .substitution),
                (10, 23, .chulalongkorn, .national),
                (12, 5, .nationalDay, .national),
                (12, 10, .constitution, .national),
                (12, 30, .special, .cabinet),
                (12, 31, .yearEnd, .national),
            ]
        ),
        (
            2025,
            [
                (1, 1, .newYear, .national),
                (2, 12, .makhaBucha, .national),
                (4, 6, .chakri, .national),
                (4, 7, .chakri, .substitution),
                (4, 13, .songkran, .national),
                (4, 14, .songkran, .national),
                (4, 15, .songkran, .national),
                (4, 16, .songkran, .substitution),
                (5, 4, .coronation, .national),
                (5, 5, .coronation, .substitution),
                (5, 9, .ploughing, .national),
                (5, 11, .visakhaBucha, .national),
                (5, 12, .visakhaBucha, .substitution),
                (6, 2, .special, .cabinet),
                (6, 3, .queen, .national),
                (7, 10, .asalhaBucha, .national),
                (7, 11, .lent, .national),
                (7, 28, .king, .national),
                (8, 11, .special, .cabinet),
                (8, 12, .queenMother, .national),
                (10, 13, .navamindra, .national),
                (10, 23, .chulalongkorn, .national),
                (12, 5, .nationalDay, .national),
                (12, 10, .constitution, .national),
                (12, 31, .yearEnd, .national),
            ]
        ),
        (
            2026,
            [
                (1, 1, .newYear, .national),
                (1, 2, .special, .cabinet),
                (3, 3, .makhaBucha, .national),
                (4, 6, .chakri, .national),
                (4, 13, .songkran, .national),
                (4, 14, .songkran, .national),
                (4, 15, .songkran, .national),
                (5, 4, .coronation, .national),
                (5, 13, .ploughing, .national),
                (5, 31, .visakhaBucha, .national),
                (6, 1, .visakhaBucha, .substitution),
                (6, 3, .queen, .national),
                (7, 28, .king, .national),
                (7, 29, .asalhaBucha, .national),
                (7, 30, .lent, .national),
                (8, 12, .queenMother, .national),
                (10, 13, .navamindra, .national),
                (10, 23, .chulalongkorn, .national),
                (12, 5, .nationalDay, .national),
                (12, 7, .nationalDay, .substitution),
                (12, 10, .constitution, .national),
                (12, 31, .yearEnd, .national),
            ]
        ),
        (
            2027,
            [
                (1, 1, .newYear, .national),
                (2, 21, .makhaBucha, .national),
                (2, 22, .makhaBucha, .substitution),
                (4, 6, .chakri, .national),
                (4, 13, .songkran, .national),
                (4, 14, .songkran, .national),
                (4, 15, .songkran, .national),
                (5, 4, .coronation, .national),
                (5, 20, .visakhaBucha, .national),
                (6, 3, .queen, .national),
                (7, 18, .asalhaBucha, .national),
                (7, 19, .lent, .national),
                (7, 20, .asalhaBucha, .substitution),
                (7, 28, .king, .national),
                (8, 12, .queenMother, .national),
                (10, 13, .navamindra, .national),
                (10, 23, .chulalongkorn, .national),
                (10, 25, .chulalongkorn, .substitution),
                (12, 5, .nationalDay, .national),
                (12, 6, .nationalDay, .substitution),
                (12, 10, .constitution, .national),
                (12, 31, .yearEnd, .national),
            ]
        ),
    ]
}

/// What a holiday is for.
private enum Occasion {
    case newYear, makhaBucha, chakri, songkran, coronation, ploughing, visakhaBucha, queen
    case asalhaBucha, lent, king, queenMother, navamindra, chulalongkorn, nationalDay
    case constitution, yearEnd, special

    func name(_ kind: HolidayKind) -> LocalText {
        let (thai, english) = names
        return kind == .substitution
            ? LocalText("วันหยุดชดเชย" + thai, english: english + " (substitution day)")
            : LocalText(thai, english: english)
    }

    private var names: (thai: String, english: String) {
        switch self {
        case .newYear: ("วันขึ้นปีใหม่", "New Year’s Day")
        case .makhaBucha: ("วันมาฆบูชา", "Makha Bucha Day")
        case .chakri:
            (
                "วันพระบาทสมเด็จพระพุทธยอดฟ้าจุฬาโลกมหาราช และวันที่ระลึกมหาจักรีบรมราชวงศ์",
                "Chakri Memorial Day"
            )
        case .songkran: ("วันสงกรานต์", "Songkran Festival")
        case .coronation: ("วันฉัตรมงคล", "Coronation Day")
        case .ploughing: ("วันพืชมงคล", "Royal Ploughing Ceremony Day")
        case .visakhaBucha: ("วันวิสาขบูชา", "Visakha Bucha Day")
        case .queen:
            (
                "วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าสุทิดา พัชรสุธาพิมลลักษณ พระบรมราชินี",
                "H.M. Queen Suthida’s Birthday"
            )
        case .asalhaBucha: ("วันอาสาฬหบูชา", "Asalha Bucha Day")
        case .lent: ("วันเข้าพรรษา", "Buddhist Lent Day")
        case .king:
            (
                "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระปรเมนทรรามาธิบดีศรีสินทรมหาวชิราลงกรณ "
                    + "พระวชิรเกล้าเจ้าอยู่หัว",
                "H.M. the King’s Birthday"
            )
        case .queenMother:
            (
                "วันเฉลิมพระชนมพรรษาสมเด็จพระบรมราชชนนีพันปีหลวง และวันแม่แห่งชาติ",
                "H.M. the Queen Mother’s Birthday and Mother’s Day"
            )
        case .navamindra: ("วันนวมินทรมหาราช", "Navamindra Maharaj Day")
        case .chulalongkorn: ("วันปิยมหาราช", "King Chulalongkorn Memorial Day")
        case .nationalDay:
            (
                "วันคล้ายวันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระบรมชนกาธิเบศร มหาภูมิพลอดุลยเดชมหาราช "
                    + "บรมนาถบพิตร วันชาติ และวันพ่อแห่งชาติ",
                "King Bhumibol’s Birthday, National Day and Father’s Day"
            )
        case .constitution: ("วันรัฐธรรมนูญ", "Constitution Day")
        case .yearEnd: ("วันสิ้นปี", "New Year’s Eve")
        case .special: ("วันหยุดพิเศษตามมติคณะรัฐมนตรี", "Special holiday by cabinet resolution")
        }
    }
}
