"""Looks at every page that somebody can come to, by following the links: as a guest, as citizens, as
officers of each role, on a desktop and on a phone.

    every_page.py BASE PATTERNS PHOTO CLERK DATA KEYS OFFICE [SHOTS]

BASE is the address of a made-up office in service, and PATTERNS, as JSON, what can be got there:
`/cases/{number}` and so on. CLERK is the program that does what its officers do. With SHOTS, a
picture of each page is left in that folder. Prints JSON: the walks that came to their end, how many
pages were looked at, and all that was found on the way; also a pattern that no link has led to.
"""

import base64
import hmac
import json
import re
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Error, sync_playwright

import desk
import portal
from validity import faults
from visitor import Visitor

DESKTOP, PHONE = {"width": 1200, "height": 900}, {"width": 360, "height": 740}

# These parts of an address say which page it is; all others which case, person or file it is about.
CHOOSING = {"act", "kind", "page", "part", "sheet", "step"}
CHOOSING_VALUES = {"show"}
# Where one came from.
PAST = {"done", "from", "next"}
# So many of each page, for one case is not like another.
EACH = 2

# What no page links to. None of it is a page.
UNLINKED = {
    "/account/access/answer.zip": "a file, there once the office has answered",
    "/cases/{number}/events/{position}/{file}": "a file that an officer has attached",
    "/desk/cases/{number}/presence": "a script asks",
    "/desk/filing/{id}/files/{file}": "a file of what is half filled in",
    "/desk/live": "a script asks",
    "/desk/privacy/{account}/certificate.pdf": "there once the keys are destroyed",
    "/desk/privacy/{account}/erased.tlog-proof": "there once the keys are destroyed",
    "/desk/privacy/{account}/erasure-completed.tlog-proof": "there once the keys are destroyed",
    "/desk/systems/{system}": "there once a system is connected",
    "/filings/{id}/files/{file}": "a file of what is half filled in",
    "/log/checkpoint.witnessed": "programs ask",
    "/log/tile/{level}/{1}": "programs ask",
    "/log/tile/{level}/{1}/{2}": "programs ask",
    "/log/tile/{level}/{1}/{2}/{3}": "programs ask",
    "/log/tile/{level}/{1}/{2}/{3}/{4}": "programs ask",
    "/log/tile/{level}/{1}/{2}/{3}/{4}/{5}": "programs ask",
    "/log/vkey": "programs ask",
    "/login/with/{provider}/back": "the provider sends people there, and they are sent on",
    "/register/photos/{code}": "a picture of what is half filled in",
    "/reset/{token}": "in an e-mail, where an office allows that",
    "/witness/vkey": "programs ask",
    "/witness/{origin}/checkpoint": "programs ask",
}

LINKS = """() => [...document.querySelectorAll("a[href], img[src]")].map((e) => e.href ?? e.src).concat(
  [...document.querySelectorAll("form")].filter((form) => form.method === "get").map((form) => {
    const to = new URL(form.action);
    to.search = new URLSearchParams(new FormData(form));
    return to.href;
  }))"""

# What a page is made of: kinds of elements in kinds of elements.
SHAPE = """() => [...new Set([...document.querySelectorAll("body *")].map((e) => {
  const name = (e) => [e.tagName, ...e.classList, e.getAttribute("role"), e.type].join(".");
  return `${name(e.parentElement)}>${name(e)}`;
}))]"""


class Addresses:
    """Which page an address is of."""

    def __init__(self, base, patterns):
        self.base = base
        known = sorted(patterns, key=lambda pattern: (pattern.count("{"), -len(pattern)))
        self.known = [(pattern, self.expression(pattern)) for pattern in known]

    def expression(self, pattern):
        parts = re.split(r"\{([^}]*)\}", pattern)
        names = [f"(?P<{name}>[^/]+)" if name.isalpha() else "[^/]+" for name in parts[1::2]]
        texts = [re.escape(text) for text in parts[::2]]
        return re.compile("".join(text + name for text, name in zip(texts, names + [""])))

    def path(self, link):
        """An address of this office below its own, in the language that was asked for."""
        path = link.partition("#")[0].removeprefix(self.base)
        is_here = link.startswith(self.base) and path[:1] in ("", "/", "?")
        return path if is_here and "lang=" not in path else None

    def kind(self, path):
        """The pattern, and the pattern with what chooses a page filled in."""
        parts = urlsplit(path)
        for pattern, expression in self.known:
            if found := expression.fullmatch(parts.path):
                break
        else:
            return None, parts.path
        kind = pattern
        for name, value in found.groupdict().items():
            if name in CHOOSING:
                kind = kind.replace(f"{{{name}}}", value)
        asked = sorted(
            f"{name}={value}" if name in CHOOSING_VALUES else name
            for name, value in parse_qsl(parts.query)
            if name not in PAST
        )
        return pattern, "?".join([kind] + (["&".join(asked)] if asked else []))


