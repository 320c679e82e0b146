"""Visitors of the citizens' pages, each in a browser of his own: by hand, or by the keyboard alone.

Every page that a visitor comes to is looked at before the next step.
"""

import hashlib
import os

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
AXE = Axe().axe_script
# Only what is broken comes back: what is well is a hundred times as long.
BROKEN = """async (rules) => (await axe.run(rules)).violations.map(({ id, nodes }) =>
  ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) }))"""

# The narrowest that must do, and where one layout gives way to the next.
BETWEEN = (320, 720, 1070, 1100)

# What is wider than the window or than its place in a grid, and what is cut off: text in a box that
# hides what is too much. Boxes that scroll by themselves, and what only screen readers hear, are
# meant so; but a key must lead into such a box.
LOST = """() => {
  const lost = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) lost.push(`${scrollWidth} px wide at ${clientWidth}`);
  for (const e of document.querySelectorAll("main *, header *, nav *, footer *")) {
    const s = getComputedStyle(e);
    if (["auto", "scroll"].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1 &&
        e.tabIndex < 0 && !e.querySelector("a[href], button, input, select, [tabindex]"))
      lost.push(`no key scrolls: ${e.tagName} ${e.textContent.trim().slice(0, 40)}`);
    if (getComputedStyle(e.parentElement).display === "grid" && s.overflowX === "visible" &&
        e.scrollWidth > e.clientWidth + 1)
      lost.push(`over what is beside it: ${e.tagName}.${e.className} ${e.scrollWidth - e.clientWidth} px`);
    if (!["hidden", "clip"].includes(s.overflowX) || e.closest(".hidden, input, textarea, select"))
      continue;
    if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
      lost.push(`cut off: ${e.tagName} ${e.textContent.trim().slice(0, 40)}`);
  }
  return lost;
}"""

# Thai words on an English page, but for what is Thai by itself: the office's name, what people and
# the office have written, and what is marked as Thai.
THAI = """() => {
  const left = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (!/[\u0E01-\u0E5B]{2,}/.test(text) || parent.closest("[lang=th], .said, td, dd")) continue;
    left.push(text.slice(0, 60));
  }
  return left;
}"""

