#!/bin/sh
# Make the pictures of dossiers in README and docs/dossier.md from the sample reports.
# Needs headless Chromium; run after `make install`. PYTHON names another interpreter.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m foedera read samples --record "$work/samples.foedera"

# draw PICTURE HEIGHT WHAT...: the upper part of a dossier
draw() {
  picture=$1 height=$2
  shift 2
  "$python" -m foedera dossier "$@" --record "$work/samples.foedera" -o "$work/$picture.html"
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking \
    --hide-scrollbars --force-device-scale-factor=1.35 --window-size="960,$height" \
    --screenshot="$PWD/docs/$picture.png" "file://$work/$picture.html"
}
draw dossier 1080 "Open Skies"
draw dossier-news 1110 "Open Skies" --changed-since 2020-12-31
