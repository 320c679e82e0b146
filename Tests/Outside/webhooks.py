"""Receives an office's events while its server is killed again and again.

    webhooks.py PROGRAM DATA KEYS OFFICE

Verifies every delivery with the standardwebhooks package, kills the server in the middle of some,
fails others, and compares what was taken with the stream. Prints JSON.
"""

import http.server
import json
import os
import re
import subprocess
import sys
import threading
import time
import urllib.request

from standardwebhooks import Webhook

program, data, keys, office = sys.argv[1:5]
place = ["--data", data, "--keys", keys, "--office", office]
taken, repeats, wrong, deliveries = [], 0, 0, 0
lock = threading.Lock()
verifier, server = None, None


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global repeats, wrong, deliveries
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with lock:
            deliveries += 1
            number = deliveries
            try:
                events = verifier.verify(body, dict(self.headers))
            except Exception:
                wrong += 1
                events = []
            known = set(taken)
            repeats += sum(event["id"] in known for event in events)
            if number % 5 == 3:
                # It took nothing, and says so.
                self.send_response(500)
                self.end_headers()
                return
            taken.extend(event["id"] for event in events if event["id"] not in known)
        if number % 7 == 2:
            # It took them, and nobody hears of it.
            server.kill()
            return
        self.send_response(204)
        self.end_headers()

    def log_message(self, *words):
        pass


def run(*words):
    return subprocess.run([program, *words, *place], capture_output=True, text=True, check=True).stdout


def serve():
    global server
    server = subprocess.Popen(
        [program, "serve", "--listen", "127.0.0.1:0", *place],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=os.environ | {"KHAMRONG_WEBHOOK_NETWORKS": "127.0.0.0/8"},
    )
    return re.search(r"http://[0-9.:]+", server.stdout.readline()).group()


receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
printed = run(
    "subscriber", "add", "map", "--name", "map", "--address",
    f"http://127.0.0.1:{receiver.server_port}/hook",
)
key = re.search(r"kr_\S+", printed).group()
verifier = Webhook(re.search(r"whsec_\S+", printed).group())

base, kills, sent = serve(), 0, 0
time.sleep(2)
end = time.time() + 100
while time.time() < end and (sent < 20 or deliveries < 15):
    if server.poll() is not None:
        kills += 1
        base = serve()
    try:
        run("subscriber", "add", f"other-{sent}", "--name", "x")
        sent += 1
    except subprocess.CalledProcessError:
        pass
    time.sleep(0.3)
# What waits for its next try is due within seconds.
end = time.time() + 60
while True:
    if server.poll() is not None:
        kills += 1
        base = serve()
    request = urllib.request.Request(f"{base}/{office}/v1/events?limit=1000&type=th.khamrong.office.subscriber-")
    request.add_header("Authorization", f"Bearer {key}")
    try:
        stream = [event["id"] for event in json.load(urllib.request.urlopen(request, timeout=20))]
    except OSError:
        time.sleep(0.5)
        continue
    wanted = stream[stream.index(taken[0]):] if taken and taken[0] in stream else None
    mine = [event for event in taken if event in set(stream)]
    if time.time() > end or wanted is not None and mine == wanted:
        break
    time.sleep(0.5)
server.kill()
print(
    json.dumps(
        {
            "deliveries": deliveries, "kills": kills, "repeats": repeats, "wrong": wrong,
            "taken": len(mine), "same": mine == wanted,
        }
    )
)
