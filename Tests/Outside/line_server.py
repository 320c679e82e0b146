"""LINE's Messaging API as its description has it; prints each message that it took as JSON.

`line_server.py`; its first line is the port. It knows the token `line-token`, asks pushes for a
retry key, and holds every request against the models of line-bot-sdk where that is installed. What
a user's name ends with says what becomes of a message: 0400 is refused, 0429 is too much at once,
0430 beyond the month's messages, 0500 is taken and answered with an error, 0014 is taken and not
answered. It ends with its input.
"""

import json
import re
import sys
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

try:
    from linebot.v3.messaging import PushMessageRequest, ReplyMessageRequest
except ImportError:
    PushMessageRequest = ReplyMessageRequest = None

lock = threading.Lock()
seen = {}
HEX = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def tell(message):
    with lock:
        print(json.dumps(message, ensure_ascii=False), flush=True)


def fault(body, model):
    messages = body.get("messages")
    if not isinstance(messages, list) or not 1 <= len(messages) <= 5:
        return "messages"
    for message in messages:
        if message["type"] == "flex" and (len(message["altText"]) > 1500 or "contents" not in message):
            return "flex"
        if message["type"] == "text" and not 1 <= len(message["text"]) <= 5000:
            return "text"
    if model:
        # It refuses what LINE would not understand.
        model.from_dict(body)
    return None


class Line(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, **headers):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("x-line-request-id", str(uuid.uuid4()))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def drop(self):
        self.close_connection = True
        self.connection.shutdown(2)

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Authorization") != "Bearer line-token":
            return self.answer(401, {"message": "Authentication failed"})
        body = json.loads(raw)
        is_push = self.path == "/v2/bot/message/push"
        if not is_push and self.path != "/v2/bot/message/reply":
            return self.answer(404, {"message": "Not found"})
        try:
            wrong = fault(body, PushMessageRequest if is_push else ReplyMessageRequest)
        except Exception as error:
            wrong = str(error)
        if wrong:
            return self.answer(400, {"message": "The request body has 1 error(s)", "details": wrong})
        if not is_push:
            tell(body)
            return self.answer(200, {"sentMessages": [{"id": "1"}]})
        key, user = self.headers.get("X-Line-Retry-Key", ""), body["to"]
        if not re.fullmatch(HEX, key) or not re.fullmatch(r"U[0-9a-f]{32}", user):
            return self.answer(400, {"message": "The property is invalid"})
        end = user[-4:]
        if end == "0400":
            return self.answer(400, {"message": "Failed to send messages"})
        if end == "0429":
            return self.answer(429, {"message": "The API rate limit has been exceeded. Try again later."})
        if end == "0430":
            return self.answer(429, {"message": "You have reached your monthly limit."})
        with lock:
            before = seen.setdefault(key, str(uuid.uuid4()))
            is_new = key not in taken
            taken.add(key)
        if not is_new:
            return self.answer(
                409, {"message": "The retry key is already accepted"}, x_line_accepted_request_id=before
            )
        tell(body | {"key": key})
        if end == "0500":
            return self.answer(500, {"message": "The error occurred on the server."})
        if end == "0014":
            return self.drop()
        return self.answer(200, {"sentMessages": [{"id": "461230966842064897"}]})


taken = set()
server = ThreadingHTTPServer(("127.0.0.1", 0), Line)
tell({"port": server.server_address[1]})
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
