"""Sends to a filing what nobody should send, and measures the server meanwhile.

    bad_uploads.py BASE PID PHOTO

BASE is the address of an office, PID its server's process, PHOTO a JPEG. Prints JSON: the status
and the reason for each bad file, what became of a body without end and of slow clients, and by how
much the process grew, in kB.
"""

import http.client
import io
import json
import re
import socket
import struct
import sys
import time
import zipfile
import zlib
from urllib.parse import urlencode, urlsplit

base, pid, photo = urlsplit(sys.argv[1]), sys.argv[2], open(sys.argv[3], "rb").read()
BOUNDARY = "----khamrong-outside"


class Guest:
    """One visitor without a browser: cookies, forms, and where it was sent."""

    def __init__(self):
        self.cookies, self.path, self.status, self.text = {}, "", 0, ""

    def go(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        connection = http.client.HTTPConnection(base.hostname, base.port, timeout=60)
        fields = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            fields["Content-Type"] = kind
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        self.path, self.status, self.text = path, answer.status, answer.read().decode()
        connection.close()
        if answer.status in (302, 303):
            self.go("GET", answer.getheader("Location"))

    def form(self, **fields):
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', self.text))
        return {**hidden, **fields}

    def send(self, **fields):
        self.go("POST", self.path.split("?")[0], urlencode(self.form(**fields)))

    def upload(self, name, content):
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in self.form(act="upload").items()
        ]
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="other"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n".encode()
        )
        body = b"".join(parts) + content + f"\r\n--{BOUNDARY}--\r\n".encode()
        self.go("POST", self.path, body, f"multipart/form-data; boundary={BOUNDARY}")
        found = re.search(r'class="error"[^>]*>([^<]*)', self.text)
        return [self.status, found.group(1) if found else ""]


def at_documents():
    """A filing that has come to where files are asked for."""
    guest = Guest()
    guest.go("GET", f"{base.path}/services/grievance")
    guest.go("POST", f"{base.path}/filings", urlencode(guest.form(service="grievance")))
    guest.send(category="road")
    guest.send(subject="หลุม", details="หลุมใหญ่")
    guest.send()
    return guest


def huge_picture():
    """A whole PNG of 20,000 by 20,000 in 200 kB: 1.6 GB once it is decoded."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pack = zlib.compressobj(9)
    rows = b"".join(pack.compress(bytes(1 + 20_000)) for _ in range(20_000)) + pack.flush()
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def bomb():
    """A document of 600 kB that unpacks into 600 MB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(bytes(1 << 20))
    return file.getvalue()


def endless(guest):
    """A body without end: how many MB were taken before the server had enough."""
    connection = socket.create_connection((base.hostname, base.port))
    connection.settimeout(30)
    cookies = "; ".join(f"{k}={v}" for k, v in guest.cookies.items())
    connection.sendall(
        f"POST {guest.path} HTTP/1.1\r\nHost: h\r\nCookie: {cookies}\r\nContent-Type: "
        f"multipart/form-data; boundary={BOUNDARY}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    )
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="other"; filename="a.pdf"\r\n\r\n'
    piece, sent = head.encode() + bytes((1 << 20) - len(head)), 0
    try:
        while sent < 1000:
            connection.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            piece, sent = bytes(1 << 20), sent + 1
    except OSError:
        pass
    connection.close()
    return sent


def slow(guest):
    """Two hundred who have said half of what they want: how long another waits for a page."""
    drips = [socket.create_connection((base.hostname, base.port)) for _ in range(200)]
    for index, drip in enumerate(drips):
        body = "" if index % 2 else "Content-Length: 1000\r\n\r\na"
        drip.sendall(f"POST {base.path}/track HTTP/1.1\r\nHost: h\r\n{body}".encode())
    begun = time.monotonic()
    guest.go("GET", base.path)
    for drip in drips:
        drip.close()
    return [guest.status, round(1000 * (time.monotonic() - begun))]


def kilobytes(word):
    status = open(f"/proc/{pid}/status").read()
    return int(re.search(rf"{word}:\s+(\d+)", status).group(1))


files = {
    "huge.png": huge_picture(),
    "cut-off.jpg": photo[: len(photo) // 2],
    "bomb.docx": bomb(),
    "large.pdf": b"%PDF-1.7\n" + bytes(17 << 20),
    "lie.pdf": b"MZ" + bytes(100_000),
}
guest = at_documents()
good = guest.upload("photo.jpg", photo)
answers = {name: guest.upload(name, content) for name, content in files.items()}
endless(guest)
before = kilobytes("VmRSS")
open(f"/proc/{pid}/clear_refs", "w").write("5")
for _ in range(3):
    for name, content in files.items():
        guest.upload(name, content)
taken, waited = endless(guest), slow(Guest())
print(
    json.dumps(
        {
            "good": good[0],
            "answers": answers,
            "taken": taken,
            "slow": waited,
            "before": before,
            "grown": kilobytes("VmRSS") - before,
            "peak": kilobytes("VmHWM") - before,
        },
        ensure_ascii=False,
    )
)
