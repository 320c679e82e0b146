"""Counts the events of a CSV file by its import map, and those of the exported log by pm4py:
`same_table.py CSV MAP EXPORT`. Prints one JSON object.
"""

import collections
import contextlib
import csv
import gzip
import io
import json
import re
import sys
import warnings

warnings.filterwarnings("ignore")
with contextlib.redirect_stderr(io.StringIO()):  # It greets whoever imports it.
    import pm4py


def counted(path, table):
    """The labels of the rows that are cases: one for each dated column that is not empty."""
    labels, names = collections.Counter(), set()
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        for row in csv.DictReader(text, delimiter=table.get("separator", ",")):
            names.add(row[table["case"]])
            for place, column in enumerate(table["events"]):
                if place == 0 or row[column["time"]]:
                    labels[re.sub(r"{(\w+)}", lambda m: row[m[1]], column["activity"])] += 1
    return names, labels


with open(sys.argv[2], encoding="utf-8") as file:
    names, labels = counted(sys.argv[1], json.load(file)["csv"])
log = pm4py.read_xes(sys.argv[3], return_legacy_log_object=True, show_progress_bar=False)
exported = collections.Counter(event["concept:name"] for trace in log for event in trace)
differences = [
    f"{label}: {labels[label]} rows, {exported[label]} exported"
    for label in sorted(labels.keys() | exported.keys())
    if labels[label] != exported[label]
]
if names != {trace.attributes["concept:name"] for trace in log}:
    differences.append("other cases")
print(
    json.dumps(
        {
            "cases": len(log),
            "events": sum(exported.values()),
            "activities": len(exported),
            "same_labels": labels == exported,
            "differences": differences[:10],
        }
    )
)
