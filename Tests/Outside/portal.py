"""Walks the citizens' pages in a real browser: on a phone and a desktop, with scripts and without,
by hand and by the keyboard alone.

    portal.py BASE PHOTO CLERK DATA KEYS OFFICE [SHOTS]

BASE is the address of an office, http://127.0.0.1:8080/demo; PHOTO a JPEG to attach; CLERK the
program that does what its officers do. With SHOTS, a picture of each page is left in that folder.
Prints JSON: the walks that came to their end, and all that was found on the way.
"""

import json
import re
import subprocess
import sys
import tempfile
from types import SimpleNamespace

from playwright.sync_api import sync_playwright

from validity import faults
from visitor import Typist, Visitor

SOMCHAI = SimpleNamespace(
    given="สมชาย", family="ทดสอบดี", number="1-9999-00001-01-0", email="somchai@example.com"
)
SOMSRI = SimpleNamespace(
    given="สมศรี", family="ทดสอบมาก", number="8-9999-00005-05-5", email="somsri@example.com"
)
MALEE = SimpleNamespace(
    given="มาลี", family="สมมติ", number="3-9999-00003-03-5", email="malee@example.com"
)
PASSWORD, NEW_PASSWORD = "Kham#rong-2569", "Dok$Mali-1234"


def guest_files(visitor, photo):
    """A guest asks for a street light to be mended, with a photo, and makes every mistake once."""
    english = "" if visitor.thai else "?lang=en"
    visitor.open(english)
    visitor.open("/services" + english)
    visitor.open("/services/grievance")
    visitor.press("เริ่มยื่นเรื่อง", "Start", "category")
    visitor.press("ต่อไป", "Continue", "category-issue")
    visitor.focus_on_summary()
    visitor.choose("ไฟฟ้าสาธารณะ", "street light")
    visitor.press("ต่อไป", "Continue", "details")
    subject = "ไฟทางดับหน้าโรงเรียน <b>"
    visitor.fill("เรื่อง", "Subject", subject)
    visitor.press("ต่อไป", "Continue", "details-issue")
    visitor.focus_on_summary()
    if visitor.page.locator("main [name=subject]").input_value() != subject:
        visitor.issue("kept", "what was typed is gone after a mistake")
    visitor.fill("รายละเอียด", "Details", "ดับมาสามคืนแล้ว\nมืดและอันตราย")
    visitor.press("ต่อไป", "Continue", "place")
    visitor.fill("ละติจูด", "Latitude", "ไกล")
    visitor.press("ต่อไป", "Continue", "place-issue")
    visitor.fill("สถานที่ (ถ้ามี)", "Place (optional)", "หน้าโรงเรียนบ้านตัวอย่าง")
    visitor.fill("ละติจูด", "Latitude", "7.913")
    visitor.fill("ลองจิจูด", "Longitude", "98.333")
    visitor.press("ต่อไป", "Continue", "documents")
    visitor.attach("#other", __file__)
    visitor.press("แนบไฟล์ที่เลือก", "Attach what I chose", "documents-issue")
    visitor.attach("#other", photo)
    visitor.press("แนบไฟล์ที่เลือก", "Attach what I chose", "documents-attached")
    visitor.press("ต่อไป", "Continue", "petitioner")
    visitor.press("ต่อไป", "Continue", "petitioner-issue")
    visitor.focus_on_summary()
    visitor.fill("ชื่อ", "Given name", "สมหญิง")
    visitor.fill("นามสกุล", "Family name", "สมมติ")
    visitor.fill("เบอร์โทรศัพท์", "Phone", "081 000 0042")
    visitor.press("ต่อไป", "Continue", "check")
    visitor.press("ส่งเรื่อง", "Send", "check-issue")
    visitor.choose("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms")
    visitor.press("ส่งเรื่อง", "Send", "filed")
    number = visitor.page.locator(".number").inner_text()
    if not re.fullmatch(r"[A-Z]{2,3}\d{13,14}", number):
        visitor.issue("number", number)
    visitor.follow("ดูคำร้อง", "See the petition", "case")
    for paper in ("sheet", "receipt"):
        answer = visitor.context.request.get(f"{visitor.base}/cases/{number}/{paper}.pdf")
        if answer.status != 200 or not answer.body().startswith(b"%PDF-"):
            visitor.issue("paper", f"{paper}: {answer.status}")
    return number


