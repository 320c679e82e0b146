import Entries
import Events
import Rules
import Testing

@Suite struct ClockExplanationTests {
    func lines(_ clock: ClockDefinition, _ script: CaseScript) throws -> [String] {
        let clocks = ServiceClocks(.tested([clock]))
        return try #require(
            clocks.explanation(of: clock.code, script.history, calendar: .government)
        ).steps.map(\.wording.thai)
    }

    @Test func `working days are told one by one where they are not counted`() throws {
        let lines = try lines(.finish(5, .workingDays), CaseScript(filed: "2026-04-10 10:00"))
        #expect(
            lines == [
                "10 เม.ย. 2569: วันแรก ไม่นับ",
                "11 เม.ย. 2569 – 12 เม.ย. 2569: วันหยุดประจำสัปดาห์ ไม่นับ",
                "13 เม.ย. 2569 – 15 เม.ย. 2569: วันสงกรานต์ ไม่นับ",
                "16 เม.ย. 2569 – 17 เม.ย. 2569: นับ 2 วันทำการ (รวม 2 จาก 5)",
                "18 เม.ย. 2569 – 19 เม.ย. 2569: วันหยุดประจำสัปดาห์ ไม่นับ",
                "20 เม.ย. 2569 – 22 เม.ย. 2569: นับ 3 วันทำการ (รวม 5 จาก 5)",
            ])
    }

    @Test func `late filing, pause and extension have their lines`() throws {
        let script = try CaseScript(filed: "2026-06-07 20:00")
            .returned("2026-06-09 14:00").corrected("2026-06-10 09:00")
            .extended("2026-06-11 09:00", by: 1, .workingDays)
        #expect(
            try lines(.finish(2, .workingDays), script) == [
                "7 มิ.ย. 2569 20:00 น. – 8 มิ.ย. 2569 08:30 น.: ยื่นนอกวันหรือเวลาทำการ ถือว่าได้รับเมื่อเปิดทำการ",
                "8 มิ.ย. 2569: วันแรก ไม่นับ",
                "9 มิ.ย. 2569 – 10 มิ.ย. 2569: หยุดนับเวลา รอผู้ยื่นคำร้อง",
                "11 มิ.ย. 2569 – 12 มิ.ย. 2569: นับ 2 วันทำการ (รวม 2 จาก 3)",
                "11 มิ.ย. 2569 09:00 น.: ขยายเวลา 1 วันทำการ",
                "13 มิ.ย. 2569 – 14 มิ.ย. 2569: วันหยุดประจำสัปดาห์ ไม่นับ",
                "15 มิ.ย. 2569: นับ 1 วันทำการ (รวม 3 จาก 3)",
            ])
    }

    @Test func `a clock that stands still says since when`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").waiting("2026-06-09 14:00")
        #expect(
            try lines(.finish(2, .workingDays), script) == [
                "8 มิ.ย. 2569: วันแรก ไม่นับ",
                "9 มิ.ย. 2569 14:00 น. – ยังไม่สิ้นสุด: หยุดนับเวลา รอหน่วยงานอื่น",
            ])
    }

    @Test func `office minutes leave out noon and night`() throws {
        let lines = try lines(.finish(120, .officeMinutes), CaseScript(filed: "2026-06-08 11:30"))
        #expect(
            lines == [
                "8 มิ.ย. 2569 11:30 น. – 8 มิ.ย. 2569 12:00 น.: นับ 30 นาที",
                "8 มิ.ย. 2569 12:00 น. – 8 มิ.ย. 2569 13:00 น.: นอกเวลาทำการ ไม่นับ",
                "8 มิ.ย. 2569 13:00 น. – 8 มิ.ย. 2569 14:30 น.: นับ 1 ชั่วโมง 30 นาที",
            ])
    }

    @Test func `what is counted adds up to the limit, in English too`() throws {
        let script = try CaseScript(filed: "2026-04-10 10:00")
            .returned("2026-04-20 14:00").corrected("2026-05-02 09:00")
            .waiting("2026-05-12 10:00").waited("2026-05-18 10:00")
        let clocks = ServiceClocks(.tested([.finish(15, .workingDays)]))
        let explanation = try #require(
            clocks.explanation(of: "finish", script.history, calendar: .government))
        let counted = explanation.steps.reduce(0) { sum, step in
            if case .days(let count, _, _, _) = step.why { sum + count } else { sum }
        }
        #expect(counted == 15)
        #expect(
            explanation.steps.last?.to?.local.dayNumber == explanation.reading.due?.local.dayNumber)
        #expect(explanation.steps.last?.isCounted == true)
        #expect(explanation.calendarVersion == OfficeCalendar.government.version)
        #expect(
            explanation.steps.map(\.wording.english).contains(
                "13 Apr 2026 – 15 Apr 2026: Songkran Festival, not counted"))
        #expect(explanation.summary.thai == "แล้วเสร็จ ภายใน 15 วันทำการ ครบกำหนด 29 พ.ค. 2569 16:30 น.")
        #expect(
            explanation.summary.english == "Finish within 15 working days, due 29 May 2026 16:30")
        #expect(explanation.caution == nil)
    }

    @Test func `a deadline past the declared years carries a caution`() throws {
        let script = try CaseScript(filed: "2027-12-20 10:00")
        let clocks = ServiceClocks(.tested([.finish(15, .workingDays)]))
        let explanation = try #require(
            clocks.explanation(of: "finish", script.history, calendar: .government))
        #expect(explanation.caution?.thai == "ปฏิทินวันหยุดประกาศถึงปี 2570 กำหนดนี้อาจเปลี่ยน")
    }

    @Test func `elapsed time and reopening have their lines`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-08 10:10").reopened("2026-06-09 10:00")
            .waiting("2026-06-09 10:20").waited("2026-06-09 14:00")
        #expect(
            try lines(.finish(30, .minutes), script) == [
                "9 มิ.ย. 2569 10:00 น.: เปิดเรื่องใหม่ เริ่มนับใหม่",
                "9 มิ.ย. 2569 10:00 น. – 9 มิ.ย. 2569 10:20 น.: นับ 20 นาที",
                "9 มิ.ย. 2569 10:20 น. – 9 มิ.ย. 2569 14:00 น.: หยุดนับเวลา รอหน่วยงานอื่น",
                "9 มิ.ย. 2569 14:00 น. – 9 มิ.ย. 2569 14:10 น.: นับ 10 นาที",
            ])
    }
}