# Where the focus is: its words, and what keeps a person from seeing it.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const s = getComputedStyle(e), box = e.getClientRects()[0];
  const name = (e.labels?.[0]?.textContent ?? e.textContent ?? e.name ?? "").trim().slice(0, 40);
  const issues = [];
  if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) issues.push("no outline");
  if (!box || !box.width || !box.height) issues.push("no room");
  else {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (left >= right || top >= bottom) issues.push("not in the window");
    else {
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (there && !e.contains(there) && !there.contains(e)) issues.push(`under ${there.tagName}`);
    }
  }
  return { name, issues };
}"""


class Visitor:
    """By hand: a finger on a telephone or a mouse on a desktop."""

    def __init__(self, found, browser, base, name, *, phone=True, scripts=True, thai=True, **context):
        device = dict(found.devices["Pixel 7"]) if phone else {"viewport": {"width": 1200, "height": 900}}
        self.context = browser.new_context(
            **device, **context, locale="th-TH", timezone_id="Asia/Bangkok", java_script_enabled=scripts
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(40_000)
        self.found, self.base, self.name = found, base, name
        self.phone, self.scripts, self.thai = phone, scripts, thai
        self.count, self.answer = 0, None
        self.page.on("pageerror", lambda error: self.issue("script", str(error)))
        self.page.on("response", self.hear)

    def hear(self, answer):
        """Keeps the last document: its bytes are what is validated, not what the browser made of it."""
        if answer.request.is_navigation_request() and answer.status // 100 != 3:
            self.answer = answer

    def issue(self, kind, what):
        self.found.issues.append({"walk": self.name, "kind": kind, "what": what})

    def say(self, thai, english):
        return thai if self.thai else english

    # What a person does.

    def open(self, path="", look=True, status=200):
        answer = self.page.goto(self.base + path)
        if answer.status != status:
            self.issue("status", f"{path}: {answer.status}")
        if look:
            self.look(path.strip("/").split("?")[0] or "home")

    def press(self, thai, english=None, look=None):
        """A button of the page; those of the banner are not meant."""
        name = self.say(thai, english)
        self.activate(self.page.locator("main").get_by_role("button", name=name, exact=True))
        self.look(look)

    def go_on(self, look=None):
        """The button that goes on, whatever it is called."""
        self.activate(self.page.locator("main form button.button[type=submit]:not(.second,.plain)").last)
        self.look(look)

    def follow(self, thai, english=None, look=None):
        link = self.page.locator("main").get_by_role("link", name=self.say(thai, english), exact=True)
        self.activate(link.first)
        self.look(look)

    def fill(self, thai, english, text):
        self.type(self.page.get_by_label(self.say(thai, english), exact=True), text)

    def fill_named(self, **fields):
        for name, text in fields.items():
            self.type(self.page.locator(f"main [name={name.replace('_', '-')}]"), text)

    def choose(self, thai, english=None):
        self.tick(self.page.get_by_label(self.say(thai, english), exact=True))

    def attach(self, selector, path):
        for control in self.page.locator(f"main {selector}").all():
            self.choose_file(control, path)

    def activate(self, target):
        target.click()
        self.page.wait_for_load_state()

    def type(self, target, text):
        target.fill(text)

    def tick(self, target):
        target.check()

    def choose_file(self, target, path):
        target.set_input_files(path)

    def select(self, target, index):
        target.select_option(index=index)

    # What is looked at on every page.

    def look(self, name):
        """axe, width as it is, in narrower windows and with text of 200 %, one language, one h1; kept."""
        if name is None:
            return
        page = self.page
        self.keep_html(name)
        if page.locator("h1").count() != 1:
            self.issue("heading", f"{name}: {page.locator('h1').count()} h1")
        wanted = self.say("th", "en")
        if page.locator("html").get_attribute("lang") != wanted:
            self.issue("language", f"{name}: not {wanted}")
        if not self.thai:
            self.read()
        # What only works with scripts waits hidden for them.
        for control in page.locator("main [hidden]:visible").all():
            self.issue("hidden", f"{name}: {control.inner_text()[:40]}")
        self.keep_picture(name)
        if self.scripts:
            self.check_rules(name)
            self.check_sizes(name)

    def check_rules(self, name):
        if self.page.evaluate("typeof axe === 'undefined'"):
            self.page.evaluate(AXE)
        for broken in self.page.evaluate(BROKEN, RULES):
            self.issue("axe", f"{name}: {broken['id']} {broken['nodes']}")

    def check_sizes(self, name):
        page, size = self.page, self.page.viewport_size
        for lost in page.evaluate(LOST):
            self.issue("width", f"{name}: {lost}")
        for width in BETWEEN:
            page.set_viewport_size({"width": width, "height": 640})
            for lost in page.evaluate(LOST):
                self.issue("reflow", f"{name} at {width} px: {lost}")
        page.set_viewport_size(size)
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        for lost in page.evaluate(LOST):
            self.issue("text of 200 %", f"{name}: {lost}")
        page.evaluate("document.documentElement.style.fontSize = ''")

    def keep_html(self, name):
        text = self.answer.body()
        mark = hashlib.sha256(text).hexdigest()[:8]
        path = f"{self.found.pages}/{self.name}-{name.replace('/', '-')}-{mark}.html"
        with open(path, "wb") as file:
            file.write(text)

    def keep_picture(self, name):
        if not self.found.shots:
            return
        self.count += 1
        os.makedirs(self.found.shots, exist_ok=True)
        kind = "phone" if self.phone else "desktop"
        path = f"{self.found.shots}/{self.name}-{self.count:02}-{name.replace('/', '-')}-{kind}.png"
        self.page.screenshot(path=path, full_page=True)

    def read(self):
        """Whether what stands there is in the language that was asked for."""
        office = self.page.locator(".banner").inner_text().split("\n")[0].strip()
        for text in self.page.evaluate(THAI):
            if text not in office:
                self.issue("language", f"{self.page.url}: {text}")

    # What is expected.

    def expect(self, text):
        if not self.page.get_by_text(text).first.is_visible():
            self.issue("missing", f"{self.page.url}: {text}")

    def come_to(self, path, text):
        """Opens a page until it says what the office has just done: views follow the log."""
        for _ in range(40):
            self.page.goto(self.base + path)
            if text in self.page.content():
                return
            self.page.wait_for_timeout(100)
        self.issue("missing", f"{path}: {text}")

    def focus_on_summary(self):
        if self.scripts and not self.page.evaluate(
            "document.activeElement.classList.contains('summary')"
        ):
            self.issue("focus", f"{self.page.url}: not on the summary")

    def done(self):
        self.found.walks.append(self.name)
        self.context.close()


class Typist(Visitor):
    """By the keyboard alone: whatever is wanted must be reached by the tab key, and be seen."""

    most_tabs = 150

    def look(self, name):
        """Others look at what these pages look like."""

    def step(self, key="Tab"):
        self.page.keyboard.press(key)
        focus = self.page.evaluate(FOCUS)
        for issue in focus["issues"] if focus else []:
            self.issue("focus", f"{self.page.url}: {issue} on “{focus['name']}”")

    def has_focus(self, target):
        return target.evaluate("e => e === document.activeElement")

    def reach(self, target, key="Tab"):
        target.wait_for(state="attached")
        for _ in range(self.most_tabs):
            if self.has_focus(target):
                return
            self.step(key)
        raise RuntimeError(f"the {key} key does not lead to {target}")

    def activate(self, target):
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, target, text):
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def tick(self, target):
        if target.get_attribute("type") == "radio":
            # One tab stop for all of a group, the arrows within it.
            group = f"input[name='{target.get_attribute('name')}']"
            for _ in range(self.most_tabs):
                if self.page.locator(group).evaluate_all("a => a.includes(document.activeElement)"):
                    break
                self.step()
            self.reach(target, "ArrowDown")
        else:
            self.reach(target)
        if not target.is_checked():
            self.page.keyboard.press("Space")

    def choose_file(self, target, path):
        # On a busy machine the browser may let a press go by without opening the dialog.
        for tries_left in range(3, -1, -1):
            self.reach(target)
            try:
                with self.page.expect_file_chooser(timeout=15_000) as chooser:
                    self.page.keyboard.press("Space")
                break
            except TimeoutError:
                if not tries_left:
                    raise
        chooser.value.set_files(path)

    def select(self, target, index):
        self.reach(target)
        for _ in range(index):
            self.page.keyboard.press("ArrowDown")
