"""Walks the officers' desk in a real browser: every page of every role, by hand and by the keyboard
alone; two officers at once on one case, many cases at once, and a list that follows the office
through a connection that breaks.

    desk.py BASE [SHOTS]

BASE is the address of a made-up office in service. With SHOTS, a picture of each page is left in
that folder. Prints JSON: the walks that came to their end, and all that was found on the way.
"""

import json
import re
import sys
import tempfile
from types import SimpleNamespace

from playwright.sync_api import sync_playwright

from validity import faults
from visitor import Typist, Visitor

PASSWORD = "Sathit#2567"
NUMBERS = "[...document.querySelectorAll('#rows tbody tr')].map((row) => row.id.slice(5))"


def sign_in(visitor, officer, look=None):
    visitor.open("/desk/sign-in", look=False)
    visitor.fill("รหัสเจ้าหน้าที่", "Officer id", officer)
    visitor.fill("รหัสผ่าน", "Password", PASSWORD)
    visitor.press("เข้าสู่ระบบ", "Sign in", look)
    if "/desk/sign-in" in visitor.page.url:
        raise RuntimeError(f"{officer} was not let in")


def files(visitor, subject, look=None):
    """Somebody comes to the counter; the number of the case."""
    visitor.open("/desk/filing", look=False)
    visitor.page.locator("main [name=service]").select_option("complaint")
    visitor.go_on(look and f"{look}-form")
    # The two things that nobody may leave out, first forgotten.
    if look:
        visitor.go_on(f"{look}-issue")
        visitor.focus_on_summary()
    visitor.page.locator("main [name=category]").select_option("road")
    visitor.fill_named(subject=subject, details="ขอให้ตรวจสอบ", given="สมหมาย", family="ทดสอบดี")
    visitor.go_on(look and f"{look}-filed")
    number = re.search(r"/desk/filed/([^/?]+)", visitor.page.url)
    if not number:
        raise RuntimeError(f"nothing was filed: {visitor.page.url}")
    return number.group(1)


def links(visitor, part):
    """Where the page leads to, by a part of the address; each once."""
    found = visitor.page.evaluate(
        "(part) => [...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href'))"
        ".filter((href) => href.includes(part))",
        part,
    )
    return list(dict.fromkeys(found))


def visit_all(visitor, paths, root):
    for path in paths:
        visitor.open(path.removeprefix(root), look=False)
        visitor.look(re.sub(r"[^a-z]+", "-", path.split("?")[0].removeprefix(root).lower()).strip("-"))


def front(visitor, root):
    """Takes petitions in: the queue and all that leads from it, a case and each of its forms."""
    visitor.open("/desk/sign-in")
    sign_in(visitor, "front-1", "desk-queue")
    number = files(visitor, "ถนนเป็นหลุมหน้าตลาด", "filing")
    visitor.open(f"/desk?view=unclaimed&case={number}", look=False)
    visitor.look("beside")
    visitor.open("/desk?view=overdue&channel=web&overdue=yes", look=False)
    visitor.look("filtered")
    visitor.open("/desk/export", look=False)
    visitor.look("export-without-names")
    visitor.open(f"/desk/cases/{number}", look=False)
    visitor.look("case")
    for show in ("citizen", "views"):
        visitor.open(f"/desk/cases/{number}?show={show}", look=False)
        visitor.look(f"case-{show}")
    for step in ("รับเรื่อง", "เริ่มดำเนินการ"):
        visitor.open(f"/desk/cases/{number}", look=False)
        visitor.press(step, None, f"done-{step}")
        visitor.expect("บันทึกแล้ว")
    forms = links(visitor, f"/desk/cases/{number}/acts/")
    if len(forms) < 15:
        visitor.issue("acts", f"only {len(forms)} acts are offered")
    visit_all(visitor, forms, root)
    visitor.open(f"/desk/cases/{number}/acts/issue-document", look=False)
    kinds = visitor.page.locator("main input[name=kind]")
    if kinds.count():
        visitor.tick(kinds.first)
    else:
        visitor.select(visitor.page.locator("main select[name=kind]"), 1)
    visitor.go_on("document-check")
    visitor.expect("เมื่อออกแล้วแก้ไขไม่ได้")
    for path in ("/desk/cases/KT9999999999999", "/desk/settings", "/desk/audit", "/desk/officers"):
        answer = visitor.page.goto(visitor.base + path)
        if answer.status not in (403, 404):
            visitor.issue("access", f"{path}: {answer.status}")
    visitor.look("not-allowed")
    visitor.open("/desk/me")
    visit_all(visitor, links(visitor, "/desk/me/"), root)