class Follower(Visitor):
    """Follows every link."""

    def __init__(self, found, *words, **how):
        super().__init__(found, *words, phone=False, **how)

    @property
    def here(self):
        return self.found.addresses.path(self.page.url)

    def look(self, name):
        """A page on the way to where links begin, as it is met first; its mistakes have own walks."""
        if name is not None and self.here is not None:
            pattern, kind = self.found.addresses.kind(self.here)
            if kind not in self.found.kinds:
                self.study(pattern, kind)

    def crawl(self, *starts):
        waiting, met, times = deque([self.here, *starts]), set(), Counter()
        while waiting:
            path = waiting.popleft()
            pattern, kind = self.found.addresses.kind(path)
            if path in met or times[kind] >= EACH:
                continue
            met.add(path)
            times[kind] += 1
            if self.comes_to(path, pattern):
                if self.here is not None:
                    met.add(self.here)
                    self.study(*self.found.addresses.kind(self.here))
                    links = [self.found.addresses.path(link) for link in self.page.evaluate(LINKS)]
                    waiting.extend(link for link in links if link is not None)

    def comes_to(self, path, pattern):
        """Whether there is a page, and not a file."""
        try:
            answer = self.page.goto(self.base + path)
        except Error as error:
            if "Download is starting" not in str(error):
                raise
            self.found.reached.add(pattern)
            return False
        if answer.status >= 400:
            self.issue("link", f"{path}: {answer.status}")
        self.found.reached.add(pattern)
        return "text/html" in answer.headers.get("content-type", "")

    def study(self, pattern, kind):
        """Each kind of page once, and again where it holds what none at its address has held."""
        self.found.reached.add(pattern)
        shape, known = set(self.page.evaluate(SHAPE)), self.found.shapes.setdefault(pattern, set())
        if kind in self.found.kinds and shape <= known:
            return
        self.found.kinds.add(kind)
        known |= shape
        self.found.looks += 1
        name = re.sub(r"[^a-z0-9]+", "-", kind.lower()).strip("-") or "home"
        self.page.set_viewport_size(DESKTOP)
        Visitor.look(self, name)
        self.phone = True
        self.page.set_viewport_size(PHONE)
        self.keep_picture(name)
        self.check_rules(f"{name} on a phone")
        self.phone = False
        self.page.set_viewport_size(DESKTOP)


