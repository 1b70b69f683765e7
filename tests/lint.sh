#!/usr/bin/env bash
# Lets clang-tidy and cppcheck read the product, where they are installed. Any finding is a failure.
#   tests/lint.sh [FILE...]     these files (all of the rooms, and main.cpp)
# What they are not asked, and why: .clang-tidy and tests/cppcheck.supp.
set -euo pipefail
cd "$(dirname "$0")/.."
build=build/dev
[ -f $build/compile_commands.json ] || cmake --preset dev >/dev/null
if [ $# = 0 ]; then
  # shellcheck disable=SC2046  # no name has a blank
  set -- main.cpp $(find corpus indexer searcher bench -name '*.cpp' | sort)
fi
jobs=${LINT_JOBS:-$(nproc)}
code=0
if command -v clang-tidy >/dev/null; then
  # The flags are g++'s.
  printf '%s\0' "$@" | xargs -0 -n 8 -P "$jobs" clang-tidy --quiet -p $build \
    --extra-arg=-Wno-unknown-warning-option --warnings-as-errors='*' 2>/dev/null || code=1
fi
if command -v cppcheck >/dev/null; then
  cppcheck --quiet --std=c++20 --language=c++ --enable=warning,performance,portability --inline-suppr \
    --suppressions-list=tests/cppcheck.supp --error-exitcode=1 -j "$jobs" -I . "$@" || code=1
fi
exit $code