def head(visitor, root):
    """Answers for a department: figures, lists with names, what was left unsent."""
    sign_in(visitor, "works-head", "desk-head")
    for path in ("/desk/figures", "/desk/export", "/desk/unsent", "/desk/me/notices"):
        visitor.open(path)
    visitor.open("/desk/export", look=False)
    visitor.press("ส่งออก", "Export", "export-issue")
    visitor.focus_on_summary()
    visitor.open("/desk?view=all", look=False)
    numbers = visitor.page.evaluate(NUMBERS)
    if numbers:
        visitor.open(f"/desk/cases/{numbers[0]}", look=False)
        visitor.look("head-case")


def administrator(visitor, root):
    """Settles things: officers, every part of the settings, a service."""
    sign_in(visitor, "admin", None)
    visitor.open("/desk/officers")
    officer = links(visitor, "/desk/officers/")[0]
    visit_all(visitor, [officer, f"{officer}/change", f"{officer}/dismiss", f"{root}/desk/appoint"], root)
    visitor.open("/desk/settings")
    parts = links(visitor, "/desk/settings/parts/")
    if len(parts) < 15:
        visitor.issue("settings", f"only {len(parts)} parts")
    visit_all(visitor, parts, root)
    visitor.open("/desk/settings/services")
    services = [path for path in links(visitor, "/desk/settings/services/") if path.count("/") == 5]
    visit_all(visitor, services[:1], root)
    visit_all(visitor, links(visitor, f"{services[0]}/"), root)
    for path in ("/desk/settings/new-service", "/desk/settings/history?part=passwords"):
        visitor.open(path, look=False)
        visitor.look(path.strip("/").split("?")[0].replace("/", "-"))
    publishes_news(visitor)


def publishes_news(visitor):
    """Goes back from the check to mend a word: nothing typed is lost."""
    visitor.open("/desk/settings/parts/news/item", look=False)
    typed = {"news": "2569-water", "title.th": "งดจ่ายน้ำ", "body.th": "วันที่ 5 เวลา 9.00 น."}
    for name, text in typed.items():
        visitor.type(visitor.page.locator(f"main [name='{name}']"), text)
    visitor.press("ตรวจก่อนบันทึก", None, "news-check")
    visitor.press("กลับไปแก้ไข", None, "news-again")
    for name, text in typed.items():
        if visitor.page.locator(f"main [name='{name}']").input_value() != text:
            visitor.issue("kept", f"{name} is gone after going back")
    visitor.press("ตรวจก่อนบันทึก", None)
    visitor.press("ยืนยันและบันทึก", None)
    visitor.open("", look=False)
    visitor.expect("งดจ่ายน้ำ")


def others(visitor, root):
    """Auditor, data protection officer, whoever checks identities."""
    for officer, start, deeper in (
        ("auditor", "/desk/audit", "/desk/audit/"), ("dpo", "/desk/privacy", "/desk/privacy/"),
        ("identity-1", "/desk/identities", "/desk/identities/"),
    ):
        visitor.context.clear_cookies()
        sign_in(visitor, officer)
        visitor.open(start)
        visit_all(visitor, [path for path in links(visitor, deeper) if "/bytes" not in path][:6], root)


