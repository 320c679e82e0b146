"""Checks every schema of the events against its examples: `schemas.py ROOT`.

A schema is for `data`; an example is a whole entry. Prints one JSON object.
"""

import glob
import json
import os
import sys

import jsonschema

validator = jsonschema.Draft202012Validator
checks = validator.FORMAT_CHECKER
root = sys.argv[1]
schemas, examples, refusals, faults = 0, 0, 0, []


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def changed(value, required):
    """The value with a key too many, and without each of those it needs."""
    yield "an unknown key", {**value, "unknown_key": 1}
    for key in required:
        yield f"no {key}", {name: held for name, held in value.items() if name != key}


for path in sorted(glob.glob(os.path.join(root, "Events/*/Schemas/*.json"))):
    schema = load(path)
    name = os.path.basename(path).removesuffix(".json")
    schemas += 1
    try:
        validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        faults.append(f"{path}: {error.message}")
        continue
    if schema.get("$schema") != "https://json-schema.org/draft/2020-12/schema":
        faults.append(f"{path}: of another draft")
    judge = validator(schema, format_checker=checks)
    folder = os.path.join(os.path.dirname(os.path.dirname(path)), "Examples")
    found = sorted(
        file
        for file in os.listdir(folder)
        if file == f"{name}.json" or (file.startswith(f"{name}.") and file.endswith(".json"))
    )
    if not found:
        faults.append(f"{path}: no example")
    for file in found:
        entry = load(os.path.join(folder, file))
        data = entry["data"] if "specversion" in entry else entry
        examples += 1
        faults += [f"{file}: {error.message}" for error in judge.iter_errors(data)]
        for what, value in changed(data, schema.get("required", [])):
            refusals += 1
            if judge.is_valid(value):
                faults.append(f"{file}: {what} is accepted")
print(
    json.dumps(
        {"schemas": schemas, "examples": examples, "refusals": refusals, "faults": faults[:20]}
    )
)
