"""A real mail server: takes mail as its first word says, prints what it took as lines of JSON.

`smtp_server.py plain|starttls|tls|login [PORT]`; its first line is the port, and the certificate
that it shows. What a recipient's name begins with says what becomes of the mail:
refused 550, later 451, cut: the connection ends within the text, cutafter: after it, without an
answer; unwanted: 554 after the text. It ends with its input.
"""

import asyncio
import json
import ssl
import subprocess
import sys
import tempfile
from email import message_from_bytes, policy
from email.header import decode_header, make_header

from aiosmtpd.smtp import SMTP, AuthResult


class Server(SMTP):
    async def smtp_DATA(self, arg):
        if self.envelope.rcpt_tos and self.envelope.rcpt_tos[0].startswith("cut@"):
            await self.push("354 go on")
            await self._reader.read(40)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 nobody of that name: " + address
        if address.startswith("later"):
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        if recipient.startswith("unwanted"):
            return "554 5.7.1 not wanted here"
        message = message_from_bytes(envelope.original_content, policy=policy.default)
        # The newer policy of Python 3.11 leaves a space between the words of a folded name.
        raw = message_from_bytes(envelope.original_content)

        def part(kind):
            found = message.get_body((kind,))
            return found.get_content() if found else None

        lines = envelope.original_content.split(b"\r\n")
        show(
            {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "user": (session.auth_data.login.decode() if session.auth_data else None),
                "tls": server.transport.get_extra_info("sslcontext") is not None,
                "headers": {name.lower(): decoded(value) for name, value in raw.items()},
                "names": [name for name, _ in message.items()],
                "text": part("plain"),
                "html": part("html"),
                "files": [
                    [file.get_filename(), file.get_content_type(), len(file.get_content())]
                    for file in message.iter_attachments()
                ],
                "longest": max(map(len, lines)),
                "ascii": envelope.original_content.isascii(),
                "defects": [
                    str(defect)
                    for walked in message.walk()
                    for defect in walked.defects
                ]
                + [str(d) for v in message.values() for d in v.defects],
            }
        )
        if recipient.startswith("cutafter"):
            server.transport.abort()
        return "250 2.0.0 taken"


def decoded(value):
    return str(make_header(decode_header(value)))


def show(value):
    print(json.dumps(value), flush=True)


def authenticate(server, session, envelope, mechanism, data):
    known = data.login == b"office" and data.password == b"s3cret-\xe0\xb8\x81"
    return AuthResult(success=known, handled=False, auth_data=data if known else None)


def certificate(directory):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        + ["-nodes", "-keyout", directory + "/key.pem", "-out", directory + "/cert.pem"]
        + ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        check=True,
        capture_output=True,
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(directory + "/cert.pem", directory + "/key.pem")
    return context


async def main():
    way = sys.argv[1]
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as directory:
        context = certificate(directory)
        options = {}
        if way in ("starttls", "login"):
            options = {"tls_context": context, "require_starttls": True}
        if way == "login":
            options |= {"auth_required": True, "authenticator": authenticate}
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: Server(Handler(), hostname="mail.test", loop=loop, **options),
            "127.0.0.1",
            port,
            ssl=context if way == "tls" else None,
        )
        show({"port": server.sockets[0].getsockname()[1], "certificates": directory + "/cert.pem"})
        await loop.run_in_executor(None, sys.stdin.read)
        server.close()


asyncio.run(main())
