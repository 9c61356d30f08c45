#!/usr/bin/env python3
"""Verifies exports of an Inkproof audit log, offline, with nothing but Python's standard library; and receipts of filings,
certificates of deletion, and exports of everything about a filing on a day.

    python3 inkproof_verify.py [--checkpoint FILE]... [--key ID]... [--chain CHAIN] EXPORT...
    python3 inkproof_verify.py [--keys FILE] [--key ID]... RECEIPT.json|CERTIFICATE.json|EXPORT.zip...

The same law as verify.mjs beside it, written a second time so that neither has to be believed alone.
Exit code 0: everything is as it was written. 1: it is not. 2: it could not be read.
"""
import argparse
import base64
import functools
import hashlib
import json
import re
import sys
import zipfile
import zlib

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


def either(one, other):
    return lambda value: one(value) or other(value)


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


def read(data, shapes=None):
    """A line is canonical JSON in UTF-8 of one of the shapes, or nothing."""
    try:
        said = data.decode("utf-8")
        line = parsed(said)
        if not isinstance(line, dict) or canonical(line) != said:
            return None
        check = (shapes or LINES).get(line["type"]) if isinstance(line.get("type"), str) else None
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


def check_signature(keys, key, kind, said, signature, fault):
    if key not in keys:
        raise Fault("key.unknown")
    if not signed_by(keys[key], kind, said, signature):
        raise Fault(fault)


class Log:
    """One log as it is read: what was found so far, and what the reader knew before."""

    def __init__(self, saved, keys):
        self.chain, self.start, self.seq, self.at, self.head = None, 0, 0, "", NOTHING
        self.entries = self.erased = self.checkpoints = self.sealed = 0
        self.keys, self.saved = {}, saved
        self.pins = list(keys) + [one["checkpoint"]["key"] for one in saved]
        self.line = None

    def check_signature(self, key, kind, said, signature, fault):
        check_signature(self.keys, key, kind, said, signature, fault)

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


