"""Asks every view of a reporting file, opened read-only: `views.py FILE`. Prints one JSON object."""

import json
import pathlib
import sqlite3
import sys

uri = pathlib.Path(sys.argv[1]).resolve().as_uri() + "?mode=ro"
base = sqlite3.connect(uri, uri=True)
views = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
rows = {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in views}
for name in views:
    base.execute(f'SELECT * FROM "{name}" LIMIT 1000').fetchall()
try:
    base.execute("DELETE FROM petition_rows")
    is_read_only = False
except sqlite3.OperationalError:
    is_read_only = True
print(json.dumps({"rows": rows, "is_read_only": is_read_only}))
