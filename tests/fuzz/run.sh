#!/usr/bin/env bash
# Runs fuzz targets, one after the other, from their seeds. What one finds is written beside where
# this is run, as crash-... or timeout-...; the first find ends it.
#   tests/fuzz/run.sh [SECONDS] [TARGET...]     each so long (60), these (all)
# FUZZ_RUNS=N: so many executions in place of the time. FUZZ_SEED=N: the same inputs in each run
# (else others each time). FUZZ_BUILD: where the targets are.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
programs=${FUZZ_BUILD:-$here/../../build/fuzz}/tests/fuzz
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- query reading date html passage stored
found=$(mktemp -d "${TMPDIR:-/tmp}/dateline-fuzz-XXXXXX")
trap 'rm -rf "$found"' EXIT

options=(-seed="${FUZZ_SEED:-0}" -print_final_stats=1 -timeout=20 -rss_limit_mb=2048)
if [ -n "${FUZZ_RUNS:-}" ]; then
  options+=(-runs="$FUZZ_RUNS")
else
  options+=(-max_total_time="$seconds")
fi
for target in "$@"; do
  seeds=$here/$target-seeds
  [ "$target" = reading ] && seeds=$here/../archives
  mkdir "$found/$target"
  printf '%s: ' "$target"
  if ! "$programs/${target}_fuzz" "${options[@]}" "$found/$target" "$seeds" 2>"$found/log"; then
    echo "found something"
    tail -n 60 "$found/log"
    exit 1
  fi
  echo "$(grep -o 'number_of_executed_units: .*' "$found/log" | grep -o '[0-9]*') executions," \
    "$(find "$found/$target" -type f | wc -l) inputs that reach something new"
done