def stranger_follows(visitor, number):
    """Nobody sees a case without what only its petitioner knows."""
    visitor.open(f"/cases/{number}", look=False, status=404)
    visitor.look("not-found")
    for digits, is_open in (("0041", False), ("0042", True)):
        visitor.open("/track")
        visitor.fill("เลขที่คำร้อง", "Petition number", number)
        visitor.fill("เบอร์โทรศัพท์ 4 ตัวท้าย", "Last four digits of your phone", digits)
        visitor.press("ดูเรื่อง", "Show it", "tracked" if is_open else "track-issue")
        if (f"/cases/{number}" in visitor.page.url) != is_open:
            visitor.issue("access", f"{digits}: {visitor.page.url}")
    write(visitor, "มีความคืบหน้าไหม")
    text = visitor.page.content()
    if "ไฟทางดับหน้าโรงเรียน" in text or "สมหญิง" in text:
        visitor.issue("access", "number and telephone show what was written")
    for path in ("sheet.pdf", "receipt.pdf", "files/0", "withdraw", "filed"):
        answer = visitor.context.request.get(f"{visitor.base}/cases/{number}/{path}")
        if answer.status != 404:
            visitor.issue("access", f"number and telephone give {path}: {answer.status}")
    reads(visitor, number)


def reads(visitor, number):
    """What was written, by the code that goes to the telephone of the filing."""
    visitor.open(f"/cases/{number}", look=False)
    visitor.follow(
        "อ่านข้อความและเอกสารด้วยรหัสที่ส่งให้", "Read texts and papers by a code sent to you", "read"
    )
    visitor.press("ส่งรหัส", "Send a code", "read-code")
    visitor.press("เปิดอ่าน", "Read it", "read-issue")
    visitor.fill_named(code=code_of_letter(visitor))
    visitor.press("เปิดอ่าน", "Read it", "read-open")
    if "ไฟทางดับหน้าโรงเรียน" not in visitor.page.content():
        visitor.issue("access", "the code does not open what was written")


def write(visitor, text):
    """A message to the office from the page of a case."""
    summary = visitor.page.locator("details.more > summary")
    if isinstance(visitor, Typist):
        visitor.reach(summary)
        visitor.page.keyboard.press("Enter")
    else:
        summary.click()
    visitor.press("ส่ง", "Send", "message-issue")
    visitor.fill_named(message=text)
    visitor.press("ส่ง", "Send", "message-sent")


def registers(visitor, photo, person):
    """A person registers, with every mistake once and photos of the card."""
    visitor.open("/register")
    visitor.go_on("register-terms-issue")
    visitor.tick(visitor.page.get_by_role("checkbox").first)
    visitor.go_on("register-details")
    visitor.go_on("register-issue")
    visitor.focus_on_summary()
    if visitor.page.locator("main [name=other-title]").is_visible():
        visitor.issue("title", "another title is asked for where none is chosen")
    visitor.select(visitor.page.locator("main [name=title]"), 1)
    visitor.fill_named(
        given_name=person.given, family_name=person.family, national_id=person.number,
        phone="081 000 0001", email=person.email, password=PASSWORD, password_again=PASSWORD,
    )
    visitor.go_on("register-photos")
    visitor.press("ลงทะเบียน", "Register", "register-photos-issue")
    visitor.attach("input[type=file]", photo)
    visitor.press("บันทึกภาพและดูก่อน", "Save the photos and look first", "register-photos-kept")
    visitor.press("ลงทะเบียน", "Register", "account")
    visitor.expect(visitor.say("กำลังตรวจสอบการยืนยันตัวตน", "Identity check under way"))


