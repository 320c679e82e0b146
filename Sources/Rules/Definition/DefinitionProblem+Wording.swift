package import Events

extension DefinitionProblem {
    package var wording: Wording {
        switch self {
        case .noCode(let part):
            say("\(part.label.thai)ต้องมีรหัส", "Each \(part.label.english) needs a code")
        case .duplicate(let part, let code):
            say(
                "\(part.label.thai) “\(code)” ซ้ำกัน",
                "There are two of the \(part.label.english) “\(code)”")
        case .unknown(let part, let code):
            say(
                "ไม่มี\(part.label.thai) “\(code)”", "There is no \(part.label.english) “\(code)”")
        case .choicesMissing, .boundsReversed, .conditionOnUnknownField, .unreadable: formWording
        case .clockWithoutStart, .clockWithoutStop, .clockWithoutLimit,
            .clockPausedInUnknownState, .clockPausedAtStart, .pauseWithoutEnd,
            .clockShareOutOfRange, .extensionWithoutMeaning, .escalationWithoutTarget,
            .overdueWithoutClock:
            clockWording
        case .actionFromNowhere, .actionFromUnknownState, .actionToUnknownState,
            .actionWithoutRole, .actionNotForCitizens, .actionContradictsState,
            .actionAfterTheEnd, .guardWithoutMeaning:
            actionWording
        default: stateWording
        }
    }

    private func say(_ thai: String, _ english: String) -> Wording {
        Wording(thai: thai, english: english)
    }

    private var stateWording: Wording {
        switch self {
        case .noStates: say("ต้องมีสถานะอย่างน้อยหนึ่งสถานะ", "There must be a state")
        case .noInitialState:
            say("กำหนดสถานะเริ่มต้นหนึ่งสถานะ", "Mark one state as the first")
        case .severalInitialStates(let codes):
            say(
                "มีสถานะเริ่มต้นได้เพียงหนึ่งสถานะ แต่กำหนดไว้ \(codes.joined(separator: ", "))",
                "Only one state can be the first, not \(codes.joined(separator: ", "))")
        case .noPublicStatus(let code):
            say(
                "สถานะ\(code.map { " “\($0)”" } ?? "")ต้องบอกว่าประชาชนเห็นเป็นสถานะใด",
                "The state\(code.map { " “\($0)”" } ?? "") must say what the public reads")
        case .statusContradictsEnd(let code):
            say(
                "สถานะ “\(code)” กับสถานะที่ประชาชนเห็นต้องเป็นการสิ้นสุดเหมือนกัน หรือไม่สิ้นสุดเหมือนกัน",
                "The state “\(code)” and its public status must both be an end, or neither")
        case .unreachableState(let code):
            say(
                "ไม่มีขั้นตอนใดนำไปถึงสถานะ “\(code)”", "No action leads to the state “\(code)”")
        case .noWayToFinish(let code):
            say(
                "จากสถานะ “\(code)” ไม่มีทางไปถึงการสิ้นสุดเรื่อง",
                "From the state “\(code)” no end can be reached")
        default: say("", "")
        }
    }

    private var actionWording: Wording {
        switch self {
        case .actionFromNowhere(let action):
            say(
                "ขั้นตอน “\(action)” ต้องระบุว่าทำได้จากสถานะใด",
                "The action “\(action)” must name the states in which it may be taken")
        case .actionFromUnknownState(let action, let state):
            say(
                "ขั้นตอน “\(action)” เริ่มจากสถานะ “\(state)” ซึ่งไม่มี",
                "The action “\(action)” starts in the state “\(state)”, which is not there")
        case .actionToUnknownState(let action, let state):
            say(
                "ขั้นตอน “\(action)” ไปยังสถานะ “\(state)” ซึ่งไม่มี",
                "The action “\(action)” leads to the state “\(state)”, which is not there")
        case .actionWithoutRole(let action):
            say(
                "ขั้นตอน “\(action)” ต้องมีบทบาทที่ทำได้",
                "The action “\(action)” needs a role that may take it")
        case .actionNotForCitizens(let action):
            say(
                "ขั้นตอน “\(action)” เป็นงานของหน่วยงาน ผู้ยื่นคำร้องทำไม่ได้",
                "The action “\(action)” is the office’s, a petitioner cannot take it")
        case .actionContradictsState(let action, let state):
            say(
                "ขั้นตอน “\(action)” ไม่ตรงกับสถานะ “\(state)” ที่ตามมา",
                "The action “\(action)” does not fit the state “\(state)” that follows")
        case .actionAfterTheEnd(let action, let state):
            say(
                "ขั้นตอน “\(action)” ทำหลังสิ้นสุดเรื่องในสถานะ “\(state)” ไม่ได้ ต้องเปิดเรื่องใหม่ก่อน",
                "The action “\(action)” cannot follow the end in “\(state)”; reopen the case first")
        case .guardWithoutMeaning(let action, let kind):
            say(
                "เงื่อนไข “\(kind.label.thai)” ของขั้นตอน “\(action)” ใช้ไม่ได้กับบริการนี้",
                "The condition “\(kind.label.english)” of “\(action)” has no meaning here")
        default: say("", "")
        }
    }

