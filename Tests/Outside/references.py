"""Resolves every `$ref` of a JSON document: `references.py FILE`. Prints one JSON object."""

import json
import sys

from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
home = Resource(contents=document, specification=DRAFT202012)
resolver = Registry().with_resource("urn:document", home).resolver("urn:document")
counted, dangling = 0, []


def walk(value):
    global counted
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            counted += 1
            try:
                resolver.lookup(value["$ref"])
            except Unresolvable:
                dangling.append(value["$ref"])
        for part in value.values():
            walk(part)
    elif isinstance(value, list):
        for part in value:
            walk(part)


walk(document)
print(
    json.dumps(
        {"asyncapi": document["asyncapi"], "references": counted, "dangling": dangling[:10]}
    )
)
