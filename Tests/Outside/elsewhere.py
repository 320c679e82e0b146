"""An officer of one office at the desk of another, in a real browser: by address, with the cookies of
the own office under the other's names, and with a form that is sent past every page.

    elsewhere.py BASE OTHER

BASE and OTHER are the addresses of two offices that one server serves. Both have a `front-1` with
the same password, and the officer of OTHER is that one: who somebody is in one office says nothing
in the next. Prints JSON: the doors that were tried, and those that gave way.
"""

import json
import sys
from types import SimpleNamespace

from playwright.sync_api import sync_playwright

from desk import files, sign_in
from visitor import Visitor

SUBJECT, NOTE = "ถนนทรุดหน้าตลาดเก่า", "บันทึกจากคนนอก"


def pages_of(number):
    case = f"/desk/cases/{number}"
    return [
        case, f"{case}?show=views", f"{case}/presence", f"{case}/acts/note", f"{case}/acts/answer",
        f"{case}/receipt.tlog-proof", f"/desk/filed/{number}", f"/desk/filed/{number}/sheet.pdf",
        "/desk", "/desk?view=all", "/desk/queue.csv", "/desk/export", "/desk/figures", "/desk/me",
    ]


def borrow(context, own, other):
    """Everything that the own office's browser is known by, under the other office's names."""
    context.add_cookies(
        [
            {**cookie, "name": cookie["name"].replace(own, other), "path": cookie["path"].replace(own, other)}
            for cookie in context.cookies()
            if own in cookie["name"]
        ]
    )


def ask(stranger, base, number, tried, how):
    """Opens every page of the case and of the desk: each leads to the sign-in and says nothing."""
    for path in pages_of(number):
        page = stranger.page
        page.goto(base + path)
        tried.append(f"{how} {path.replace(number, '{number}')}")
        if not page.url.startswith(f"{base}/desk/sign-in"):
            stranger.issue("open", f"{how}: {path} leads to {page.url}")
        if SUBJECT in page.content():
            stranger.issue("told", f"{how}: {path}")


def send(stranger, base, number, tried, how):
    """A form that no page of that office has given out, with a token of the own one."""
    own = stranger.page
    own.goto(f"{stranger.base}/desk/filing")
    token = own.locator("main form input[name=form]").first.input_value()
    path = f"/desk/cases/{number}/acts/note"
    answer = stranger.context.request.post(
        base + path, multipart={"form": token, "note": NOTE, "version": "1"}, max_redirects=0
    )
    tried.append(f"{how} POST")
    # On to the sign-in; or, where no page of that office was ever shown, no such form.
    if answer.status not in (303, 403) or NOTE in answer.text():
        stranger.issue("open", f"{how}: POST {answer.status}")
    if answer.status == 303 and "/desk/sign-in" not in answer.headers["location"]:
        stranger.issue("open", f"{how}: POST leads to {answer.headers['location']}")


def main():
    base, other = sys.argv[1:3]
    found = SimpleNamespace(walks=[], issues=[], pages=None, devices=None, shots=None)
    tried = []
    with sync_playwright() as playwright:
        found.devices = playwright.devices
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        owner = Visitor(found, browser, base, "owner", phone=False)
        sign_in(owner, "front-1")
        number = files(owner, SUBJECT)
        stranger = Visitor(found, browser, other, "stranger", phone=False)
        sign_in(stranger, "front-1")
        stranger.open(f"/desk/cases/{number}", look=False, status=404)
        if SUBJECT in stranger.page.content():
            stranger.issue("told", "at the own desk")
        names = [address.rsplit("/", 1)[1] for address in (other, base)]
        for how in ("by address", "with borrowed cookies"):
            ask(stranger, base, number, tried, how)
            send(stranger, base, number, tried, how)
            borrow(stranger.context, *names)
        # At home the officer is still at work, and the case is as it was.
        stranger.open("/desk", look=False)
        if "/desk/sign-in" in stranger.page.url:
            stranger.issue("shut", "the own desk")
        owner.open(f"/desk/cases/{number}", look=False)
        owner.expect(SUBJECT)
        if NOTE in owner.page.content():
            owner.issue("open", "the note was taken")
        browser.close()
    print(json.dumps({"walks": tried, "issues": found.issues}, ensure_ascii=False))


if __name__ == "__main__":
    main()