def typist(visitor, root):
    """Never touches a mouse: the keys of the list, a case, an act, and back."""
    sign_in(visitor, "front-2")
    number = files(visitor, "ไฟทางดับ ทั้งซอย")
    page = visitor.page
    page.goto(visitor.base + "/desk?view=unclaimed")
    page.keyboard.press("?")
    if not page.locator("#keys").evaluate("e => e.open"):
        visitor.issue("keys", "? does not show the keys")
    for _ in range(60):
        page.keyboard.press("j")
        if page.evaluate("document.activeElement.textContent.trim()") == number:
            break
    else:
        visitor.issue("keys", f"j does not lead to {number}")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("x")
    if not page.locator(f"#case-{number} [name=pick]").is_checked():
        visitor.issue("keys", "x does not select")
    with page.expect_navigation():
        page.keyboard.press("c")
    visitor.expect("ก่อนทำ")
    visitor.activate(page.locator("main form button[type=submit]").last)
    visitor.expect("ทำแล้ว 1 เรื่อง")
    page.goto(visitor.base + "/desk")
    with page.expect_navigation():
        page.keyboard.press("g")
        page.keyboard.press("m")
    if "view=mine" not in page.url:
        visitor.issue("keys", f"g m leads to {page.url}")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if "/desk/cases/" not in page.url:
        visitor.issue("keys", f"Enter leads to {page.url}")
    page.goto(f"{visitor.base}/desk/cases/{number}/acts/note")
    visitor.type(page.locator("main [name=note]"), "โทรถามผู้ยื่นแล้ว")
    visitor.activate(page.locator("main form button.button[type=submit]").last)
    visitor.expect("บันทึกแล้ว")
    finds(visitor)
    page.goto(visitor.base + "/desk")
    visitor.reach(page.locator("#keys > summary"))
    page.keyboard.press("Enter")
    visitor.reach(page.locator("#keys-off"))
    page.keyboard.press("Space")
    visitor.step()
    before = page.url
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    if page.url != before:
        visitor.issue("keys", "they go on where they were switched off")


def finds(visitor):
    """One of many categories by a few letters, and what was chosen stays in sight."""
    page = visitor.page
    page.goto(visitor.base + "/desk")
    visitor.reach(page.locator("#filter details.more > summary"))
    page.keyboard.press("Enter")
    field = page.locator("input[aria-controls=filter-category]")
    whole = page.locator("#filter-category option").count()
    visitor.type(field, "ไฟฟ้า")
    left = page.locator("#filter-category option").all_inner_texts()
    if not 0 < len(left) < whole or not all("ไฟฟ้า" in name for name in left):
        visitor.issue("filter", f"ไฟฟ้า leaves {left} of {whole}")
    page.keyboard.press("Enter")
    chosen = "[...document.getElementById('filter-category').selectedOptions].map((o) => o.value)"
    if page.evaluate(chosen) != ["street-light"]:
        visitor.issue("filter", f"Enter chooses {page.evaluate(chosen)}")
    if page.locator("#filter-category option").count() != whole:
        visitor.issue("filter", "the list does not come back")
    visitor.activate(page.locator("#filter details.more button[type=submit]"))
    if "category=street-light" not in page.url:
        visitor.issue("filter", f"the filter leads to {page.url}")


def together(visitor, other):
    """Two officers fill in forms of one case: the later one is told what happened, and loses
    nothing."""
    sign_in(visitor, "front-1")
    sign_in(other, "front-2")
    number = files(visitor, "น้ำท่วมขังหน้าโรงเรียน")
    for one in (visitor, other):
        one.open(f"/desk/cases/{number}/acts/set-urgency", look=False)
    other.page.locator("main [name=choice][value=urgent]").check()
    other.press("กำหนดความเร่งด่วน", None)
    other.expect("บันทึกแล้ว")
    visitor.page.locator("main [name=choice][value=emergency]").check()
    visitor.fill_named(reason="นักเรียนเดินผ่าน")
    visitor.press("กำหนดความเร่งด่วน", None, "stale")
    visitor.expect("สิ่งที่เกิดขึ้นหลังจากท่านเปิดหน้านี้")
    if visitor.page.locator("main [name=reason]").input_value() != "นักเรียนเดินผ่าน":
        visitor.issue("kept", "what was typed is gone where somebody was faster")
    visitor.press("กำหนดความเร่งด่วน", None)
    visitor.expect("บันทึกแล้ว")
    # Presence is soft: it tells, and locks nobody out.
    other.open(f"/desk/cases/{number}", look=False)
    if not other.page.locator("[data-presence]").inner_text().strip():
        other.issue("presence", "nobody is said to have the case open")


