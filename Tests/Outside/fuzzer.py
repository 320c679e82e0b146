"""Has schemathesis make up requests from an office's OpenAPI document.

    fuzzer.py BASE KEY SEED

Prints JSON: how many cases were sent, and what they found.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

base, key, seed = sys.argv[1:4]
settings = """
[checks.positive_data_acceptance]
# What the rules refuse is well formed: another's version, a service that is not there.
expected-statuses = ["2xx", "401", "403", "404", "409", "412", "422", "503"]

[checks.missing_required_header]
expected-statuses = ["400", "428"]

[checks.negative_data_rejection]
expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "422", "428"]
"""
with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    (place / "schemathesis.toml").write_text(settings)
    done = subprocess.run(
        [
            str(pathlib.Path(sys.executable).with_name("schemathesis")), "--config-file",
            str(place / "schemathesis.toml"), "run", f"{base}/v1/openapi.json",
            "--url", base, "-H", f"Authorization: Bearer {key}", "--seed", seed, "-n", "20",
            "--request-timeout", "30",
        ],
        capture_output=True, text=True, timeout=500,
    )
made = re.search(r"(\d+) generated", done.stdout)
failures = [] if done.returncode == 0 else done.stdout.splitlines()[-150:] + done.stderr.splitlines()[-20:]
print(json.dumps({"cases": int(made.group(1)) if made else 0, "failures": failures}))