def looks_around(visitor, photo, person):
    """What an account holds."""
    for path in ("profile", "profile/correct", "contact", "password", "identity", "sessions",
                 "viewings", "data", "erasure", "picture"):
        visitor.open(f"/account/{path}")
    visitor.attach("input[type=file]", photo)
    visitor.go_on("picture-set")
    for path, look in (("password", "password-issue"), ("erasure", "erasure-issue"),
                       ("profile/correct", "correct-issue")):
        visitor.open(f"/account/{path}", look=False)
        visitor.go_on(look)
    visitor.open("/account/profile", look=False)
    text = visitor.page.content()
    if person.number in text or person.number.replace("-", "") in text:
        visitor.issue("secret", "the whole number stands on the page")
    visitor.open("/cases", look=False)
    visitor.look("cases-none")
    visitor.open("/documents", look=False)
    visitor.look("documents-none")


def files_on_paper(visitor, photo):
    """The form is printed, filled in by hand, and sent as a photo."""
    visitor.open("/services/venue")
    visitor.go_on("mode")
    visitor.tick(visitor.page.locator("main [name=mode][value=print]"))
    visitor.press("ต่อไป", "Continue", "paper-documents")
    visitor.press("ต่อไป", "Continue", "paper-issue")
    visitor.attach("#printed-form", photo)
    visitor.press("แนบไฟล์ที่เลือก", "Attach what I chose", "paper-attached")
    visitor.press("ต่อไป", "Continue", "paper-petitioner")
    visitor.press("ต่อไป", "Continue", "paper-check")
    visitor.choose("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms")
    visitor.press("ส่งเรื่อง", "Send", "paper-filed")
    return visitor.page.locator(".number").inner_text()


def follows(visitor, photo, number, desk):
    """Corrects what the office asks for, gets a licence, rates, asks to reopen."""
    case = f"/cases/{number}"
    desk("return", number)
    visitor.come_to(case, visitor.say("แก้ไขและส่งกลับ", "Correct and send back"))
    visitor.look("case-returned")
    visitor.follow("แก้ไขและส่งกลับ", "Correct and send back", "correction")
    visitor.press("ส่งกลับ", "Send back", "correction-issue")
    # On paper nothing was written here that could be put right here.
    visitor.expect(visitor.say("แนบเอกสารหรือเขียนข้อความ", "Attach a document or write a message"))
    visitor.fill_named(message="โต๊ะ 10 ตัว เก้าอี้ 80 ตัว แผนผังอยู่ในภาพ")
    visitor.attach("input[type=file]", photo)
    visitor.press("ส่งกลับ", "Send back", "case-corrected")
    desk("issue", number)
    desk("complete", number)
    visitor.come_to(case, visitor.say("ประเมินความพึงพอใจ", "Rate the service"))
    visitor.look("case-completed")
    visitor.follow("ประเมินความพึงพอใจ", "Rate the service", "rate")
    visitor.go_on("rate-issue")
    visitor.tick(visitor.page.locator("main input[type=radio]").first)
    visitor.go_on("rated")
    visitor.open(f"{case}/reopen", look=False)
    visitor.look("reopen")
    visitor.go_on("reopen-issue")
    visitor.open("/documents")
    visitor.activate(visitor.page.locator("main .card a").first)
    visitor.look("document")
    is_shown_to_an_inspector(visitor)
    visitor.open("/cases")
    visitor.open("/cases?view=all", look=False)
    visitor.look("cases-table")
    stays_within(visitor)


def stays_within(visitor):
    """On a phone no table of this page is wider than it: nobody pushes it to and fro."""
    wide = "[...document.querySelectorAll('main .table')].some((e) => e.scrollWidth > e.clientWidth + 1)"
    if visitor.phone and visitor.page.evaluate(wide):
        visitor.issue("width", f"{visitor.page.url}: a table scrolls sideways")