    private var clockWording: Wording {
        switch self {
        case .clockWithoutStart(let clock):
            say(
                "กำหนดเวลา “\(clock)” ไม่มีเหตุการณ์ใดเริ่มนับ",
                "Nothing that can happen starts the clock “\(clock)”")
        case .clockWithoutStop(let clock):
            say(
                "กำหนดเวลา “\(clock)” ไม่มีเหตุการณ์ใดหยุดนับ",
                "Nothing that can happen stops the clock “\(clock)”")
        case .clockWithoutLimit(let clock):
            say("กำหนดเวลา “\(clock)” ต้องมากกว่าศูนย์", "The clock “\(clock)” needs a length")
        case .clockPausedInUnknownState(let clock, let state):
            say(
                "กำหนดเวลา “\(clock)” หยุดนับในสถานะ “\(state)” ซึ่งไม่มี",
                "The clock “\(clock)” pauses in the state “\(state)”, which is not there")
        case .clockPausedAtStart(let clock):
            say(
                "กำหนดเวลา “\(clock)” หยุดนับตั้งแต่สถานะเริ่มต้น จึงไม่มีวันเดิน",
                "The clock “\(clock)” pauses in the first state and so never runs")
        case .pauseWithoutEnd(let clock, let state):
            say(
                "กำหนดเวลา “\(clock)” หยุดนับในสถานะ “\(state)” แล้วไม่มีทางเดินต่อ",
                "The clock “\(clock)” pauses in the state “\(state)” and can never go on")
        case .clockShareOutOfRange(let clock):
            say(
                "ร้อยละที่ถือว่าใกล้ครบกำหนดของ “\(clock)” ต้องอยู่ระหว่าง 1 ถึง 99",
                "The share at which “\(clock)” is near must lie between 1 and 99")
        case .extensionWithoutMeaning(let clock):
            say(
                "การขยายเวลาของ “\(clock)” ต้องระบุจำนวนครั้งและระยะเวลา",
                "The extension of “\(clock)” needs a number of times and a length")
        case .escalationWithoutTarget(let clock, let percent):
            say(
                "การยกระดับของ “\(clock)” ที่ร้อยละ \(percent) ต้องระบุผู้รับ",
                "The escalation of “\(clock)” at \(percent) % must name whom it goes to")
        case .overdueWithoutClock:
            say(
                "ผลเมื่อเกินกำหนดต้องมีกำหนดเวลาแล้วเสร็จ และการแจ้งเหตุล่าช้าต้องมีกำหนดเวลาของการแจ้ง",
                "What follows when overdue needs a clock for finishing, and notices need one of "
                    + "their own")
        default: say("", "")
        }
    }

    private var formWording: Wording {
        switch self {
        case .choicesMissing(let field):
            say("ช่อง “\(field)” ต้องมีตัวเลือก", "The field “\(field)” needs choices")
        case .boundsReversed(let field):
            say(
                "ค่าต่ำสุดของช่อง “\(field)” ต้องไม่มากกว่าค่าสูงสุด",
                "The least of the field “\(field)” must not exceed the most")
        case .conditionOnUnknownField(let asked, let field):
            say(
                "“\(asked)” ขึ้นกับช่อง “\(field)” ซึ่งไม่มี",
                "“\(asked)” depends on the field “\(field)”, which is not there")
        case .unreadable(let key):
            say("อ่านส่วน “\(key)” ของบริการไม่ได้", "The part “\(key)” of the service cannot be read")
        default: say("", "")
        }
    }
}
