#!/usr/bin/env bash
# The same set-up as demo.sh, then every test. Needs nothing but a Debian with apt.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh

install_packages
build dev
say "Testing"
ctest --preset dev -j "$(nproc)"
