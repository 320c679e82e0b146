#!/usr/bin/env bash
# Follows an office: every event once, in order, a line each in events.ndjson.
#
#   KHAMRONG=https://kathu.go.th/KT KEY=kr_… ./follow.sh
#
# Where it goes on stands in the file itself: behind the event of its last line. A line that a kill
# has cut off is taken out first. Empty lines keep the connection alive.
set -euo pipefail

file=events.ndjson
touch "$file"
while true; do
    if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then sed -i '$d' "$file"; fi
    # The id of an entry stands behind everything that could look like one.
    last=$(tail -n 1 "$file" | sed -nE 's/.*"id":"([^"]*)".*/\1/p')
    curl -sSN --fail-with-body --speed-limit 1 --speed-time 40 \
        -H "Authorization: Bearer $KEY" -H "Accept: application/x-ndjson" \
        "$KHAMRONG/v1/events${last:+?after=$last}" | grep --line-buffered . >>"$file" || true
    if tail -n 1 "$file" | grep -qE '"reset":true|"status":4'; then
        echo "the office refuses to go on: $(tail -n 1 "$file")" >&2
        sed -i '$d' "$file"
        exit 1
    fi
    sleep 5
done
