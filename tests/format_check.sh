#!/usr/bin/env bash
# format_check.sh SOURCE_DIR [CLANG_FORMAT [--apply]]: fails where the layout is not clang-format 14's; 77 (skipped) without version 14.
set -euo pipefail
cd "$1"
tool=${2:-clang-format}
version=$("$tool" --version 2>/dev/null | grep -o 'version [0-9]*' || true)
if [ "$version" != "version 14" ]; then
  echo "skipped: layout is checked with clang-format 14, here is ${version:-none}"
  exit 77
fi
mapfile -t files < <(find main.cpp corpus indexer searcher bench tests -name '*.cpp' -o -name '*.hpp' | sort)
if [ "${3:-}" = --apply ]; then "$tool" -i "${files[@]}"; else "$tool" --dry-run -Werror "${files[@]}"; fi
