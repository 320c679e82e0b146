"""An OpenID provider that enforces PKCE and plays the oddities of the Thai ones.

`openid_provider.py thaid|bare|dga|line|shared [FAULT [SECONDS]]`; its first line is the port. It lets in one
person without asking. `bare` answers without a signed statement, as ThaiD does where `openid` is
not asked for; `shared` signs with the client's secret, as LINE does for some channels. A fault is
what it does wrong: issuer, audience, party, expired, future, nonce, none, confused, signature,
hash, subject, discovery, garbage, denied, secret, rotate; SECONDS is its clock, since 1970. It ends
with its input.
"""

import base64
import hashlib
import hmac
import json
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

flavour = sys.argv[1]
fault = sys.argv[2] if len(sys.argv) > 2 else ""
CLIENT, SECRET = "khamrong", "s3cret&+"
ELLIPTIC = flavour == "line"
clock = int(sys.argv[3]) if len(sys.argv) > 3 else None
codes = {}


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def run(*command, data=None):
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout


class Key:
    def __init__(self, number):
        self.id = f"key-{number}"
        self.file = tempfile.NamedTemporaryFile(suffix=".pem")
        kind = ("EC", "ec_paramgen_curve:P-256") if ELLIPTIC else ("RSA", "rsa_keygen_bits:2048")
        self.file.write(run("openssl", "genpkey", "-algorithm", kind[0], "-pkeyopt", kind[1]))
        self.file.flush()

    def public(self):
        if ELLIPTIC:
            der = run("openssl", "pkey", "-in", self.file.name, "-pubout", "-outform", "DER")
            x, y = der[-64:-32], der[-32:]
            return {"kty": "EC", "crv": "P-256", "x": b64(x), "y": b64(y)}
        text = run("openssl", "rsa", "-in", self.file.name, "-noout", "-modulus").decode()
        modulus = bytes.fromhex(text.strip().split("=")[1])
        return {"kty": "RSA", "n": b64(modulus), "e": "AQAB"}

    def jwk(self):
        return {"use": "sig", "alg": "ES256" if ELLIPTIC else "RS256", "kid": self.id} | self.public()

    def sign(self, text):
        der = run("openssl", "dgst", "-sha256", "-sign", self.file.name, data=text.encode())
        if not ELLIPTIC:
            return der
        # SEQUENCE { INTEGER r, INTEGER s }
        end = 4 + der[3]
        numbers = (der[4:end], der[end + 2 : end + 2 + der[end + 1]])
        return b"".join(int.from_bytes(n, "big").to_bytes(32, "big") for n in numbers)


key = Key(1)
other = Key(2) if fault in ("signature", "rotate") else None
published = [key]


def token(issuer, nonce, access):
    global published
    now = clock or int(time.time())
    header = {"alg": "ES256" if ELLIPTIC else "RS256", "kid": key.id, "typ": "JWT"}
    digest = hashlib.sha256(access.encode()).digest()[:16]
    claims = {
        "iss": issuer, "aud": CLIENT, "sub": person()["sub"], "iat": now, "exp": now + 600,
        # Some providers write fractions.
        "auth_time": now - 1.5, "at_hash": b64(digest),
    }
    if flavour != "dga":
        claims |= person()
    if flavour not in ("thaid", "bare"):
        claims["nonce"] = nonce
    changes = {
        "issuer": {"iss": "https://evil.example"}, "audience": {"aud": "somebody-else"},
        "party": {"aud": [CLIENT, "other"], "azp": "other"}, "expired": {"exp": now - 600},
        "future": {"iat": now + 900}, "nonce": {"nonce": "another"}, "hash": {"at_hash": b64(b"x" * 16)},
        "subject": {"sub": ""},
    }
    claims |= changes.get(fault, {})
    signing = key
    if fault == "none":
        header["alg"] = "none"
    elif fault == "confused" or flavour == "shared":
        header["alg"] = "HS256"
    elif fault == "signature":
        signing = other
    elif fault == "rotate":
        signing, header["kid"] = other, other.id
        published = [key, other]
    signed = ".".join(b64(json.dumps(part).encode()) for part in (header, claims))
    if fault == "none":
        signature = b""
    elif header["alg"] == "HS256":
        # The public key taken for a secret, or the secret that both sides know.
        shared = SECRET.encode() if flavour == "shared" else json.dumps(key.jwk()).encode()
        signature = hmac.new(shared, signed.encode(), hashlib.sha256).digest()
    else:
        signature = signing.sign(signed)
    return f"{signed}.{b64(signature)}"