def many(visitor, other):
    """Many cases at once, of which one was changed and one closed meanwhile: each says what became
    of it, and the others are done."""
    sign_in(visitor, "front-1")
    sign_in(other, "front-3")
    numbers = [files(visitor, f"ท่อระบายน้ำอุดตันจุดที่ {place}") for place in range(1, 5)]
    visitor.open("/desk?view=unclaimed", look=False)
    for number in numbers:
        visitor.page.locator(f"#case-{number} [name=pick]").check()
    visitor.page.locator("#act").select_option("receive")
    visitor.press("ดูก่อนทำกับเรื่องที่เลือก", None, "bulk-preview")
    visitor.expect("จะทำ 4 เรื่อง")
    for number in numbers[1:3]:
        other.open(f"/desk/cases/{number}", look=False)
        other.press("รับเรื่อง", None)
    visitor.fill_named(comment="รับพร้อมกันตอนเช้า")
    visitor.go_on("bulk-result")
    visitor.expect("ทำแล้ว 2 เรื่อง ไม่ได้ทำ 2 เรื่อง")
    rows = visitor.page.locator("main tbody tr").all_inner_texts()
    wanted = [("ทำแล้ว" if number in (numbers[0], numbers[3]) else "ไม่ได้ทำ") for number in numbers]
    for number, word in zip(numbers, wanted):
        row = next((row for row in rows if number in row), "")
        if word not in row or (word == "ทำแล้ว" and "ไม่ได้ทำ" in row):
            visitor.issue("bulk", f"{number} is not {word}: {row}")
    visitor.open(f"/desk/cases/{numbers[3]}", look=False)
    visitor.expect("รับพร้อมกันตอนเช้า")


def live(visitor, other):
    """The list follows the office by itself, and again after the connection was lost."""
    sign_in(visitor, "front-1")
    sign_in(other, "front-2")
    page = visitor.page
    page.goto(visitor.base + "/desk?view=unclaimed")
    page.mouse.move(0, 0)

    def count():
        return page.locator("#views a[data-key=u] .count").inner_text().strip()

    def follows(what, number):
        try:
            page.wait_for_selector(f"#case-{number}, #moved", state="attached", timeout=60_000)
        except Exception:
            visitor.issue("live", f"{what}: {number} did not come")

    before = count()
    follows("at once", files(other, "กลิ่นเหม็นจากบ่อบำบัด"))
    if count() == before:
        visitor.issue("live", "the count stands still")
    visitor.context.set_offline(True)
    page.wait_for_timeout(1500)
    lost = files(other, "เสียงดังยามวิกาล")
    visitor.context.set_offline(False)
    follows("after the connection was lost", lost)
    follows("and goes on", files(other, "สุนัขจรจัดหน้าวัด"))


def main():
    base = sys.argv[1]
    root = "/" + base.split("/", 3)[3]
    found = SimpleNamespace(walks=[], issues=[], pages=None, devices=None)
    found.shots = sys.argv[2] if len(sys.argv) > 2 else None
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as pages:
        found.pages, found.devices = pages, playwright.devices
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )

        def walk(name, body, *words, kind=Visitor, beside=False, **how):
            visitor = kind(found, browser, base, name, **how)
            colleague = Visitor(found, browser, base, f"{name}-other", phone=False) if beside else None
            try:
                body(visitor, *([colleague] if beside else words))
                visitor.done()
            except Exception as error:
                visitor.issue("stopped", f"{visitor.page.url}: {str(error).splitlines()[0]}")
                visitor.context.close()
            if colleague:
                colleague.context.close()

        walk("front-phone", front, root)
        walk("front-plain", front, root, phone=False, scripts=False)
        walk("head", head, root, phone=False)
        walk("administrator", administrator, root, phone=False)
        walk("others", others, root)
        walk("keyboard", typist, root, kind=Typist, phone=False)
        walk("together", together, beside=True, phone=False)
        walk("many", many, beside=True, phone=False)
        walk("live", live, beside=True, phone=False)
        browser.close()
        for fault in faults(pages):
            found.issues.append({"walk": "html", "kind": "not valid", "what": fault})
    print(json.dumps({"walks": found.walks, "issues": found.issues}, ensure_ascii=False))


if __name__ == "__main__":
    main()