def is_shown_to_an_inspector(visitor):
    """Whoever is shown a licence on a telephone scans its code and learns whether it holds."""
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        visitor.page.locator("main svg.qr").screenshot(path=picture.name)
        scanned = subprocess.run(
            ["zbarimg", "-q", "--raw", picture.name], capture_output=True, text=True
        ).stdout.strip()
    if not scanned.startswith(f"{visitor.base}/check?code="):
        visitor.issue("code", f"the code on the licence leads to “{scanned}”")
        return
    visitor.open(scanned.removeprefix(visitor.base))
    visitor.expect(visitor.say("ใช้ได้", "Valid"))


def withdraws(visitor):
    """A filing that is left, found again, sent and withdrawn."""
    visitor.open("/services/suggestion")
    visitor.go_on()
    visitor.open("/cases", look=False)
    visitor.look("cases-unfinished")
    visitor.activate(visitor.page.locator("main").get_by_role("link", name=re.compile("ต่อ|Go on")).first)
    for _ in range(8):
        page = visitor.page
        if "/check" in page.url:
            break
        for radio in page.locator("main input[type=radio]").all()[:1]:
            visitor.tick(radio)
        for name in ("subject", "details"):
            if page.locator(f"main [name={name}]").count():
                visitor.fill_named(**{name: "ขอม้านั่งในสวน"})
        visitor.press("ต่อไป", "Continue")
    visitor.choose("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms")
    visitor.press("ส่งเรื่อง", "Send")
    number = visitor.page.locator(".number").inner_text()
    visitor.open(f"/cases/{number}/withdraw", look=False)
    visitor.look("withdraw")
    visitor.press("ยืนยันถอนคำร้อง", "Withdraw it", "case-withdrawn")


def confirms(visitor, person):
    """A new e-mail address is shown to be one's own by the code that goes there."""
    visitor.open("/account/contact", look=False)
    visitor.fill_named(email=f"new.{person.email}", current_password=PASSWORD)
    visitor.go_on("confirm")
    visitor.go_on("confirm-issue")
    visitor.fill_named(code=code_of_letter(visitor))
    visitor.go_on("confirmed")
    visitor.expect(visitor.say("ยืนยันแล้ว", "Confirmed"))


def is_refused(visitor, photo, desk):
    """The officer could not read the card: the reason is read, the photos are sent again."""
    desk("refuse-identity")
    visitor.come_to("/account/identity", "ภาพบัตรประชาชนไม่ชัด")
    visitor.look("identity-refused")
    visitor.go_on("identity-issue")
    visitor.attach("input[type=file]", photo)
    visitor.go_on("identity-again")


