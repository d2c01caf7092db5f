#!/usr/bin/env bash
# Renews both lock files, with hashes, for every Python from 3.11 on. Needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=(uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
    --no-annotate --python-version 3.11 pyproject.toml scripts/build-tools.in)
"${lock[@]}" -o requirements.lock
# pyicu has no wheels and wants a compiler; followthemoney loads without it, so tests do
"${lock[@]}" --extra dev -c requirements.lock --no-emit-package pyicu -o requirements-dev.lock
