#!/usr/bin/env python3
"""Checks an evidence pack of Khamrong offline: python3 verify.py [--key KEY]

Run it in the unpacked directory. It needs Python 3.8 and nothing else. KEY is the office's public
key as you have it from elsewhere (its page, a printed sheet, another auditor); without it the key
in the pack is used, and you should compare that with the office's.
Exit code 0: everything fits. 1: something does not. 2: the pack cannot be read.
"""
import base64
import hashlib
import json
import os
import re
import sys

# Ed25519 (RFC 8032), slow and plain.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def is_signed(key, message, signature):
    if len(signature) != 64:
        return False
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return same(times(s, BASE), add(r, times(h, a)))


# The tree (RFC 6962) and signed notes (C2SP).
def leaf(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_by(index, size, hash_, path):
    """The root that an inclusion proof leads to; None if the proof is malformed (RFC 9162)."""
    if index >= size:
        return None
    fn, sn = index, size - 1
    for step in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            hash_ = node(step, hash_)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            hash_ = node(hash_, step)
        fn, sn = fn >> 1, sn >> 1
    return hash_ if sn == 0 else None


def read_key(text):
    name, id_, data = text.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    known = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4].hex()
    if data[0] != 1 or len(data) != 33 or id_ != known:
        raise ValueError("not the key of a log")
    return name, bytes.fromhex(id_), data[1:]


def read_checkpoint(note, key):
    name, id_, public = key
    text, _, signatures = note.rpartition(b"\n\n")
    text += b"\n"
    for line in signatures.decode().splitlines():
        dash, who, signature = line.split(" ")
        raw = base64.b64decode(signature, validate=True)
        if dash == "\u2014" and who == name and raw[:4] == id_:
            if not is_signed(public, text, raw[4:]):
                raise ValueError("the checkpoint's signature is wrong")
            origin, size, root = text.decode().split("\n")[:3]
            if origin != name:
                raise ValueError("the checkpoint is another log's")
            return int(size), base64.b64decode(root, validate=True)
    raise ValueError("the checkpoint is not signed by that key")


def read_proof(data):
    head, _, note = data.partition(b"\n\n")
    lines = head.decode().split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1":
        raise ValueError("not a proof")
    lines, extra = lines[1:], None
    if lines[0].startswith("extra "):
        extra = base64.b64decode(lines.pop(0)[6:], validate=True)
    index = int(lines[0].split(" ")[1])
    return index, [base64.b64decode(line, validate=True) for line in lines[1:]], note, extra


def read(*parts):
    with open(os.path.join(HERE, *parts), "rb") as file:
        return file.read()


HERE = os.path.dirname(os.path.abspath(__file__))
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)
    return holds


def is_of_log(origin, source):
    """A log that was restored shorter than it was signed goes on under a name below its first."""
    return origin == source or re.fullmatch(re.escape(source) + "/log[1-9][0-9]*", origin)


def check_entry(item, key, origin):
    position, data = item["position"], read(item["file"])
    entry = json.loads(data)
    check(is_of_log(origin, entry["source"]), f"{item['file']}: an entry of another office")
    check_proof(item["proof"], position, data, key)
    return entry


def check_proof(name, position, data, key):
    index, path, note, extra = read_proof(read(name))
    size, root = read_checkpoint(note, key)
    check(index == position - 1, f"{name}: the proof is of another position")
    check(
        root_by(index, size, leaf(data), path) == root,
        f"{name}: not what the log has at position {position}",
    )
    return extra


def is_sealed(entry, section):
    made = hashlib.sha256(bytes.fromhex(section["salt"]) + section["content"].encode()).hexdigest()
    return any(
        s["n"] == section["number"] and s["f"] == section["field"] and s["c"] == made
        for s in entry["data"].get("sealed", [])
    )


def check_receipt(item, key):
    data = read(item["file"])
    extra = json.loads(check_proof("receipt.tlog-proof", item["position"], data, key))
    check(extra["format"] == "khamrong-receipt/1", "receipt.tlog-proof: no receipt")
    check(extra["entry"].encode() == data, "receipt.tlog-proof: of another entry")
    check(extra["key"] == read("vkey").decode().strip(), "receipt.tlog-proof: of another key")
    for section in extra.get("sections", []):
        check(is_sealed(json.loads(data), section), "receipt.tlog-proof: not what was sealed")


def main():
    args = sys.argv[1:]
    given = args[1] if len(args) == 2 and args[0] == "--key" else None
    if args and given is None:
        print(__doc__)
        return 2
    manifest = json.loads(read("manifest.json"))
    key = read_key(given or read("vkey").decode())
    size, root = read_checkpoint(read("checkpoint"), key)
    entries = {}
    last = 0
    for item in manifest["entries"]:
        entry = check_entry(item, key, key[0])
        entries[item["position"]] = entry
        check(entry["subject"] == manifest["stream"], f"{item['file']}: of another case")
        check(entry["streamversion"] == last + 1, f"{item['file']}: an event before it is missing")
        last = entry["streamversion"]
    check_receipt(manifest["entries"][0], key)
    contents = {}
    for item in manifest.get("sections", []):
        section = json.loads(read(item["file"]))
        check(
            is_sealed(entries[item["position"]], section), f"{item['file']}: not what was sealed"
        )
        contents[(item["position"], section["number"])] = section["content"].encode()
    for item in manifest.get("documents", []):
        section = json.loads(contents.get((item["position"], item["section"]), b"{}"))
        check(
            section.get("content") == hashlib.sha256(read(item["file"])).hexdigest(),
            f"{item['file']}: not the file that was filed",
        )
    listed = {"README.txt", "manifest.json", "verify.py", "vkey", "checkpoint"}
    listed.add("receipt.tlog-proof")
    for kind in ("entries", "sections", "documents"):
        for item in manifest.get(kind, []):
            listed.update(item[part] for part in ("file", "proof") if part in item)
    for folder, _, names in os.walk(HERE):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), HERE).replace(os.sep, "/")
            check(path in listed or "__pycache__" in path, f"{path}: not a part of the pack")
    for fault in faults:
        print("WRONG", fault)
    if not faults:
        print(
            f"OK {len(entries)} entries of {manifest['stream']}, {len(contents)} sections, "
            f"{len(manifest.get('documents', []))} documents; log {key[0]} of size {size}, "
            f"root {root.hex()}"
        )
        if given is None:
            print("The key came with the pack: compare it with the office's:", read("vkey").decode().strip())
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        print("WRONG the pack cannot be read:", error)
        sys.exit(2)
