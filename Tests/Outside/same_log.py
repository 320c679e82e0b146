"""Reads two XES logs with pm4py and says where they differ: `same_log.py SOURCE EXPORT`.

Prints one JSON object; `differences` names the first ten events or cases that are not the same.
"""

import collections
import contextlib
import datetime
import io
import json
import sys
import warnings

warnings.filterwarnings("ignore")
with contextlib.redirect_stderr(io.StringIO()):  # It greets whoever imports it.
    import pm4py


def cases(path):
    """The events of each case in the order of the file: activity, time, resource."""
    log = pm4py.read_xes(path, return_legacy_log_object=True, show_progress_bar=False)
    return {
        trace.attributes["concept:name"]: [
            (
                event.get("concept:name"),
                moment(event.get("time:timestamp")),
                event.get("org:resource"),
            )
            for event in trace
        ]
        for trace in log
    }


def moment(time):
    """Milliseconds, which is all that a log of ours holds."""
    if time is None:
        return None
    if time.tzinfo is None:
        time = time.replace(tzinfo=datetime.timezone.utc)
    return int(time.timestamp() * 1000 + 0.5)


def labels(log):
    return collections.Counter(event[0] for events in log.values() for event in events)


def differences(source, export):
    for name in source.keys() ^ export.keys():
        yield f"case {name}: only in one of them"
    for name in source.keys() & export.keys():
        if len(source[name]) != len(export[name]):
            yield f"case {name}: {len(source[name])} events, {len(export[name])} exported"
        for place, (old, new) in enumerate(zip(source[name], export[name])):
            if old != new:
                yield f"case {name}, event {place + 1}: {old}, exported as {new}"


source, export = cases(sys.argv[1]), cases(sys.argv[2])
print(
    json.dumps(
        {
            "cases": len(export),
            "events": sum(map(len, export.values())),
            "activities": len(labels(export)),
            "same_labels": labels(source) == labels(export),
            "differences": [text for text, _ in zip(differences(source, export), range(10))],
        }
    )
)