# Receipts, certificates and exports of filings.
DAY = matching("[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT = matching("[0-9TZ:.-]{20,30}")
NAMED = shape(id=text, name=text)
ZERO = exactly(0)


def words(value):
    """Text, and lists and objects of it."""
    if isinstance(value, list):
        return all(words(item) for item in value)
    if isinstance(value, dict):
        return all(words(item) for item in value.values())
    return value is None or isinstance(value, str)


RECEIPT = shape(
    receipt=shape(
        v=exactly(1),
        kind=exactly("filing"),
        issued_at=INSTANT,
        provider=text,
        tenant=NAMED,
        filing=NAMED,
        version=shape(id=text, number=count, text_sha256=digits(32), language=text, effective_on=DAY, ends_on=or_null(DAY), categories=several(text), submitted_at=INSTANT, accepted_at=INSTANT),
        entry=shape(chain=CHAIN, seq=count, hash=digits(32)),
        checkpoint=shape(v=exactly(1), chain=CHAIN, seq=count, head=digits(32), at=MOMENT, key=digits(32), signature=digits(64)),
        duty=text,
        key=digits(32),
    ),
    signature=digits(64),
)
CERTIFIED = dict(
    v=exactly(1),
    id=text,
    issued_at=INSTANT,
    tenant=NAMED,
    deletion=shape(id=text, origin=text, requested_by=text, requested_at=INSTANT, selection=words),
    erased=shape(count=count, by_class=several(shape(record_class=text, count=count)), first_at=or_null(INSTANT), last_at=or_null(INSTANT), salt=matching("([0-9a-f]{2})*"), digests_sha256=digits(32), digests=or_null(several(digits(32)))),
    keys=shape(count=count, ids_sha256=digits(32), ids=or_null(several(text))),
    method=exactly("data_keys_destroyed"),
    verification=shape(at=INSTANT, rows_left=ZERO, keys_left=ZERO, blobs_left=ZERO),
    excluded=shape(held=count, kept=count, holds=several(text)),
    backup_horizon=INSTANT,
    checkpoint=or_null(shape(seq=count, head=digits(32), at=MOMENT)),
    irreversible=exactly("无法复原"),
)
# Where the service had ended.
SERVICE_END = shape(id=text, side=text, last_day=DAY, ended_at=INSTANT, offered_at=several(INSTANT), law=exactly("个人信息保护法第二十一条"))
CERTIFICATE = shape(
    certificate=either(shape(**CERTIFIED), shape(**CERTIFIED, service_end=SERVICE_END)),
    key=digits(32),
    public_key=digits(32),
    signature=digits(64),
)
MANIFEST = shape(
    manifest=shape(v=exactly(1), kind=exactly("filing_export"), tenant=text, filing=text, day=DAY, made_at=INSTANT, files=several(shape(name=text, bytes=count, sha256=digits(32), lines=or_null(count))), key=digits(32)),
    signature=digits(64),
)
KEYS = shape(keys=several(KEY))
PROOFS = {
    "span": shape(type=text, chain=CHAIN, after=count, prev=digits(32)),
    "link": shape(type=text, seq=count, at=MOMENT, commitment=digits(32), hash=digits(32)),
    "entry": LINES["entry"],
    "checkpoint": LINES["checkpoint"],
}


def tells(value, *members):
    return isinstance(value, dict) and all(isinstance(value.get(name), str) for name in members)


def is_export(value):
    return (
        tells(value, "day")
        and tells(value.get("tenant"), "id")
        and tells(value.get("filing"), "id")
        and isinstance(value.get("in_force"), list)
        and all(tells(version, "id", "text", "text_sha256") for version in value["in_force"])
        and isinstance(value.get("versions"), list)
        and all(tells(version, "id", "text_sha256") for version in value["versions"])
    )


def document(data, check):
    """JSON as this install writes it, close or with two spaces, and in no other spelling."""
    try:
        said = data.decode("utf-8")
        said = said[:-1] if said.endswith("\n") else said
        value = parsed(said)
        spelt = json.dumps(value, separators=(",", ":"), ensure_ascii=False), json.dumps(value, indent=2, ensure_ascii=False)
        spelt[0].encode("utf-8")
        if said in spelt and check(value):
            return value
    except (ValueError, RecursionError):
        pass
    raise Fault("document.malformed")


def check_receipt(data, keys):
    said = document(data, RECEIPT)
    receipt = said["receipt"]
    entry, tenant = receipt["entry"], receipt["tenant"]["id"]
    checkpoint = {name: value for name, value in receipt["checkpoint"].items() if name != "signature"}
    check_signature(keys, receipt["key"], "receipt", receipt, said["signature"], "receipt.signature")
    if entry["chain"] != tenant or checkpoint["chain"] != tenant:
        raise Fault("receipt.chain")
    if entry["seq"] > checkpoint["seq"] or (entry["seq"] == checkpoint["seq"] and entry["hash"] != checkpoint["head"]):
        raise Fault("receipt.place")
    check_signature(keys, checkpoint["key"], "checkpoint", checkpoint, receipt["checkpoint"]["signature"], "checkpoint.signature")
    return receipt


def check_certificate(data, keys_with):
    said = document(data, CERTIFICATE)
    certificate = said["certificate"]
    own = {"id": said["key"], "public": said["public_key"], "after": None, "vouching": None}
    check_signature(keys_with(own), said["key"], "deletion", certificate, said["signature"], "certificate.signature")
    erased, keys = certificate["erased"], certificate["keys"]
    if erased["digests"] is not None and (len(erased["digests"]) != erased["count"] or sha256(bytes.fromhex("".join(erased["digests"]))) != erased["digests_sha256"]):
        raise Fault("certificate.sums")
    if keys["ids"] is not None and (len(keys["ids"]) != keys["count"] or sha256("".join(key + "\n" for key in keys["ids"]).encode()) != keys["ids_sha256"]):
        raise Fault("certificate.sums")
    if sum(one["count"] for one in erased["by_class"]) != erased["count"]:
        raise Fault("certificate.sums")
    return certificate


def walk_proofs(data, tenant, keys):
    """Entries, each with what links it to a signed head."""
    log = Log([], [])
    log.chain, log.keys = tenant, keys
    began, is_open, told, start = 0, False, 0, 0
    while start < len(data):
        stop = data.find(b"\n", start)
        line = None if stop < 0 else read(data[start:stop], PROOFS)
        if line is None:
            raise Fault("document.malformed")
        if (line["type"] == "span") == is_open:
            raise Fault("span.order")
        if line["type"] == "span":
            if line["chain"] != tenant or line["after"] < log.sealed or (line["after"] == 0) != (line["prev"] == NOTHING):
                raise Fault("span.order")
            log.seq = began = line["after"]
            log.head, log.at, is_open = line["prev"], "", True
        elif line["type"] == "checkpoint":
            checkpoint = line["checkpoint"]
            if checkpoint["chain"] != tenant or checkpoint["seq"] != log.seq or log.seq == began:
                raise Fault("checkpoint.place")
            if checkpoint["head"] != log.head:
                raise Fault("checkpoint.head")
            log.check_signature(checkpoint["key"], "checkpoint", checkpoint, line["signature"], "checkpoint.signature")
            log.sealed, is_open = log.seq, False
        elif line["type"] == "entry":
            log.on_entry(line)
            told += 1
        else:
            log.on_entry({**line, "action": None, "actor_kind": None, "actor_id": None, "body": None, "salt": None})
        start = stop + 1
    if is_open:
        raise Fault("span.open")
    return told


def check_bundle(files, pins, at):
    def file_of(name):
        at["file"] = name
        if name not in files:
            raise Fault("bundle.files")
        return files[name]

    said = document(file_of("manifest.json"), MANIFEST)
    manifest = said["manifest"]
    keys = trust(document(file_of("keys.json"), KEYS)["keys"], pins)
    at["file"] = "manifest.json"
    check_signature(keys, manifest["key"], "bundle", manifest, said["signature"], "bundle.signature")
    names = [one["name"] for one in manifest["files"]]
    if len(set(names)) != len(files) - 1 or len(names) != len(files) - 1 or "manifest.json" in names:
        raise Fault("bundle.files")
    for one in manifest["files"]:
        content = file_of(one["name"])
        if len(content) != one["bytes"] or sha256(content) != one["sha256"] or one["lines"] not in (None, content.count(b"\n")):
            raise Fault("bundle.changed")
    told = document(file_of("export.json"), is_export)
    if (told["tenant"]["id"], told["filing"]["id"], told["day"], told.get("made_at")) != (manifest["tenant"], manifest["filing"], manifest["day"], manifest["made_at"]):
        raise Fault("bundle.about")
    if any(sha256(version["text"].encode()) != version["text_sha256"] for version in told["in_force"]):
        raise Fault("bundle.text")
    digests = {}
    for version in reversed(told["versions"]):
        digests[version["id"]] = version["text_sha256"]
    receipts = certificates = 0
    for name in names:
        if name.startswith("receipts/"):
            receipt = check_receipt(file_of(name), keys)
            version = receipt["version"]
            if name != "receipts/%s.json" % version["id"] or receipt["tenant"]["id"] != manifest["tenant"] or receipt["filing"]["id"] != manifest["filing"] or digests.get(version["id"]) != version["text_sha256"]:
                raise Fault("bundle.receipt")
            receipts += 1
        elif name.startswith("certificates/"):
            certificate = check_certificate(file_of(name), lambda own: keys)
            if name != "certificates/%s.json" % certificate["id"] or certificate["tenant"]["id"] != manifest["tenant"]:
                raise Fault("bundle.certificate")
            certificates += 1
    entries = walk_proofs(file_of("audit.ndjson"), manifest["tenant"], keys)
    return {"tenant": manifest["tenant"], "filing": manifest["filing"], "day": manifest["day"], "files": len(names), "receipts": receipts, "certificates": certificates, "entries": entries, "key": manifest["key"]}


def judged(kind, pins, work):
    at = {"file": None}
    try:
        return {"ok": True, "fault": None, "kind": kind, **work(at), "pinned": bool(pins)}
    except Fault as bad:
        return {"ok": False, "fault": bad.fault, "kind": kind, "file": at["file"]}


def verify_receipt(data, known=(), keys=()):
    def work(_):
        receipt = check_receipt(data, trust(known, keys))
        version = receipt["version"]
        return {"tenant": receipt["tenant"]["id"], "filing": receipt["filing"]["id"], "version": version["id"], "text_sha256": version["text_sha256"], "key": receipt["key"]}

    return judged("receipt", keys, work)


def verify_certificate(data, known=(), keys=()):
    """A certificate brings its key; whether that is the provider's only a known key tells."""

    def work(_):
        signer = []

        def keys_with(own):
            signer.append(own["id"])
            others = [] if any((one["id"], one["public"]) == (own["id"], own["public"]) for one in known) else [own]
            return trust([*known, *others], keys)

        certificate = check_certificate(data, keys_with)
        return {"certificate": certificate["id"], "tenant": certificate["tenant"]["id"], "deletion": certificate["deletion"]["id"], "erased": certificate["erased"]["count"], "key": signer[0]}

    return judged("certificate", keys, work)


def verify_bundle(files, keys=()):
    """`files` are bytes by name."""
    return judged("filing_export", keys, lambda at: check_bundle(files, keys, at))


def keys_in(said):
    """Public keys as /v1/audit-keys lists them, or as an export has them."""
    return [
        {"id": key["kid"], "public": base64.urlsafe_b64decode(key["x"] + "=" * (-len(key["x"]) % 4)).hex(), "after": key["after"], "vouching": key["vouching"]} if "kid" in key else {name: key[name] for name in ("id", "public", "after", "vouching")}
        for key in said["keys"]
    ]


def unzipped(name):
    with zipfile.ZipFile(name) as archive:
        names = [one for one in archive.namelist() if not one.endswith("/")]
        if len(set(names)) != len(names):
            raise ValueError("The ZIP has a file twice.")
        return {one: archive.read(one) for one in names}


def kind_of(data):
    """What a file is: an export, a receipt, a certificate, or a log."""
    if data[:4] == b"PK\x03\x04":
        return "bundle"
    try:
        said = parsed(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return "log"
    return next((kind for kind in ("receipt", "certificate") if isinstance(said, dict) and kind in said), "log")


def kept(name):
    with open(name, encoding="utf-8") as file:
        said = json.load(file)
    return said if isinstance(said, list) else said.get("items", [said])


def batch(stream):
    """For the comparison of both verifiers: a request a line in, a verdict a line out."""
    for request in stream:
        asked = json.loads(request)
        if "kind" in asked:
            files = {name: bytes.fromhex(data) for name, data in asked["files"].items()}
            data = next(iter(files.values()))
            verdict = verify_bundle(files, asked["keys"]) if asked["kind"] == "bundle" else (verify_receipt if asked["kind"] == "receipt" else verify_certificate)(data, asked["known"], asked["keys"])
            print(json.dumps(verdict), flush=True)
            continue
        print(json.dumps(verify_log([bytes.fromhex(file) for file in asked["files"]], asked["checkpoints"], asked["keys"], asked["chain"])), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", action="append", default=[], metavar="FILE", help="checkpoints you kept")
    parser.add_argument("--key", action="append", default=[], metavar="ID", help="id of a signing key you know")
    parser.add_argument("--keys", metavar="FILE", help="public keys as /v1/audit-keys lists them, for receipts")
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
        kinds = [kind_of(data) for data in files]
        if "log" in kinds or not kinds:
            verdicts = [verify_log(files, [one for name in asked.checkpoint for one in kept(name)], asked.key, asked.chain)]
        else:
            known = []
            if asked.keys:
                with open(asked.keys, encoding="utf-8") as file:
                    known = keys_in(json.load(file))
            verifiers = {"receipt": verify_receipt, "certificate": verify_certificate}
            verdicts = [verify_bundle(unzipped(name), asked.key) if kind == "bundle" else verifiers[kind](data, known, asked.key) for name, kind, data in zip(asked.export, kinds, files)]
    except (OSError, ValueError, KeyError, TypeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    for verdict in verdicts:
        print(json.dumps(verdict, indent=2))
    sys.exit(0 if all(verdict["ok"] for verdict in verdicts) else 1)


if __name__ == "__main__":
    main()
