package import HTTP
package import Rules

/// Who may ask for a page at all; whose case it is, the page asks itself.
package enum Access: Hashable, Sendable {
    case anyone
    /// Somebody who is logged in; others are led to the login and back.
    case citizen
    /// An officer who is signed in and has a role that the area is open to; nobody else learns
    /// more than that one must sign in.
    case desk(DeskArea)
}

/// What a page answers.
package enum Answer: Sendable {
    case page(Page)
    /// On to another page, after a form was taken.
    case go(String)
    case response(Response)
}

/// One page or form of an office: its address below the office's own, and who may ask for it.
package struct PageRoute: Sendable {
    package let method: Method
    /// `/cases/{number}`; empty for the office's own page.
    package let pattern: String
    package let access: Access
    package let body: BodyRule
    package let lane: Lane
    /// Whether what is sent comes from no page of ours, and is nobody's: another server's request
    /// that says by itself who it is from.
    package var isForMachines = false
    package let answer: @Sendable (Visit) throws -> Answer
}

/// The pages of an office, as its areas add them.
package struct PageRoutes: Sendable {
    package private(set) var all: [PageRoute] = []

    package init() {}

    /// A page to look at.
    package mutating func page(
        _ pattern: String, _ access: Access = .anyone, lane: Lane = .ordinary,
        _ page: @escaping @Sendable (Visit) throws -> Page
    ) {
        all.append(
            PageRoute(
                method: .get, pattern: pattern, access: access, body: .none, lane: lane
            ) { .page(try page($0)) })
    }

    /// Something else to get: a file, a page that may lead on.
    package mutating func get(
        _ pattern: String, _ access: Access = .anyone, lane: Lane = .ordinary,
        _ answer: @escaping @Sendable (Visit) throws -> Answer
    ) {
        all.append(
            PageRoute(
                method: .get, pattern: pattern, access: access, body: .none, lane: lane,
                answer: answer))
    }

    /// A form that is sent. That it came from a page of ours is checked before `answer`.
    package mutating func post(
        _ pattern: String, _ access: Access = .anyone, body: BodyRule = .form(),
        lane: Lane = .ordinary, _ answer: @escaping @Sendable (Visit) throws -> Answer
    ) {
        all.append(
            PageRoute(
                method: .post, pattern: pattern, access: access, body: body, lane: lane,
                answer: answer))
    }

    /// What another server sends; whether it may, it shows itself.
    package mutating func machine(
        _ pattern: String, body: BodyRule, _ answer: @escaping @Sendable (Visit) throws -> Answer
    ) {
        all.append(
            PageRoute(
                method: .post, pattern: pattern, access: .anyone, body: body, lane: .slow,
                isForMachines: true, answer: answer))
    }
}
