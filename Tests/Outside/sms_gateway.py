"""An SMS gateway in the manner of the common ones; prints each message that it took as JSON.

`sms_gateway.py`; its first line is the port. It knows `key` with the secret `secret` by HTTP Basic,
and takes JSON or a form with msisdn, message and sender. What a number ends with says what becomes
of its message: 0400 is refused, 0402 refused under status 200, 0429, 0500 and 0503 are answered
so, 0013 gets words that mean nothing, 0014 is taken and not answered, 0015 waits. It ends with its
input.
"""

import base64
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

print_lock = threading.Lock()


def tell(message):
    with print_lock:
        print(json.dumps(message, ensure_ascii=False), flush=True)


class Gateway(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    taken = 0

    def log_message(self, *_):
        pass

    def answer(self, status, body):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        wanted = "Basic " + base64.b64encode(b"key:secret").decode()
        if self.headers.get("Authorization") != wanted:
            return self.answer(401, {"error": {"code": 104, "description": "who are you?"}})
        if self.headers.get("Content-Type") == "application/json":
            fields = json.loads(raw)
        else:
            parsed = parse_qs(raw.decode(), strict_parsing=True, keep_blank_values=True)
            fields = {name: values[0] for name, values in parsed.items()}
        number = fields["msisdn"]
        end = number[-4:]
        if end == "0400":
            return self.answer(400, {"error": {"code": 110, "name": "MSISDN"}})
        if end == "0402":
            return self.answer(200, {"error": {"code": 110, "description": "bad number"}})
        if end in ("0429", "0500", "0503"):
            return self.answer(int(end), {"error": {"code": 1}})
        if end == "0013":
            return self.answer(200, b"OK, sort of")
        if end == "0015":
            time.sleep(5)
            return None
        tell(fields)
        if end == "0014":
            self.close_connection = True
            self.connection.shutdown(2)
            return None
        Gateway.taken += 1
        return self.answer(
            201,
            {"phone_number_list": [{"number": number, "message_id": f"M{Gateway.taken}"}]},
        )


server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
tell({"port": server.server_address[1]})
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
