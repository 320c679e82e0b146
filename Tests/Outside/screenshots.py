"""Makes pictures of the main pages, each on a phone and on a desktop.

    screenshots.py BASE PHOTO FOLDER
"""

import io
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

base, photo, folder = sys.argv[1:4]

# Of a long page a phone shows so many screens: more of a list says nothing more.
MOST_SCREENS = 4
# A page has few colours; those that are left out are shades at the edges of letters.
COLOURS = 128


def keep(page, name, kind):
    picture = Image.open(io.BytesIO(page.screenshot(full_page=kind == "phone"))).convert("RGB")
    screen = picture.width * page.viewport_size["height"] // page.viewport_size["width"]
    picture = picture.crop((0, 0, picture.width, min(picture.height, screen * MOST_SCREENS)))
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(
        f"{folder}/{name}-{kind}.png", optimize=True
    )


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def walk(page, kind):
    page.goto(base)
    keep(page, "home", kind)
    page.goto(f"{base}/services")
    keep(page, "services", kind)
    page.goto(f"{base}/services/building-permit")
    keep(page, "service", kind)
    page.goto(f"{base}/register")
    keep(page, "terms", kind)
    page.goto(f"{base}/services/grievance")
    press(page, "เริ่มยื่นเรื่อง")
    page.get_by_label("ไฟฟ้าสาธารณะ").check()
    press(page, "ต่อไป")
    press(page, "ต่อไป")
    keep(page, "issue", kind)
    page.get_by_label("เรื่อง", exact=True).fill("ไฟทางดับหน้าโรงเรียน")
    page.get_by_label("รายละเอียด", exact=True).fill("ดับมาสามคืนแล้ว มืดและอันตรายสำหรับเด็ก")
    press(page, "ต่อไป")
    page.get_by_label("สถานที่ (ถ้ามี)").fill("หน้าโรงเรียนบ้านตัวอย่าง ฝั่งตลาด")
    keep(page, "place", kind)
    press(page, "ต่อไป")
    page.set_input_files("#other", photo)
    press(page, "แนบไฟล์ที่เลือก")
    keep(page, "documents", kind)
    press(page, "ต่อไป")
    page.get_by_label("ชื่อ", exact=True).fill("สมหญิง")
    page.get_by_label("นามสกุล").fill("สมมติ")
    page.get_by_label("เบอร์โทรศัพท์").fill("081 000 0042")
    press(page, "ต่อไป")
    keep(page, "check", kind)
    page.get_by_label("ข้าพเจ้ายอมรับเงื่อนไข").check()
    press(page, "ส่งเรื่อง")
    keep(page, "filed", kind)
    page.get_by_role("link", name="ดูคำร้อง").click()
    keep(page, "case", kind)


def desk(page, kind):
    """The officers' desk, as the officers of the made-up office see it."""
    for officer, pages in (
        ("front-1", {"desk-queue": "/desk", "desk-figures": "/desk/figures"}),
        ("admin", {"desk-settings": "/desk/settings", "desk-officers": "/desk/officers"}),
    ):
        page.goto(f"{base}/desk/sign-in")
        page.get_by_label("รหัสเจ้าหน้าที่").fill(officer)
        page.get_by_label("รหัสผ่าน", exact=True).fill("Sathit#2567")
        press(page, "เข้าสู่ระบบ")
        for name, path in pages.items():
            page.goto(base + path)
            keep(page, name, kind)
        if officer == "front-1":
            page.goto(f"{base}/desk")
            page.locator("a[href*='/desk/cases/']").first.click()
            page.wait_for_load_state()
            keep(page, "desk-case", kind)
            page.goto(f"{base}/desk/filing")
            page.get_by_label("เรื่องอะไร").select_option("complaint")
            press(page, "เริ่มกรอก")
            keep(page, "desk-filing", kind)
        press(page, "ออกจากระบบ")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    phone = dict(playwright.devices["Pixel 7"], device_scale_factor=1.5)
    for kind, device in (("phone", phone), ("desktop", {"viewport": {"width": 1100, "height": 850}})):
        context = browser.new_context(**device, locale="th-TH", timezone_id="Asia/Bangkok")
        walk(context.new_page(), kind)
        desk(context.new_page(), kind)
        context.close()
    browser.close()
