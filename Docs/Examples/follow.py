"""Follows an office by server-sent events: every event once, in order, in a SQLite file.

    KHAMRONG=https://kathu.go.th/KT KEY=kr_… python3 follow.py FILE

The event and the cursor behind it are kept in one transaction, so that a kill at any moment neither
skips nor repeats. The connection may break off whenever it likes.
"""

import json
import os
import sqlite3
import sys
import time
import urllib.error
import urllib.request

OFFICE, KEY = os.environ["KHAMRONG"], os.environ["KEY"]
# The server says something every 15 seconds, if only that it is there.
SILENCE = 40


def opened(path):
    file = sqlite3.connect(path, isolation_level=None)
    file.executescript("""
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS events(position INTEGER PRIMARY KEY, id TEXT UNIQUE, entry TEXT);
        CREATE TABLE IF NOT EXISTS heard(one INTEGER PRIMARY KEY CHECK (one = 1), cursor TEXT);
    """)
    return file


def answers(cursor):
    """What the office sends: the kind, the cursor and the data of each."""
    request = urllib.request.Request(
        f"{OFFICE}/v1/events",
        headers={"Authorization": f"Bearer {KEY}", "Accept": "text/event-stream"}
        | ({"Last-Event-ID": cursor} if cursor else {}),
    )
    with urllib.request.urlopen(request, timeout=SILENCE) as stream:
        kind, data = "message", []
        for line in stream:
            name, _, value = line.decode().rstrip("\r\n").partition(":")
            value = value.removeprefix(" ")
            if name == "id":
                cursor = value
            elif name == "event":
                kind = value
            elif name == "data":
                data.append(value)
            elif not name and not value:
                yield kind, cursor, "\n".join(data)
                kind, data = "message", []


def take(file, kind, cursor, data):
    position = int(cursor.partition("-")[2])
    file.execute("BEGIN")
    if kind == "reset":
        # The log was restored shorter: what lay behind this position is not so any more.
        file.execute("DELETE FROM events WHERE position > ?", (position,))
    elif data:
        event = json.loads(data)
        file.execute("INSERT INTO events VALUES (?, ?, ?)", (position, event["id"], data))
    file.execute("INSERT INTO heard VALUES (1, ?) ON CONFLICT DO UPDATE SET cursor = ?", (cursor, cursor))
    file.execute("COMMIT")


def main():
    file, pause = opened(sys.argv[1]), 1
    while True:
        row = file.execute("SELECT cursor FROM heard").fetchone()
        try:
            for kind, cursor, data in answers(row[0] if row else None):
                if cursor:
                    take(file, kind, cursor, data)
                pause = 1
        except urllib.error.HTTPError as error:
            if error.code in (400, 401, 403):
                sys.exit(f"{error.code}: {error.read().decode()}")
            pause = max(pause, int(error.headers.get("Retry-After") or 0))
        except OSError as error:
            print(f"{error}; again in {pause} s", file=sys.stderr)
        time.sleep(pause)
        pause = min(pause * 2, 60)


if __name__ == "__main__":
    main()
