#!/bin/sh
# Make docs/dossier.png, the picture in the README, from the sample reports.
# Needs headless Chromium; run after `make install`. PYTHON names another interpreter.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m foedera read samples --record "$work/samples.foedera"
"$python" -m foedera dossier "${1:-Open Skies}" --record "$work/samples.foedera" -o "$work/dossier.html"
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
  --force-device-scale-factor=1.35 --window-size=960,1080 \
  --screenshot="$PWD/docs/dossier.png" "file://$work/dossier.html"
