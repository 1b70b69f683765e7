#!/bin/sh
# install_check.sh CMAKE SOURCE BUILD: installs into a temporary folder and runs what is there.
set -eu
cmake=$1 source=$2 build=$3
[ -e "$build/manual/written" ] || { echo "the manual is not built"; exit 77; }
# No dot in the name: mandoc takes what follows one for the section of the page.
folder=$(mktemp -d "${TMPDIR:-/tmp}/dateline-install-XXXXXX")
trap 'rm -rf "$folder"' EXIT
"$cmake" --install "$build" --prefix "$folder/usr" >"$folder/log"
fail() { echo "failed: $*"; exit 1; }

export HOME="$folder" XDG_CONFIG_HOME="$folder/none" LC_ALL=C
cd "$folder"
dateline="$folder/usr/bin/dateline"
"$dateline" index --quiet --index "$folder/index" "$source/corpus/sample" || fail index
"$dateline" search --index "$folder/index" --format jsonl nato | grep -q '"rank":1' || fail search
"$dateline" config | grep -q '^\[index\]' || fail "config of the other program"

share="$folder/usr/share"
pages=$(find "$share/man" -type f -name 'dateline*')
for page in dateline.1 dateline-search.1 dateline-index.1 dateline-query.7 dateline-formats.7 dateline-config.5; do
  case $pages in *"/$page"*) ;; *) fail "no page $page" ;; esac
done
for page in $pages; do
  case $page in *.gz) gzip -dc "$page" ;; *) cat "$page" ;; esac >"$folder/page"
  head -c 3 "$folder/page" | grep -q '^\.TH' || fail "$page is no man page"
  if command -v mandoc >/dev/null; then
    mandoc -Tlint -Wwarning "$folder/page" | grep -v 'missing date' >"$folder/lint" || true
    [ -s "$folder/lint" ] && { cat "$folder/lint"; fail "mandoc on $page"; }
  fi
  if command -v man >/dev/null; then
    LC_ALL=C.UTF-8 MANROFFSEQ= man --warnings -l "$folder/page" 2>"$folder/lint" >/dev/null || true
    grep -q 'warning' "$folder/lint" && { cat "$folder/lint"; fail "man on $page"; }
  fi
done
[ -s "$share/bash-completion/completions/dateline" ] || fail "completion of bash"
[ -s "$share/zsh/vendor-completions/_dateline" ] || fail "completion of zsh"
[ -s "$share/fish/vendor_completions.d/dateline.fish" ] || fail "completion of fish"
[ -s "$share/doc/dateline/copyright" ] || fail copyright
echo "installed, and runs"
