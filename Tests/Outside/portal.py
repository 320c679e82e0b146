"""Walks the citizens' pages in a real browser, on a phone and a desktop, with scripts and without.

    portal.py BASE PHOTO [SHOTS]

BASE is the address of an office, http://127.0.0.1:8080/demo; PHOTO a JPEG to attach. With SHOTS,
a picture of each page is left in that folder. Prints JSON: the walks that came to their end, and
all that was found on the way.
"""

import json
import re
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


class Walk:
    """One visitor in one browser: every page is looked at before the next step."""

    def __init__(self, browser, base, name, found, shots, phone=True, scripts=True, thai=True):
        device = found["devices"]["Pixel 7"] if phone else {"viewport": {"width": 1200, "height": 900}}
        self.context = browser.new_context(
            **device, locale="th-TH", timezone_id="Asia/Bangkok", java_script_enabled=scripts
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.base, self.name, self.found, self.shots = base, name, found, shots
        self.scripts, self.thai, self.phone = scripts, thai, phone
        self.page.on("pageerror", lambda error: self.issue("script", str(error)))
        self.count = 0

    def issue(self, kind, what):
        self.found["issues"].append({"walk": self.name, "kind": kind, "what": what})

    def say(self, thai, english):
        return thai if self.thai else english

    def open(self, path=""):
        answer = self.page.goto(self.base + path)
        if answer.status >= 400:
            self.issue("status", f"{path}: {answer.status}")
        self.look(path.strip("/") or "home")

    def press(self, thai, english, look=None):
        self.page.get_by_role("button", name=self.say(thai, english), exact=True).click()
        self.page.wait_for_load_state()
        self.look(look)

    def fill(self, thai, english, text, exact=True):
        self.page.get_by_label(self.say(thai, english), exact=exact).fill(text)

    def choose(self, thai, english):
        self.page.get_by_label(self.say(thai, english), exact=True).check()

    def look(self, name):
        """axe, reflow at 320 px, a language, one h1, a title; and a picture."""
        if name is None:
            return
        page = self.page
        if self.scripts:
            answer = Axe().run(page, options=RULES).response
            for violation in answer["violations"]:
                nodes = [node["html"][:160] for node in violation["nodes"][:3]]
                self.issue("axe", f"{name}: {violation['id']} {nodes}")
            size = page.viewport_size
            page.set_viewport_size({"width": 320, "height": 640})
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                self.issue("reflow", f"{name}: {width} px wide at 320")
            page.set_viewport_size(size)
        if page.locator("h1").count() != 1:
            self.issue("heading", f"{name}: {page.locator('h1').count()} h1")
        wanted = self.say("th", "en")
        if page.locator("html").get_attribute("lang") != wanted:
            self.issue("language", f"{name}: not {wanted}")
        if self.shots:
            self.count += 1
            kind = "phone" if self.phone else "desktop"
            page.screenshot(
                path=f"{self.shots}/{self.name}-{self.count:02}-{name.replace('/', '-')}-{kind}.png",
                full_page=True,
            )

    def expect(self, text):
        if not self.page.get_by_text(text).first.is_visible():
            self.issue("missing", text)

    def focus_on_summary(self):
        if self.scripts and not self.page.evaluate(
            "document.activeElement.classList.contains('summary')"
        ):
            self.issue("focus", f"{self.page.url}: not on the summary")

    def done(self):
        self.found["walks"].append(self.name)
        self.context.close()


def guest_files(walk, photo):
    """A guest asks for a street light to be mended, with a photo, and makes every mistake once."""
    english = "" if walk.thai else "?lang=en"
    walk.open(english)
    walk.open("/services" + english)
    walk.open("/services/grievance")
    walk.press("เริ่มยื่นเรื่อง", "Start", "category")
    walk.press("ต่อไป", "Continue", "category-issue")
    walk.focus_on_summary()
    walk.choose("ไฟฟ้าสาธารณะ", "street light")
    walk.press("ต่อไป", "Continue", "details")
    walk.fill("เรื่อง", "Subject", "ไฟทางดับหน้าโรงเรียน <b>")
    walk.press("ต่อไป", "Continue", "details-issue")
    walk.focus_on_summary()
    if walk.page.get_by_label(walk.say("เรื่อง", "Subject"), exact=True).input_value() != (
        "ไฟทางดับหน้าโรงเรียน <b>"
    ):
        walk.issue("kept", "what was typed is gone after a mistake")
    walk.fill("รายละเอียด", "Details", "ดับมาสามคืนแล้ว\nมืดและอันตราย")
    walk.press("ต่อไป", "Continue", "place")
    walk.fill("สถานที่ (ถ้ามี)", "Place (optional)", "หน้าโรงเรียนบ้านตัวอย่าง")
    walk.fill("ละติจูด", "Latitude", "7.913")
    walk.fill("ลองจิจูด", "Longitude", "98.333")
    walk.press("ต่อไป", "Continue", "documents")
    walk.page.set_input_files("#other", photo)
    walk.press("แนบไฟล์ที่เลือก", "Attach what I chose", "documents-attached")
    walk.press("ต่อไป", "Continue", "petitioner")
    walk.press("ต่อไป", "Continue", "petitioner-issue")
    walk.focus_on_summary()
    walk.fill("ชื่อ", "Given name", "สมหญิง")
    walk.fill("นามสกุล", "Family name", "สมมติ")
    walk.fill("เบอร์โทรศัพท์", "Phone", "081 000 0042")
    walk.press("ต่อไป", "Continue", "check")
    walk.press("ส่งเรื่อง", "Send", "check-issue")
    walk.choose("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms")
    walk.press("ส่งเรื่อง", "Send", "filed")
    number = walk.page.locator(".number").inner_text()
    if not re.fullmatch(r"[A-Z]{2,3}\d{13,14}", number):
        walk.issue("number", number)
    walk.page.get_by_role("link", name=walk.say("ดูคำร้อง", "See the petition")).click()
    walk.look("case")
    for paper in ("sheet", "receipt"):
        answer = walk.context.request.get(f"{walk.base}/cases/{number}/{paper}.pdf")
        if answer.status != 200 or not answer.body().startswith(b"%PDF-"):
            walk.issue("paper", f"{paper}: {answer.status}")
    return number


def stranger_follows(walk, number):
    """Nobody sees a case without what only its petitioner knows."""
    answer = walk.page.goto(f"{walk.base}/cases/{number}")
    if answer.status != 404:
        walk.issue("access", f"a stranger gets {answer.status}")
    for digits, isOpen in (("0041", False), ("0042", True)):
        walk.open("/track")
        walk.fill("เลขที่คำร้อง", "Petition number", number)
        walk.fill("เบอร์โทรศัพท์ 4 ตัวท้าย", "Last four digits of your phone", digits)
        walk.press("ดูเรื่อง", "Show it", "tracked" if isOpen else "track-issue")
        if (f"/cases/{number}" in walk.page.url) != isOpen:
            walk.issue("access", f"{digits}: {walk.page.url}")
    walk.page.get_by_text(walk.say("ส่งข้อความถึงหน่วยงาน", "Write to the office")).click()
    walk.fill("ข้อความ", "Message", "มีความคืบหน้าไหม")
    walk.press("ส่งข้อความ", "Send", "message-sent")
    if "ไฟทางดับหน้าโรงเรียน" in walk.page.content() or "สมหญิง" in walk.page.content():
        walk.issue("access", "number and telephone show what was written")
    for path in ("sheet.pdf", "receipt.pdf", "files/0", "withdraw", "filed"):
        answer = walk.context.request.get(f"{walk.base}/cases/{number}/{path}")
        if answer.status != 404:
            walk.issue("access", f"number and telephone give {path}: {answer.status}")


def citizen_registers(walk, photo):
    """A person registers with photos, loses the password, comes back, files, looks at the data."""
    walk.open("/register")
    walk.page.get_by_role("checkbox").first.check()
    next_step(walk, "register-details")
    next_step(walk, "register-issue")
    walk.focus_on_summary()
    page = walk.page
    title = page.locator("[name=title]")
    title.first.select_option(index=1)
    for name, text in (
        ("given-name", "สมชาย"),
        ("family-name", "ทดสอบดี"),
        ("national-id", "1-9999-00001-01-0"),
        ("phone", "081 000 0001"),
        ("email", "somchai@example.com"),
        ("password", "Kham#rong-2569"),
        ("password-again", "Kham#rong-2569"),
    ):
        page.locator(f"main [name={name}]").fill(text)
    next_step(walk, "register-photos")
    for control in page.locator("main input[type=file]").all():
        control.set_input_files(photo)
    page.locator("main").get_by_role("button", name="ลงทะเบียน", exact=True).click()
    page.wait_for_load_state()
    walk.look("account")
    walk.expect("กำลังตรวจสอบการยืนยันตัวตน")
    for path in ("", "/profile", "/contact", "/identity", "/sessions", "/viewings", "/data", "/picture"):
        walk.open(f"/account{path}")
    if "1999900001010" in page.content() or "1-9999-00001-01-0" in page.content():
        walk.issue("secret", "the whole number stands on the page")
    walk.open("/cases")
    walk.open("/documents")
    walk.page.get_by_role("button", name="ออกจากระบบ").click()
    walk.open("/login")
    page.locator("main [name=who]").fill("1999900001010")
    page.locator("main [name=password]").fill("wrong")
    next_step(walk, "login-issue")
    walk.open("/forgot")
    page.locator("main input[type=text],main input[type=email]").first.fill("1999900001010")
    next_step(walk, "forgot-code")
    letters = walk.context.new_page()
    code = None
    for _ in range(40):
        letters.goto(f"{walk.base}/messages")
        found = re.search(r"\b(\d{6})\b", letters.locator("main .said").first.inner_text())
        if found:
            code = found.group(1)
            break
        letters.wait_for_timeout(250)
    letters.close()
    page.locator("main input[inputmode=numeric]").first.fill(code or "")
    next_step(walk, "forgot-password")
    for control in page.locator("main input[type=password]").all():
        control.fill("Dok$Mali-1234")
    next_step(walk, "login-again")
    page.locator("main [name=who]").fill("1999900001010")
    page.locator("main [name=password]").fill("Dok$Mali-1234")
    next_step(walk, "logged-in")
    if not page.url.endswith("/account"):
        walk.issue("login", f"the new password leads to {page.url}")


def next_step(walk, look):
    """Presses the button that goes on, whatever it is called."""
    walk.page.locator("main form button[type=submit]").last.click()
    walk.page.wait_for_load_state()
    walk.look(look)


def keyboard_only(walk):
    """The first page by the tab key alone: the skip link comes first, focus is always seen."""
    walk.open()
    page = walk.page
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
            const b = e.getBoundingClientRect();
            return [e.textContent.trim().slice(0, 40), s.outlineStyle, b.width > 0 && b.height > 0,
            e.tagName] }"""
        )
        if focus[3] == "BODY":
            break
        seen.append(focus[0])
        if focus[1] == "none" or not focus[2]:
            walk.issue("focus", f"not seen on “{focus[0]}”")
    if len(seen) < 10 or seen[0] != "ข้ามไปที่เนื้อหา":
        walk.issue("focus", f"the skip link is not first: {seen[:2]}")


def texts(walk):
    """What everybody may read."""
    for path in ("/help", "/help/filing", "/terms", "/privacy", "/check", "/survey", "/services"):
        walk.open(path)


def main():
    base, photo = sys.argv[1:3]
    shots = sys.argv[3] if len(sys.argv) > 3 else None
    found = {"walks": [], "issues": []}
    with sync_playwright() as playwright:
        found["devices"] = playwright.devices
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )

        def walk(name, body, *words, **how):
            visitor = Walk(browser, base, name, found, shots, **how)
            try:
                result = body(visitor, *words)
                visitor.done()
                return result
            except Exception as error:
                visitor.issue("stopped", f"{visitor.page.url}: {str(error).splitlines()[0]}")
                visitor.context.close()

        number = walk("guest-phone", guest_files, photo)
        walk("stranger", stranger_follows, number)
        walk("guest-plain", guest_files, photo, phone=False, scripts=False, thai=False)
        walk("citizen", citizen_registers, photo)
        walk("keyboard", keyboard_only, phone=False)
        walk("texts", texts)
        browser.close()
    del found["devices"]
    print(json.dumps(found, ensure_ascii=False))


main()
