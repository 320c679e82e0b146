"""Asks an office's API with other people's clients, as a new integrator would.

    integrator.py BASE KEY

BASE is the address of an office, KEY that of a connected system. Prints JSON: what each client
found.
"""

import json
import sys

import georeport
import httpx
import httpx_sse
import requests
import sseclient
from openapi_spec_validator import validate

base, key = sys.argv[1], sys.argv[2]
found = {}

document = requests.get(f"{base}/v1/openapi.json", timeout=30).json()
validate(document)
found["operations"] = sum(len(path) for path in document["paths"].values())

headers = {"Authorization": f"Bearer {key}"}
pages = []
url = f"{base}/v1/events?limit=1000"
while True:
    answer = requests.get(url, headers=headers, timeout=30)
    pages += [event["id"] for event in answer.json()]
    if not answer.json():
        break
    url = requests.compat.urljoin(url, answer.links["next"]["url"])
found["events"] = len(pages)


def broken(read):
    """Hears everything over a connection that breaks off again and again; the ids, in order."""
    heard, last, rounds = [], None, 0
    while len(heard) < len(pages):
        rounds += 1
        extra = {"Last-Event-ID": last} if last else {}
        for id_, data in read(extra, 1 + len(pages) // 60):
            if data:
                heard.append(json.loads(data)["id"])
            last = id_ or last
            if len(heard) == len(pages):
                # Nothing more comes: whoever waits for it waits for ever.
                break
    return heard, rounds


def by_httpx(extra, most):
    with httpx.Client(timeout=30) as client:
        with httpx_sse.connect_sse(client, "GET", f"{base}/v1/events", headers=headers | extra) as source:
            for count, event in enumerate(source.iter_sse(), 1):
                yield event.id, event.data
                if count == most:
                    return


def by_sseclient(extra, most):
    answer = requests.get(
        f"{base}/v1/events",
        headers=headers | extra | {"Accept": "text/event-stream"},
        stream=True,
        timeout=30,
    )
    with answer:
        for count, event in enumerate(sseclient.SSEClient(answer).events(), 1):
            yield event.id, event.data
            if count == most:
                return


for name, read in [("httpx_sse", by_httpx), ("sseclient", by_sseclient)]:
    heard, rounds = broken(read)
    found[name] = {"same": heard == pages, "rounds": rounds}

# georeport bears no key where it reads: every request of this process does.
plain = requests.get
georeport.georeport.requests.get = lambda *words, **more: plain(*words, **more, headers=headers, timeout=30)
for form in ["json", "xml"]:
    city = georeport.GeoReport(f"{base}/open311/v2", output_format=form)
    services = city.get_service_list()
    definition = city.get_service_definition("complaint")
    everything = city.get_service_requests()
    one = city.get_service_request(everything[0]["service_request_id"])
    found[f"georeport_{form}"] = [
        len(services), len(everything), "attributes" in definition,
        (one[0] if isinstance(one, list) else one)["service_request_id"] == everything[0]["service_request_id"],
    ]

print(json.dumps(found))
