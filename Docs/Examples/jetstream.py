"""Feeds a stream of NATS JetStream from an office: every event once, in order.

    KHAMRONG=https://kathu.go.th/KT KEY=kr_… python3 jetstream.py [nats://127.0.0.1:4222]

Where it goes on is in no file: behind the event of the last message that JetStream holds. A stream
that was lost is fed again from the first event on, and a bridge that was killed goes on where the
stream ends. Two bridges at once do no harm: each message says behind which one it belongs, and
JetStream refuses what does not.

Subjects are `khamrong.OFFICE.` and the event's type. Needs nats-py.
"""

import asyncio
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request

import nats
from nats.errors import Error
from nats.js.errors import APIError, NotFoundError

OFFICE, KEY = os.environ["KHAMRONG"], os.environ["KEY"]
NAME = OFFICE.rstrip("/").rpartition("/")[2]
STREAM, SUBJECT = f"khamrong-{NAME}", f"khamrong.{NAME}"
SILENCE = 40


def lines(last):
    """The entries behind an event, and then what happens, a line each."""
    after = f"?after={last}" if last else ""
    request = urllib.request.Request(
        f"{OFFICE}/v1/events{after}",
        headers={"Authorization": f"Bearer {KEY}", "Accept": "application/x-ndjson"},
    )
    with urllib.request.urlopen(request, timeout=SILENCE) as stream:
        for line in stream:
            if line.strip():
                yield line.strip()


async def last(js):
    """Where the stream ends: the sequence number of its last message, and that one's event."""
    try:
        state = (await js.stream_info(STREAM)).state
    except NotFoundError:
        await js.add_stream(name=STREAM, subjects=[f"{SUBJECT}.>"], deny_delete=True)
        return 0, None
    if state.messages == 0:
        return state.last_seq, None
    message = await js.get_msg(STREAM, state.last_seq)
    return state.last_seq, message.headers["Nats-Msg-Id"]


async def feed(js, sequence, event):
    loop, queue = asyncio.get_running_loop(), asyncio.Queue(1000)

    def read():
        end = EOFError("the stream ended")
        try:
            for line in lines(event):
                asyncio.run_coroutine_threadsafe(queue.put(line), loop).result()
        except Exception as error:
            end = error
        asyncio.run_coroutine_threadsafe(queue.put(end), loop)

    threading.Thread(target=read, daemon=True).start()
    while True:
        line = await queue.get()
        if isinstance(line, Exception):
            raise line
        entry = json.loads(line)
        if "reset" in entry:
            sys.exit("the office's log was restored: delete this stream, and it is fed again")
        headers = {"Nats-Msg-Id": entry["id"], "Nats-Expected-Last-Sequence": str(sequence)}
        sequence = (await js.publish(f"{SUBJECT}.{entry['type']}", line, headers=headers)).seq


async def main():
    server = sys.argv[1] if len(sys.argv) > 1 else "nats://127.0.0.1:4222"
    pause = 1
    while True:
        began = time.monotonic()
        connection = None
        try:
            connection = await nats.connect(server)
            js = connection.jetstream()
            await feed(js, *await last(js))
        except urllib.error.HTTPError as error:
            if error.code in (400, 401, 403):
                sys.exit(f"{error.code}: {error.read().decode()}")
        except (OSError, EOFError, Error, APIError) as error:
            print(f"{error}; again in {pause} s", file=sys.stderr)
        finally:
            if connection is not None:
                await connection.close()
        pause = 1 if time.monotonic() - began > 60 else min(pause * 2, 60)
        await asyncio.sleep(pause)


if __name__ == "__main__":
    asyncio.run(main())
