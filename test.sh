#!/usr/bin/env bash
# The same set-up as demo.sh, then every test; where clang is there, also a look at what its fuzzer
# finds in three seconds a target. Needs nothing but a Debian with apt.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh

install_packages
build dev
say "Testing"
ctest --preset dev -j "$(nproc)"
if command -v clang++ >/dev/null; then
  build fuzz fuzzers
  say "Fuzzing"
  # What fails here fails again: from the same seed.
  FUZZ_SEED=1 tests/fuzz/run.sh 3
fi
