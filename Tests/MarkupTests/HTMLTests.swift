import Markup
import Testing

@Suite struct HTMLTests {
    @Test func `what somebody wrote is shown as written`() {
        let html = p { "<script>alert('1') & \"2\"</script>" }
        #expect(
            html.description
                == "<p>&lt;script&gt;alert(&#39;1&#39;) &amp; &quot;2&quot;&lt;/script&gt;</p>")
    }

    @Test func `a value of an attribute cannot end it`() {
        let html = input(.name("a\" onfocus=\"x"), .value("<b>"))
        #expect(html.description == "<input name=\"a&quot; onfocus=&quot;x\" value=\"&lt;b&gt;\">")
    }

    @Test func `control characters do not reach a page`() {
        #expect(HTML.text("a\u{0}b\u{1B}c\nd").description == "a\u{FFFD}b\u{FFFD}c\nd")
    }

    @Test func `what turns the direction of writing unseen is left out`() {
        #expect(HTML.text("ใบ\u{202E}gpj.exe\u{202C}").description == "ใบgpj.exe")
        #expect(HTML.text("“ก”\u{2067}ข\u{2069}\u{200F}").description == "“ก”ข")
        #expect(input(.value("a\u{202E}b")).description == "<input value=\"ab\">")
    }

    @Test func `an attribute without a value is left out, one that is only there stands alone`() {
        let html = button(.class(nil), .hidden(), .hidden(false), .id("b")) { "ส่ง" }
        #expect(html.description == "<button hidden id=\"b\">ส่ง</button>")
    }

    @Test func `content follows in order, whatever made it`() {
        let names = ["ก", "ข"]
        let html = ul {
            for name in names { li { name } }
            if names.isEmpty { li { "none" } }
            Optional<HTML>.none
        }
        #expect(html.description == "<ul><li>ก</li><li>ข</li></ul>")
    }
}
