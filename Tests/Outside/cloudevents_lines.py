"""Reads lines with the strict reader of CloudEvents: `cloudevents_lines.py FILE SAMPLE`.

Every line must be JSON with the context attributes; SAMPLE of them, spread evenly, go through
the reader. Prints one JSON object.
"""

import json
import sys

from cloudevents.v1.http import from_json

with open(sys.argv[1], "rb") as file:
    lines = file.read().splitlines()
step = max(1, len(lines) // int(sys.argv[2]))
read, faults, ids = 0, [], set()
for number, line in enumerate(lines, 1):
    told = json.loads(line)
    ids.add(told["id"])
    if number % step and number != len(lines):
        continue
    try:
        event = from_json(line)
        read += 1
        for name in ["id", "source", "specversion", "subject", "time", "type", "actor"]:
            if event[name] != told[name]:
                faults.append(f"line {number}: {name} is {event[name]!r}")
        if event.data != told["data"]:
            faults.append(f"line {number}: other data")
    except Exception as error:
        faults.append(f"line {number}: {error}")
print(
    json.dumps({"lines": len(lines), "read": read, "ids": len(ids), "faults": faults[:10]})
)
