"""Runs the subscribers of Docs/Examples against an office, and kills them again and again.

    examples.py BASE KEY EXAMPLES [NATS PORT]

BASE is the address of an office, KEY that of a connected system, EXAMPLES the folder; NATS is a
nats-server, which listens on PORT of this host. Prints JSON: how many events there are, and of each
subscriber whether it has every one once and in order, how often it was killed, and for the stream
of NATS whether it was fed again after it was lost.
"""

import asyncio
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

import requests

base, key, examples, *nats_server = sys.argv[1:]
environment = os.environ | {"KHAMRONG": base, "KEY": key}
dice = random.Random(2567)


def ids():
    """Every event, by pages."""
    found, url = [], f"{base}/v1/events?limit=1000"
    while True:
        answer = requests.get(url, headers={"Authorization": f"Bearer {key}"}, timeout=30)
        if not answer.json():
            return found
        found += [event["id"] for event in answer.json()]
        url = requests.compat.urljoin(url, answer.links["next"]["url"])


def killed(command, place, heard):
    """Starts it anew each time it was killed, until it has heard all; how often that was."""
    kills = 0
    while len(heard()) < len(wanted) or kills < 8:
        process = subprocess.Popen(
            command, cwd=place, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + dice.uniform(0.2, 0.7) * (1 + kills / 2)
        while time.monotonic() < end and (kills < 8 or len(heard()) < len(wanted)):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        kills += 1
    return kills


def by_shell(place):
    path = f"{place}/events.ndjson"

    def heard():
        if not os.path.exists(path):
            return []
        with open(path) as file:
            return [json.loads(line)["id"] for line in file if line.endswith("\n")]

    kills = killed([f"{examples}/follow.sh"], place, heard)
    return {"same": heard() == wanted, "kills": kills}


def by_sqlite(place):
    path = f"{place}/city.sqlite"

    def heard():
        if not os.path.exists(path):
            return []
        with sqlite3.connect(path) as file:
            try:
                return [row[0] for row in file.execute("SELECT id FROM events ORDER BY position")]
            except sqlite3.OperationalError:
                return []

    kills = killed([sys.executable, f"{examples}/follow.py", path], place, heard)
    return {"same": heard() == wanted, "kills": kills}


def by_jetstream(place, program, port):
    import nats
    from nats.js.errors import NotFoundError

    address, name = f"nats://127.0.0.1:{port}", f"khamrong-{base.rpartition('/')[2]}"
    server = subprocess.Popen(
        [program, "-js", "-sd", place, "-a", "127.0.0.1", "-p", port], stderr=subprocess.DEVNULL
    )

    while True:
        try:
            socket.create_connection(("127.0.0.1", int(port)), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)

    async def asked(act):
        connection = await nats.connect(address)
        try:
            return await act(connection.jetstream())
        finally:
            await connection.close()

    async def read(js):
        try:
            state = (await js.stream_info(name)).state
        except NotFoundError:
            return []
        numbers = range(state.first_seq, state.last_seq + 1) if state.messages else []
        return [(await js.get_msg(name, number)).headers["Nats-Msg-Id"] for number in numbers]

    def heard():
        return asyncio.run(asked(read))

    command = [sys.executable, f"{examples}/jetstream.py", address]
    try:
        kills = killed(command, place, heard)
        once = heard() == wanted
        asyncio.run(asked(lambda js: js.delete_stream(name)))
        killed(command, place, heard)
        return {"same": once, "kills": kills, "again": heard() == wanted}
    finally:
        server.terminate()
        server.wait()


wanted = ids()
found = {"events": len(wanted)}
with tempfile.TemporaryDirectory() as place:
    found["shell"] = by_shell(place)
    found["sqlite"] = by_sqlite(place)
    if nats_server:
        found["jetstream"] = by_jetstream(place, *nats_server)
print(json.dumps(found))
