#!/usr/bin/env python3
"""Verifies exports of an Inkproof audit log, offline, with nothing but Python's standard library.

    python3 inkproof_verify.py [--checkpoint FILE]... [--key ID]... [--chain CHAIN] EXPORT...

The same law as verify.mjs beside it, written a second time so that neither has to be believed alone.
Exit code 0: everything is as it was written. 1: it is not. 2: it could not be read.
"""
import argparse
import functools
import hashlib
import json
import re
import sys

# Ed25519 as RFC 8032 has it, verification only. Points are (X, Y, Z, T) in extended coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = NEUTRAL
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def packed(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def unpacked(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = unpacked((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=65536)
def is_signed(public_key, message, signature):
    point, s = unpacked(public_key), int.from_bytes(signature[32:], "little")
    if point is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % L
    minus = (P - point[0], point[1], 1, P - point[3])
    return packed(add(times(s, BASE), times(h, minus))) == signature[:32]


class Fault(Exception):
    def __init__(self, fault, seq=None):
        super().__init__(fault)
        self.fault = fault
        self.seq = seq


NOTHING = "0" * 64


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


# Shapes: a member of a line is what its name says, and no member is missing or more.
def matching(pattern):
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def or_null(check):
    return lambda value: value is None or check(value)


def digits(size):
    return matching("[0-9a-f]{%d}" % (2 * size))


def exactly(expected):
    return lambda value: type(value) is type(expected) and value == expected


def text(value):
    return isinstance(value, str)


def count(value):
    return type(value) is int and 0 <= value < 2**53


def shape(**members):
    return lambda value: isinstance(value, dict) and value.keys() == members.keys() and all(check(value[name]) for name, check in members.items())


def several(check):
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


CHAIN = matching("provider|ten_[0-9a-z]{1,40}")
MOMENT = matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")
KEY = shape(id=digits(32), public=digits(32), after=or_null(digits(32)), vouching=or_null(digits(128)))
CHECKPOINT = shape(v=exactly(1), chain=CHAIN, seq=count, head=digits(32), at=MOMENT, key=digits(32))
KEPT = shape(checkpoint=CHECKPOINT, signature=digits(64))
LINES = {
    "header": shape(type=text, v=exactly(1), chain=CHAIN, **{"from": count}, to=count, prev=digits(32), keys=several(KEY)),
    "entry": shape(type=text, seq=count, at=MOMENT, action=or_null(text), actor_kind=or_null(text), actor_id=or_null(text), body=or_null(text), salt=or_null(digits(16)), commitment=digits(32), hash=digits(32)),
    "checkpoint": shape(type=text, checkpoint=CHECKPOINT, signature=digits(64)),
    "end": shape(type=text, v=exactly(1), chain=CHAIN, **{"from": count}, to=count, head=digits(32), sha256=digits(32), at=matching("[0-9TZ:.-]{20,30}"), key=digits(32), signature=digits(64)),
}


def refuse(constant):
    raise ValueError(constant)


def parsed(said):
    return json.loads(said, parse_constant=refuse)


def read(data):
    """A line is canonical JSON in UTF-8 of one of the shapes, or nothing."""
    try:
        said = data.decode("utf-8")
        line = parsed(said)
        if not isinstance(line, dict) or canonical(line) != said:
            return None
        check = LINES.get(line["type"]) if isinstance(line.get("type"), str) else None
        return line if check and check(line) else None
    except (ValueError, RecursionError):
        return None


def signed_by(public_key, kind, said, signature):
    return is_signed(bytes.fromhex(public_key), ("inkproof:%s:1\n%s" % (kind, canonical(said))).encode(), bytes.fromhex(signature))


def trust(keys, pins):
    """Keys whose signatures count, by id. With pins: those, and whichever are linked to them; a link is said by both its keys."""
    by_id = {key["id"]: key for key in keys}
    links = []
    for key in keys:
        if sha256(bytes.fromhex(key["public"])) != key["id"]:
            raise Fault("key.id")
        if key["after"] is None:
            continue
        before, vouching = by_id.get(key["after"]), key["vouching"]
        succession = {"v": 1, "key": key["id"], "after": key["after"]}
        if before is None or vouching is None or not signed_by(before["public"], "succession", succession, vouching[:128]) or not signed_by(key["public"], "succession", succession, vouching[128:]):
            raise Fault("key.vouching")
        links.append({key["id"], key["after"]})
    trusted = {pin for pin in pins if pin in by_id} if pins else set(by_id)
    grown = True
    while grown:
        grown = False
        for link in links:
            if link & trusted and not link <= trusted:
                trusted |= link
                grown = True
    return {key: by_id[key]["public"] for key in trusted}


class Log:
    """One log as it is read: what was found so far, and what the reader knew before."""

    def __init__(self, saved, keys):
        self.chain, self.start, self.seq, self.at, self.head = None, 0, 0, "", NOTHING
        self.entries = self.erased = self.checkpoints = self.sealed = 0
        self.keys, self.saved = {}, saved
        self.pins = list(keys) + [one["checkpoint"]["key"] for one in saved]
        self.line = None

    def check_signature(self, key, kind, said, signature, fault):
        if key not in self.keys:
            raise Fault("key.unknown")
        if not signed_by(self.keys[key], kind, said, signature):
            raise Fault(fault)

    def compare_saved(self):
        for one in self.saved:
            checkpoint = one["checkpoint"]
            if checkpoint["chain"] == self.chain and checkpoint["seq"] == self.seq and checkpoint["head"] != self.head:
                raise Fault("checkpoint.head")

    def on_header(self, line):
        if self.chain is None:
            self.chain, self.start, self.seq, self.head = line["chain"], line["from"], line["from"] - 1, line["prev"]
        if line["chain"] != self.chain:
            raise Fault("file.chain")
        if line["from"] < 1 or line["from"] != self.seq + 1 or line["prev"] != self.head or (line["from"] == 1 and line["prev"] != NOTHING):
            raise Fault("file.order")
        self.keys = trust(line["keys"], self.pins)
        self.compare_saved()

    def on_entry(self, entry):
        seq, at, body, salt = entry["seq"], entry["at"], entry["body"], entry["salt"]
        if seq != self.seq + 1:
            raise Fault("entry.order")
        if (body is None) != (salt is None):
            raise Fault("entry.body")
        if body is not None and sha256(bytes.fromhex(salt), body.encode()) != entry["commitment"]:
            raise Fault("entry.commitment")
        link = '{"at":"%s","chain":"%s","commitment":"%s","prev":"%s","seq":%d,"v":1}' % (at, self.chain, entry["commitment"], self.head, seq)
        if sha256(link.encode()) != entry["hash"]:
            raise Fault("entry.hash")
        if at < self.at:
            raise Fault("entry.time")
        self.check_columns(entry)
        self.seq, self.at, self.head = seq, at, entry["hash"]
        self.entries += 1
        self.erased += body is None
        self.compare_saved()

    def check_columns(self, entry):
        """Whether what was taken out of a body for searching is what stands in it."""
        said = {"actor": {}}
        if entry["body"] is not None:
            try:
                said = parsed(entry["body"])
            except (ValueError, RecursionError):
                raise Fault("entry.body")
        if not isinstance(said, dict) or not isinstance(said.get("actor"), dict):
            raise Fault("entry.body")
        if (said.get("action"), said["actor"].get("kind"), said["actor"].get("id")) != (entry["action"], entry["actor_kind"], entry["actor_id"]):
            raise Fault("entry.column")

    def on_checkpoint(self, line):
        checkpoint = line["checkpoint"]
        if checkpoint["chain"] != self.chain:
            raise Fault("checkpoint.chain")
        if checkpoint["seq"] != self.seq or self.entries == 0:
            raise Fault("checkpoint.place")
        if checkpoint["head"] != self.head:
            raise Fault("checkpoint.head")
        self.check_signature(checkpoint["key"], "checkpoint", checkpoint, line["signature"], "checkpoint.signature")
        self.sealed = checkpoint["seq"]
        self.checkpoints += 1

    def on_end(self, header, digest, line):
        end = {name: value for name, value in line.items() if name not in ("type", "signature")}
        if (end["chain"], end["from"], end["to"]) != (self.chain, header["from"], header["to"]) or end["to"] != self.seq or end["head"] != self.head:
            raise Fault("file.end")
        if end["sha256"] != digest:
            raise Fault("file.changed")
        self.check_signature(end["key"], "export", end, line["signature"], "file.signature")

    def walk(self, data):
        digest, header, ended, start = hashlib.sha256(), None, False, 0
        while start < len(data):
            stop = data.find(b"\n", start)
            self.line = (self.line or 0) + 1
            line = None if stop < 0 else read(data[start:stop])
            if line is None or ended or (line["type"] == "header") != (header is None):
                raise Fault("file.incomplete" if stop < 0 and not ended and header else "file.malformed")
            if line["type"] == "header":
                header = line
                self.on_header(line)
            elif line["type"] == "entry":
                self.on_entry(line)
            elif line["type"] == "checkpoint":
                self.on_checkpoint(line)
            else:
                self.on_end(header, digest.hexdigest(), line)
                ended = True
            digest.update(data[start : stop + 1])
            start = stop + 1
        if header is None:
            raise Fault("file.empty")
        if not ended:
            raise Fault("file.incomplete")

    def check_saved(self):
        for one in self.saved:
            checkpoint = one["checkpoint"]
            if checkpoint["chain"] != self.chain:
                raise Fault("checkpoint.chain")
            if checkpoint["seq"] > self.seq:
                raise Fault("checkpoint.beyond", self.seq + 1)
            self.check_signature(checkpoint["key"], "checkpoint", checkpoint, one["signature"], "saved.signature")


def verify_log(files, checkpoints=(), keys=(), chain=None):
    """Verifies one log from its exports, in their order."""
    log, number = None, 0
    try:
        if not all(KEPT(one) for one in checkpoints):
            raise Fault("saved.malformed")
        log = Log(checkpoints, keys)
        if not files:
            raise Fault("file.empty")
        for data in files:
            number += 1
            log.line = None
            log.walk(data)
        number, log.line = 0, None
        if chain is not None and chain != log.chain:
            raise Fault("file.chain")
        log.check_saved()
    except Fault as bad:
        seq = log.seq if log else 0
        seq = bad.seq if bad.seq is not None else seq + (1 if bad.fault.startswith("entry.") else 0)
        return {"ok": False, "fault": bad.fault, "chain": log.chain if log else None, "file": number or None, "line": log.line if log else None, "seq": seq}
    return {"ok": True, "fault": None, "chain": log.chain, "from": log.start, "to": log.seq, "head": log.head, "entries": log.entries, "erased": log.erased, "checkpoints": log.checkpoints, "sealed": log.sealed, "keys": sorted(log.keys), "pinned": bool(log.pins)}


def kept(name):
    with open(name, encoding="utf-8") as file:
        said = json.load(file)
    return said if isinstance(said, list) else said.get("items", [said])


def batch(stream):
    """For the comparison of both verifiers: a request a line in, a verdict a line out."""
    for request in stream:
        asked = json.loads(request)
        print(json.dumps(verify_log([bytes.fromhex(file) for file in asked["files"]], asked["checkpoints"], asked["keys"], asked["chain"])), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", action="append", default=[], metavar="FILE", help="checkpoints you kept")
    parser.add_argument("--key", action="append", default=[], metavar="ID", help="id of a signing key you know")
    parser.add_argument("--chain", help="the log it ought to be: ten_... or provider")
    parser.add_argument("--batch", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("export", nargs="*")
    asked = parser.parse_args()
    if asked.batch:
        return batch(sys.stdin)
    try:
        files = []
        for name in asked.export:
            with open(name, "rb") as file:
                files.append(file.read())
        verdict = verify_log(files, [one for name in asked.checkpoint for one in kept(name)], asked.key, asked.chain)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    print(json.dumps(verdict, indent=2))
    sys.exit(0 if verdict["ok"] else 1)


if __name__ == "__main__":
    main()