def forgets(visitor, person):
    """The password is lost, and set anew with the code from the e-mail."""
    visitor.activate(visitor.page.locator(".banner button"))
    visitor.open("/login")
    visitor.fill_named(who=person.number, password="wrong")
    visitor.go_on("login-issue")
    visitor.open("/forgot")
    visitor.fill_named(who=person.number)
    visitor.go_on("forgot-code")
    visitor.fill_named(code="000000")
    visitor.go_on("forgot-code-issue")
    visitor.fill_named(code=code_of_letter(visitor))
    visitor.go_on("forgot-password")
    visitor.go_on("forgot-password-issue")
    visitor.fill_named(password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    visitor.go_on("login-again")
    visitor.fill_named(who=person.number, password=NEW_PASSWORD)
    visitor.go_on("logged-in")
    if not visitor.page.url.endswith("/account"):
        visitor.issue("login", f"the new password leads to {visitor.page.url}")


def code_of_letter(visitor):
    """The code in the last messages that the office sent."""
    letters = visitor.context.new_page()
    for _ in range(40):
        letters.goto(f"{visitor.base}/messages")
        # The last one or the one before: of a new address the old one is told as well.
        newest = "\n".join(letters.locator("main .said").all_inner_texts()[:2])
        found = re.search(r"\b(\d{6})\b", newest)
        if found:
            break
        letters.wait_for_timeout(250)
    letters.close()
    return found.group(1) if found else ""


def takes_along(visitor):
    """Everything that the office holds of oneself, as one archive."""
    answer = visitor.context.request.get(f"{visitor.base}/account/data.zip")
    if answer.status != 200 or not answer.body().startswith(b"PK"):
        visitor.issue("data", f"data.zip: {answer.status}")


def citizen(visitor, photo, desk, person):
    """A year in the life of an account."""
    if not visitor.thai:
        visitor.open("?lang=en")
    registers(visitor, photo, person)
    looks_around(visitor, photo, person)
    number = files_on_paper(visitor, photo)
    follows(visitor, photo, number, desk)
    withdraws(visitor)
    takes_along(visitor)
    confirms(visitor, person)
    is_refused(visitor, photo, desk)
    visitor.open("/messages")
    visitor.open("/register-of-licences")
    stays_within(visitor)
    forgets(visitor, person)


def complains_without_a_name(visitor):
    """Somebody tells of corruption, gives no name and comes back by code and password."""
    visitor.open("/services/complaint")
    visitor.press("เริ่มยื่นเรื่อง", "Start")
    visitor.choose("ทุจริตประพฤติมิชอบ", "corruption")
    visitor.press("ต่อไป", "Continue")
    visitor.fill("เรื่อง", "Subject", "ขอให้ตรวจสอบ")
    visitor.fill("รายละเอียด", "Details", "มีเอกสารแนบ")
    visitor.press("ต่อไป", "Continue")
    visitor.press("ต่อไป", "Continue")
    visitor.press("ต่อไป", "Continue", "petitioner-anonymous")
    visitor.tick(visitor.page.locator("main [name=anonymous]"))
    visitor.press("ต่อไป", "Continue", "check-anonymous")
    visitor.choose("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms")
    visitor.press("ส่งเรื่อง", "Send", "filed-anonymous")
    number = visitor.page.locator(".number").inner_text()
    code, password = (
        visitor.page.locator(".note.warn dd").nth(index).inner_text() for index in (0, 1)
    )
    visitor.context.clear_cookies()
    visitor.open("/track/code" + ("" if visitor.thai else "?lang=en"))
    visitor.fill_named(code=code, password=password)
    visitor.go_on("case-anonymous")
    visitor.expect(number)


def reads_english(visitor, photo):
    """Everything that somebody who reads no Thai comes to, and that none of it is left in Thai."""
    visitor.open("?lang=en")
    for path in ("", "/services", "/services/kind/complaint", "/services/grievance",
                 "/services/building-permit", "/help", "/help/filing", "/terms", "/privacy",
                 "/track", "/track/code", "/track/code/forgot", "/survey", "/check", "/log",
                 "/check-receipt", "/login", "/forgot", "/register", "/channels",
                 "/register-of-licences"):
        visitor.open(path)
    guest_files(visitor, photo)
    complains_without_a_name(visitor)


def texts(visitor):
    """What everybody may read and ask."""
    for path in ("/help", "/help/filing", "/terms", "/privacy", "/check", "/log", "/check-receipt",
                 "/survey", "/services", "/login", "/track/code"):
        visitor.open(path)
    for code, look in (("7K3M9QXT2F4H", "check-valid"), ("0000-0000-0000", "check-unknown")):
        visitor.open("/check", look=False)
        visitor.fill_named(code=code)
        visitor.go_on(look)
    visitor.page.goto(f"{visitor.base}/../nowhere")
    visitor.look("no-office")


def mistakes(visitor):
    """Pages that nobody wants to see: each says what to do."""
    visitor.open("/nothing", look=False, status=404)
    visitor.look("nothing")
    visitor.open("/login", look=False)
    visitor.context.clear_cookies()
    visitor.fill_named(who=MALEE.number, password=PASSWORD)
    visitor.go_on("stale")
    visitor.open("/forgot/code", look=False)
    for _ in range(6):
        visitor.open("/track", look=False)
        visitor.fill_named(number="KT1010169000099", digits="0000")
        visitor.go_on()
    visitor.look("too-many")


def typist(visitor, photo):
    """Registers, files in both modes and follows, without touching a mouse."""
    visitor.open()
    visitor.step()
    if visitor.page.evaluate(FIRST_FOCUS) != "ข้ามไปที่เนื้อหา":
        visitor.issue("focus", "the skip link is not first")
    number = guest_files(visitor, photo)
    visitor.context.clear_cookies()
    visitor.open("/track")
    visitor.fill("เลขที่คำร้อง", "Petition number", number)
    visitor.fill("เบอร์โทรศัพท์ 4 ตัวท้าย", "Last four digits of your phone", "0042")
    visitor.press("ดูเรื่อง", "Show it")
    visitor.expect(number)
    visitor.context.clear_cookies()
    registers(visitor, photo, MALEE)
    looks_around(visitor, photo, MALEE)
    files_on_paper(visitor, photo)
    forgets(visitor, MALEE)


FIRST_FOCUS = "document.activeElement.textContent.trim()"


def quiet(visitor):
    """Colours that the person chose, and nothing that moves."""
    for path in ("", "/services/grievance", "/login", "/track"):
        visitor.open(path, look=False)
        visitor.step()
        plain = visitor.page.evaluate(
            """[...document.querySelectorAll("main .button")].filter(
            (e) => getComputedStyle(e).borderTopStyle === "none").length"""
        )
        if plain:
            visitor.issue("colours", f"{path}: {plain} buttons without a border")
        moving = visitor.page.evaluate(
            """[...document.querySelectorAll("*")].filter((e) => { const s = getComputedStyle(e);
            return s.transitionDuration !== "0s" || s.animationName !== "none" }).length"""
        )
        if moving:
            visitor.issue("motion", f"{path}: {moving} move")


def main():
    base, photo, clerk, *place = sys.argv[1:7]
    found = SimpleNamespace(walks=[], issues=[], pages=None, devices=None)
    found.shots = sys.argv[7] if len(sys.argv) > 7 else None

    def desk(*words):
        subprocess.run([clerk, *place, *words], check=True, stdout=subprocess.DEVNULL)

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as pages:
        found.pages, found.devices = pages, playwright.devices
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )

        def walk(name, body, *words, kind=Visitor, **how):
            visitor = kind(found, browser, base, name, **how)
            try:
                result = body(visitor, *words)
                visitor.done()
                return result
            except Exception as error:
                visitor.issue("stopped", f"{visitor.page.url}: {str(error).splitlines()[0]}")
                visitor.context.close()

        number = walk("guest-phone", guest_files, photo)
        walk("stranger", stranger_follows, number)
        walk("guest-plain", guest_files, photo, phone=False, scripts=False)
        walk("citizen", citizen, photo, desk, SOMCHAI)
        walk("citizen-plain", citizen, photo, desk, SOMSRI, phone=False, scripts=False, thai=False)
        walk("nameless", complains_without_a_name)
        walk("english", reads_english, photo, thai=False)
        walk("texts", texts, phone=False)
        walk("mistakes", mistakes)
        walk("keyboard", typist, photo, kind=Typist, phone=False)
        walk("quiet", quiet, kind=Typist, reduced_motion="reduce", forced_colors="active")
        browser.close()
        for fault in faults(pages):
            found.issues.append({"walk": "html", "kind": "not valid", "what": fault})
    print(json.dumps({"walks": found.walks, "issues": found.issues}, ensure_ascii=False))


if __name__ == "__main__":
    main()
