"""Every act of the desk, done in a real browser by officers of several roles: each is chosen from the
case's own menu, filled in as a person does, and sent; the case says that it was recorded.

    acts.py BASE PHOTO

BASE is the address of a made-up office in service, PHOTO a picture that goes with some acts. Prints
JSON: the acts that were done, and all that was found on the way.
"""

import json
import re
import sys
from types import SimpleNamespace

from playwright.sync_api import sync_playwright

from desk import sign_in
from visitor import Visitor

# Who does what, and what is typed. FIRST is the first that may be chosen, PHOTO a file, OTHER the
# number of the case before.
FIRST, PHOTO, OTHER = "first", "photo", "other"
RECEIVER, HANDLER, HEAD, CLERK = "front-1", "works-1", "works-head", "palad"

COMPLAINT = [
    (RECEIVER, "set-urgency", {"choice": "urgent", "reason": "มีคนล้ม"}),
    (RECEIVER, "receive", {}),
    (RECEIVER, "assign", {"choice": HANDLER, "note": "ฝากด้วย"}),
    (HANDLER, "start", {}),
    (HANDLER, "note", {"note": "โทรหาช่างแล้ว", "files": PHOTO}),
    (HANDLER, "answer", {"message": "ช่างจะไปพรุ่งนี้", "files": PHOTO}),
    (HANDLER, "message", {"channel": "phone", "message": "ถามความคืบหน้า"}),
    (HANDLER, "attach", {"files": PHOTO}),
    (HANDLER, "notice-delay", {"choice": "finish", "reason": "ฝนตกหนัก"}),
    (
        HANDLER, "set-appointment",
        {"at-day": "20", "at-month": "3", "at-year": "2590", "time": "09:30", "place": "หน้าตลาด"},
    ),
    (HANDLER, "cancel-appointment", {"choice": FIRST, "reason": "ฝนตก"}),
    (HANDLER, "issue-document", {"kind": "certificate", "holder": "สมหมาย ทดสอบดี"}),
    (HANDLER, "revoke-document", {"choice": FIRST, "reason": "พิมพ์ผิด"}),
    (HANDLER, "record-payment", {"amount": "100.00", "method": "cash", "payer": "สมหมาย"}),
    (HANDLER, "certify-copies", {"files": PHOTO}),
    (HANDLER, "check-identity", {"method": "card", "outcome": "matched"}),
    (HANDLER, "set-confidentiality", {"reason": "กลัวถูกข่มขู่"}),
    (CLERK, "set-confidentiality", {"reason": "พ้นเหตุแล้ว", "category": "road"}),
    (HANDLER, "wait-for", {"agency": FIRST, "reason": "ถนนร่วม"}),
    (HANDLER, "resume", {}),
    (HANDLER, "ask-correction", {"defects": "ระบุจุด\nแนบภาพ"}),
    (HANDLER, "correct", {"message": "ผู้ยื่นนำแผนที่มาให้", "files": PHOTO}),
    (HANDLER, "accept-correction", {}),
    (HANDLER, "release", {}),
    (HANDLER, "claim", {}),
    (HEAD, "take-over", {"reason": "เจ้าของเรื่องลา"}),
    (HEAD, "complete", {"choice": FIRST, "result": "ซ่อมแล้ว", "files": PHOTO}),
    (HEAD, "reopen", {"choice": "mistake", "reason": "ปิดผิดเรื่อง"}),
    (HEAD, "reject", {"choice": FIRST, "reason": "ถนนส่วนบุคคล", "remedy": "อุทธรณ์ได้ใน 15 วัน"}),
    (CLERK, "reopen", {"choice": "appeal", "reason": "อุทธรณ์ฟังขึ้น"}),
]

AGAIN = [
    (RECEIVER, "reset-tracking", {}),
    (RECEIVER, "dismiss-duplicate", {"other": OTHER, "reason": "คนละจุด"}),
    (RECEIVER, "merge", {"other": OTHER, "reason": "เรื่องเดียวกัน"}),
    (RECEIVER, "unmerge", {"reason": "รวมผิด"}),
    (RECEIVER, "withdraw", {"channel": "phone", "reason": "ผู้ยื่นขอถอน"}),
    (RECEIVER, "reopen", {"choice": "office", "reason": "ยังไม่จบ"}),
    (
        RECEIVER, "refer",
        {"agency": FIRST, "notice": "กรมทางหลวงรับผิดชอบ", "manner": "forwarded"},
    ),
    (RECEIVER, "reopen", {"choice": "office", "reason": "ส่งคืนมา"}),
    (RECEIVER, "recategorise", {"choice": "drain"}),
    (RECEIVER, "forward", {"choice": "health", "reason": "เป็นเรื่องกลิ่น"}),
]

