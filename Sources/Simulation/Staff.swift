internal import Events
package import Rules

/// Who works in the simulated office.
package struct Staff: Sendable {
    package struct Member: Sendable {
        package let actor: Actor
        package let position: String
        package let title: String, givenName: String, familyName: String
    }

    package let members: [Member]
    private let handlers: [String: [Actor]]
    private let heads: [String: Actor]
    private let receivers: [Actor]
    private let checkers: [Actor]

    /// Departments that deal with cases, and how many officers each has for them.
    package static let departments: [(code: String, officers: Int)] = [
        ("works", 5), ("health", 4), ("clerk", 3), ("disaster", 3), ("waterworks", 2),
        ("finance", 2), ("welfare", 2), ("strategy", 1), ("legal", 1), ("education", 1),
    ]

    package init(dice: inout Dice) {
        var members = Self.leaders.map { Self.member($0, $1, $2, $3, dice: &dice) }
        for (code, count) in Self.departments {
            members.append(Self.member("\(code)-head", [.head], code, "ผู้อำนวยการกอง", dice: &dice))
            for number in 1...count {
                let roles: [Role] = code == "legal" ? [.handler, .legal] : [.handler]
                members.append(
                    Self.member("\(code)-\(number)", roles, code, "เจ้าหน้าที่", dice: &dice))
            }
        }
        let all = members.map(\.actor)
        func with(_ role: Role) -> [Actor] { all.filter { $0.roles.contains(role) } }
        handlers = Dictionary(grouping: with(.handler)) { $0.department ?? "" }
        heads = Dictionary(with(.head).map { ($0.department ?? "", $0) }) { first, _ in first }
        receivers = with(.receiver)
        checkers = with(.identityChecker)
        self.members = members
    }

    func handler(of department: String, _ draw: Int) -> Actor {
        let those = handlers[department] ?? handlers["clerk"] ?? []
        return those[draw % those.count]
    }

    func head(of department: String) -> Actor { heads[department] ?? members[0].actor }
    func receiver(_ draw: Int) -> Actor { receivers[draw % receivers.count] }
    func checker(_ draw: Int) -> Actor { checkers[draw % checkers.count] }
    var administrator: Actor { members[0].actor }
    func actor(_ id: String) -> Actor? { members.first { $0.actor.id == id }?.actor }

    private static let leaders: [(String, [Role], String?, String)] = [
        ("admin", [.administrator], "clerk", "ผู้ดูแลระบบ"), ("mayor", [.mayor], nil, "นายกเทศมนตรี"),
        ("deputy-mayor", [.deputyMayor], nil, "รองนายกเทศมนตรี"),
        ("palad", [.clerk], "clerk", "ปลัดเทศบาล"),
        ("dpo", [.dpo], "clerk", "เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล"),
        ("auditor", [.auditor], "audit", "ผู้ตรวจสอบภายใน"),
        ("front-1", [.receiver], "clerk", "เจ้าหน้าที่รับเรื่อง"),
        ("front-2", [.receiver], "clerk", "เจ้าหน้าที่รับเรื่อง"),
        ("front-3", [.receiver], "clerk", "เจ้าหน้าที่รับเรื่อง"),
        ("identity-1", [.identityChecker], "clerk", "เจ้าหน้าที่ตรวจสอบตัวตน"),
        ("identity-2", [.identityChecker], "clerk", "เจ้าหน้าที่ตรวจสอบตัวตน"),
    ]

    private static func member(
        _ id: String, _ roles: [Role], _ department: String?, _ position: String,
        dice: inout Dice
    ) -> Member {
        let name = Cast.name(dice: &dice)
        return Member(
            actor: Actor(.officer, id: id, roles: roles, department: department),
            position: position, title: name.title, givenName: name.given, familyName: name.family)
    }
}