def six_digits(secret):
    """What an authenticator app shows."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    mac = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    place = mac[-1] & 15
    return f"{int.from_bytes(mac[place : place + 4]) % 2**31 % 10**6:06}"


def guest(visitor, photo, clerk):
    """Files without an account, and reads all that is public."""
    visitor.open("/services/complaint")
    visitor.go_on("first-step")
    visitor.crawl("", "/v1/docs")
    number = portal.guest_files(visitor, photo)
    visitor.crawl()
    visitor.context.clear_cookies()
    visitor.open("/track", look=False)
    visitor.fill_named(number=number, digits="0042")
    visitor.go_on("tracked")
    visitor.crawl()


def citizen(visitor, photo, clerk):
    """Has cases that the office waits for and has answered, a licence, and wants to be forgotten."""
    portal.registers(visitor, photo, portal.SOMSRI)
    visitor.open("/services/suggestion")
    visitor.go_on("first-step")
    waits, answered = (portal.files_on_paper(visitor, photo) for _ in range(2))
    clerk("return", waits)
    for step in ("issue", "complete"):
        clerk(step, answered)
    visitor.found.answered = answered
    visitor.open("/account/picture", look=False)
    visitor.attach("input[type=file]", photo)
    visitor.go_on("picture")
    visitor.come_to(f"/cases/{answered}", "ประเมินความพึงพอใจ")
    visitor.crawl("/account", f"/cases/{waits}", f"/cases/{answered}/reopen", "/filings")
    portal.confirms(visitor, portal.SOMSRI)
    visitor.open("/account/access")
    visitor.go_on("access-asked")
    visitor.open("/account/erasure", look=False)
    visitor.tick(visitor.page.locator("main [name=understood]"))
    visitor.go_on("erasure-asked")
    portal.forgets(visitor, portal.SOMSRI)


def vouched(visitor, photo, clerk):
    """Is known by ThaiD."""
    visitor.open("/login/with/thaid", look=False)
    visitor.crawl()
    visitor.open("/login/with/thaid", look=False)
    visitor.tick(visitor.page.locator("main [name=agree]"))
    visitor.fill_named(email="somchai@example.com", phone="081 000 0001")
    visitor.go_on("account")
    visitor.crawl()


def officer(name, *starts, prepare=lambda visitor: ()):
    def walk(visitor, photo, clerk):
        visitor.open("/desk/sign-in")
        desk.sign_in(visitor, name)
        home = visitor.here
        visitor.crawl(home, *starts, *prepare(visitor))

    return walk


def takes_in(visitor):
    """Files for somebody at the counter, and leaves another filing half done."""
    visitor.open("/desk/filing", look=False)
    visitor.page.locator("main [name=service]").select_option("complaint")
    visitor.go_on("form")
    number = desk.files(visitor, "ถนนเป็นหลุมหน้าตลาด", "counter")
    for step in ("รับเรื่อง", "เริ่มดำเนินการ"):
        visitor.open(f"/desk/cases/{number}", look=False)
        visitor.press(step)
    return f"/desk/filed/{number}", "/desk/unsent"


def appoints(visitor):
    """Somebody new begins, who needs a second factor."""
    visitor.open("/desk/appoint", look=False)
    visitor.fill_named(
        officer="new-1", given_name="สมหวัง", family_name="ทดสอบดี", email="new-1@example.com"
    )
    visitor.tick(visitor.page.locator("main [name=role][value=legal]"))
    visitor.go_on("appointed")
    visitor.found.password = visitor.page.locator("main .secret").inner_text()
    return ()


def holds(visitor):
    """Keeps the data of a case that is over."""
    visitor.open(f"/desk/retention/{visitor.found.answered}")
    visitor.fill_named(reason="มีคดีในศาล")
    visitor.go_on("held")
    return ("/desk/retention", f"/desk/retention?number={visitor.found.answered}")


def verifies(visitor):
    """Has everything verified, and waits for the report."""
    visitor.open("/desk/audit/verification")
    visitor.page.locator("main form button").click()
    report = visitor.page.locator("main table a[href*='/desk/audit/verification/']")
    report.first.wait_for(timeout=60_000)
    return ("/desk/audit/verification",)


def newcomer(visitor, photo, clerk):
    """Chooses a password, sets the second factor up, and comes back with it."""
    visitor.open("/desk/sign-in")
    visitor.fill_named(officer="new-1", password=visitor.found.password)
    visitor.go_on("first-password")
    visitor.fill_named(password=portal.NEW_PASSWORD, password_again=portal.NEW_PASSWORD)
    visitor.go_on("second-factor")
    secret = visitor.page.locator("main .secret").inner_text()
    visitor.fill_named(code=six_digits(secret))
    visitor.go_on("desk")
    visitor.crawl()
    visitor.context.clear_cookies()
    visitor.open("/desk/sign-in")
    visitor.fill_named(officer="new-1", password=portal.NEW_PASSWORD)
    visitor.go_on("code")
    visitor.open("/desk/forgot")
    visitor.fill_named(who="new-1")
    visitor.go_on("forgot-code")
    visitor.fill_named(code=portal.code_of_letter(visitor))
    visitor.go_on("forgot-password")


WALKS = {
    "guest": guest, "citizen": citizen, "vouched": vouched,
    "receiver": officer("front-1", prepare=takes_in), "handler": officer("works-1"),
    "head": officer("works-head"),
    "clerk": officer(
        "palad", prepare=lambda visitor: [f"/desk/cases/{visitor.found.answered}"]
    ),
    "mayor": officer("mayor"),
    "deputy": officer("deputy-mayor"), "identities": officer("identity-1"),
    "privacy": officer("dpo", prepare=holds),
    "auditor": officer(
        "auditor", "/desk/audit/difference?from=100",
        "/desk/audit/difference?from=100&report=fiscal_years", "/desk/audit/past?report=fiscal_years",
        prepare=verifies,
    ),
    "administrator": officer("admin", prepare=appoints), "newcomer": newcomer,
}


def main():
    base, patterns, photo, clerk, *place = sys.argv[1:8]
    patterns = json.loads(patterns)
    found = SimpleNamespace(walks=[], issues=[], pages=None, devices=None, looks=0)
    found.reached, found.kinds, found.shapes = set(), set(), {}
    found.addresses = Addresses(base, patterns)
    found.shots = sys.argv[8] if len(sys.argv) > 8 else None

    def office(*words):
        subprocess.run([clerk, *place, *words], check=True, stdout=subprocess.DEVNULL)

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as pages:
        found.pages, found.devices = pages, playwright.devices
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for name, walk in WALKS.items():
            visitor = Follower(found, browser, base, name)
            try:
                walk(visitor, photo, office)
                visitor.done()
            except Exception as error:
                visitor.issue("stopped", f"{visitor.page.url}: {str(error).splitlines()[0]}")
                visitor.context.close()
        browser.close()
        for fault in faults(pages):
            found.issues.append({"walk": "html", "kind": "not valid", "what": fault})
    for pattern in sorted(set(patterns) - found.reached - set(UNLINKED)):
        found.issues.append({"walk": "all", "kind": "no link leads there", "what": pattern})
    print(json.dumps(
        {"walks": found.walks, "looks": found.looks, "issues": found.issues}, ensure_ascii=False))


if __name__ == "__main__":
    main()