PERMIT = [
    (RECEIVER, "receive", {}),
    (RECEIVER, "start", {}),
    (RECEIVER, "extend", {"choice": FIRST, "reason": "รองบประมาณ"}),
    (HEAD, "change-definition", {"choice": FIRST, "reason": "ยื่นผิดบริการ"}),
]

PERSON = {"given": "สมหมาย", "family": "ทดสอบดี", "phone": "081-000-0088", "details": "ขอให้ตรวจสอบ"}
CASES = [
    ("complaint", {"category": "road", "subject": "ถนนทรุด"}, COMPLAINT),
    ("complaint", {"category": "road", "subject": "ถนนทรุดอีกจุด"}, AGAIN),
    (
        "building-permit",
        {"applicant-kind": "person", "subject": "สร้างบ้านชั้นเดียว", "place": "ข้างวัด"}, PERMIT,
    ),
]


def put(page, name, value, photo):
    """Into a field, whatever kind it is."""
    field = page.locator(f"main form [name='{name}']")
    kind = field.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
    if kind == "file":
        field.set_input_files(photo)
    elif kind == "select":
        chosen = {"index": 1} if value == FIRST else {"value": value}
        field.select_option(**chosen)
    elif kind in ("radio", "checkbox"):
        (field.first if value == FIRST else field.and_(page.locator(f"[value='{value}']"))).check()
    else:
        field.fill(value)


def choose(visitor, number, act):
    """From the menu of the case, folded groups opened; a step that asks nothing is a button there."""
    page = visitor.page
    page.goto(f"{visitor.base}/desk/cases/{number}")
    page.evaluate("document.querySelectorAll('.acts details').forEach((group) => (group.open = true))")
    there = page.locator(
        f".acts a[href*='/acts/{act}'], .acts form[action*='/acts/{act}'] button"
    )
    there.first.click()
    page.wait_for_load_state()


def do(visitor, number, act, fields, photo):
    page = visitor.page
    choose(visitor, number, act)
    for name, value in fields.items():
        put(page, name, value, photo)
    # Some are shown once more before they are done.
    for _ in range(2):
        if "done=" in page.url:
            break
        page.locator("main form button.button[type=submit]:not(.second,.plain)").last.click()
        page.wait_for_load_state()
    summary = page.locator(".summary")
    if summary.count():
        visitor.issue("refused", f"{act}: {summary.first.inner_text()}")
    elif f"done={act}" in page.url:
        visitor.expect("บันทึกแล้ว")
    elif "บันทึกแล้ว" not in page.content():
        visitor.issue("not done", f"{act}: {page.url}")


def comes_in(visitor, service, fields, photo):
    """Somebody comes to the counter; the number of the case."""
    page = visitor.page
    page.goto(f"{visitor.base}/desk/filing")
    page.locator("main [name=service]").select_option(service)
    visitor.go_on()
    for name, value in {**PERSON, **fields}.items():
        put(page, name, value, photo)
    visitor.go_on()
    return re.search(r"/desk/filed/([^/?]+)", page.url).group(1)


def main():
    base, photo = sys.argv[1:3]
    found = SimpleNamespace(walks=[], issues=[], pages=None, devices=None, shots=None)
    done = []
    with sync_playwright() as playwright:
        found.devices = playwright.devices
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        officers = {}
        for officer in (RECEIVER, HANDLER, HEAD, CLERK):
            officers[officer] = Visitor(found, browser, base, officer, phone=officer == HANDLER)
            sign_in(officers[officer], officer)
        front = officers[RECEIVER]
        before = None
        for service, asked, course in CASES:
            number = comes_in(front, service, asked, photo)
            for officer, act, fields in course:
                fields = {name: before if value == OTHER else value for name, value in fields.items()}
                try:
                    do(officers[officer], number, act, fields, photo)
                    done.append(act)
                except Exception as error:
                    page = officers[officer].page
                    officers[officer].issue("stopped", f"{act} {page.url}: {str(error)[:300]}")
            before = number
        browser.close()
    print(json.dumps({"walks": sorted(set(done)), "issues": found.issues}, ensure_ascii=False))


if __name__ == "__main__":
    main()