def person():
    name = {"given_name": "สมชาย", "family_name": "ทดสอบดี"}
    if flavour in ("thaid", "bare"):
        return {"sub": "1999900001010", "pid": "1999900001010", "title": "นาย", "ial": "2.3"} | name
    if flavour == "dga":
        return {"sub": "dga-77", "citizen_id": "1999900001010"} | name
    return {"sub": "U0123456789abcdef0123456789abcdef", "name": "ชาย"}


def seasoned(text):
    for _ in range(7):
        text = hashlib.md5((text + "EGA").encode()).hexdigest()
    return text


class Provider(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, location=None):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def do_GET(self):
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/.well-known/openid-configuration":
            base = self.issuer
            return self.answer(200, {
                "issuer": "https://evil.example" if fault == "discovery" else base,
                "authorization_endpoint": base + "/auth/", "token_endpoint": base + "/token/",
                "jwks_uri": base + "/jwks/", "userinfo_endpoint": base + "/userinfo",
                "id_token_signing_alg_values_supported": ["RS256", "none"],
            })
        if url.path == "/jwks/":
            strange = {"kty": "OKP", "crv": "Ed25519", "x": "AAAA", "kid": "strange"}
            return self.answer(200, {"keys": [strange] + [known.jwk() for known in published]})
        if url.path == "/userinfo":
            if self.headers.get("Authorization") != "Bearer access-1":
                return self.answer(401, {"error": "invalid_token"})
            return self.answer(200, person())
        if url.path != "/auth/":
            return self.answer(404, {})
        back = {"state": query["state"]}
        if fault == "denied":
            back["error"] = "user_denied"
        elif query.get("code_challenge_method") != "S256" or len(query["code_challenge"]) != 43:
            back["error"] = "invalid_request"
        else:
            back["code"] = secrets.token_urlsafe(16)
            codes[back["code"]] = query
        return self.answer(302, b"", f"{query['redirect_uri']}?{urlencode(back)}")

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        fields = {name: values[0] for name, values in parse_qs(raw).items()}
        if fault == "garbage":
            return self.answer(200, b"<html>maintenance</html>")
        login = base64.b64decode(self.headers["Authorization"].removeprefix("Basic ")).decode()
        secret = seasoned(SECRET) if flavour == "dga" else SECRET
        name, _, shown = login.partition(":")
        if fault == "secret" or (unquote(name), unquote(shown)) != (CLIENT, secret):
            return self.answer(401, {"error": "invalid_client"})
        asked = codes.pop(fields.get("code"), None)
        digest = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        if (
            asked is None
            or asked["redirect_uri"] != fields.get("redirect_uri")
            or asked["code_challenge"] != b64(digest)
        ):
            return self.answer(400, {"error": "invalid_grant"})
        answer = {
            "access_token": "access-1", "token_type": "Bearer",
            # ThaiD's word and its instant where others write seconds.
            "expire_in" if flavour in ("thaid", "bare") else "expires_in": int(time.time()) + 900,
        }
        if flavour == "bare":
            return self.answer(200, answer | person())
        answer["id_token"] = token(self.issuer, asked.get("nonce"), "access-1")
        return self.answer(200, answer)


server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
print(json.dumps({"port": server.server_address[1]}), flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
