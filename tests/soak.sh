#!/usr/bin/env bash
# An archive changes at random for as long as is asked, and its index with it: indexed, merged,
# rebuilt, rolled back, killed, interrupted, damaged and repaired, while others search it. After
# each deed every article must be found as it was last written, and no other; `check` must find
# nothing, the ledger must add up, and nothing may be left lying about.
#   tests/soak.sh [MINUTES] [BUILD]     an hour; build/dev
# SOAK_SEED=N: the same changes again (not the same moments). Prints what was done; exit 1 and the
# place of the index where something does not hold.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
minutes=${1:-60}
if [[ ! $minutes =~ ^[0-9]+$ ]]; then
  printf 'soak: "%s" is no whole number of minutes\n' "$minutes" >&2
  exit 2
fi
dateline=${2:-$here/../build/dev}/dateline
seed=${SOAK_SEED:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
RANDOM=$seed
work=$(mktemp -d "${TMPDIR:-/tmp}/dateline-soak-XXXXXX")
export DATELINE_INDEX=$work/index
mkdir "$work/news"
# However it ends, no search goes on for ever.
trap 'if [ -d "$work" ]; then touch "$work/stop"; fi' EXIT
version=0
deeds=(update update update kill kill interrupt merge rebuild reanalyse rollback withdraw damage)
deed=begin
declare -A done_count texts withdrawn

fail() {
  printf 'soak: %s (seed %s, deed %s; kept: %s)\n' "$*" "$seed" "$deed" "$work" >&2
  touch "$work/stop"
  wait
  exit 1
}
count() { done_count[$1]=$((${done_count[$1]:-0} + 1)); }

# What is drawn is left in a variable: in a subshell bash begins RANDOM anew.
draw() { drawn=$((RANDOM % $1)); }
draw_words() {
  local left
  drawn_words=''
  for ((left = $1; left > 0; --left)); do drawn_words+="word$((RANDOM % 400)) "; done
}

# A file of one to three records, or one text; what must be found of it is kept in `texts`.
write_file() {
  local number=$1 folder=$work/news/$(($1 % 7)) lines='' found='' record id
  mkdir -p "$folder"
  version=$((version + 1))
  if ((number % 5 == 0)); then
    id=$((number % 7))/$number.txt
    draw_words $((20 + RANDOM % 300))
    printf 'State %s of %s\n\n5 January 2020\n\nEverywhere %s end.\n' "$version" "$number" \
      "$drawn_words" >"$folder/$number.txt"
    found="$id State $version of $number"
  else
    for ((record = RANDOM % 3; record >= 0; --record)); do
      id=s$number-$record
      draw_words $((20 + RANDOM % 300))
      lines+="{\"id\":\"$id\",\"headline\":\"State $version of $id\",\"date\":\"2020-0$((1 + RANDOM % 9))-10\",\"source\":\"Wire $((RANDOM % 3))\",\"body\":\"Everywhere $drawn_words end.\"}"$'\n'
      found+="$id State $version of $id"$'\n'
    done
    printf %s "$lines" >"$folder/$number.jsonl"
  fi
  texts[$number]=$found
}

remove_file() {
  rm -f "$work/news/$(($1 % 7))/$1".*
  unset "texts[$1]"
}

change() {
  local left number
  for ((left = 1 + RANDOM % 12; left > 0; --left)); do
    draw 150
    number=$drawn
    draw 6
    if ((drawn == 0)); then remove_file "$number"; else write_file "$number"; fi
  done
}

# What must be found: id and headline of every article, sorted.
expected() {
  local number
  for number in "${!texts[@]}"; do printf '%s\n' "${texts[$number]}"; done |
    while read -r id rest; do
      if [ -n "$id" ] && [ -z "${withdrawn[$id]:-}" ]; then echo "$id $rest"; fi
    done | sort
}

# What is found. Columns are taken by their names; no value here holds a comma or a line end.
answers() {
  "$dateline" --index "${1:-$DATELINE_INDEX}" search -n 0 --copies --format=csv everywhere |
    tr -d '\r"' | awk -F, 'NR == 1 { for (i = 1; i <= NF; ++i) at[$i] = i; next }
                           { print $at["article"], $at["headline"] }' | sort
}

index() {
  local code=0
  "$dateline" index --format=jsonl --threads=$((1 + RANDOM % 3)) "$@" \
    >"$work/ledger" 2>"$work/messages" || code=$?
  [ "$code" = 0 ] || fail "index $*: exit $code: $(tail -n 3 "$work/messages")"
  awk -F'[,:{}]' '{ for (i = 1; i < NF; ++i) { gsub(/"/, "", $i); n[$i] = $(i + 1) } }
    END { exit n["read"] != n["indexed"] + n["unchanged"] + n["duplicate"] + n["superseded"] + n["skipped"] + n["rejected"] }' "$work/ledger" ||
    fail "the ledger does not add up: $(cat "$work/ledger")"
}

require_whole() {
  "$dateline" --index "${1:-$DATELINE_INDEX}" check >"$work/check" 2>&1 ||
    fail "check: $(grep -v ok "$work/check" | head -n 3)"
}

require() {
  answers >"$work/found"
  cmp -s "$work/found" "$1" || fail "$2: $(diff "$work/found" "$1" | head -n 4 | tr '\n' ';')"
}

# As before or as after, nothing between.
require_either() {
  answers >"$work/found"
  cmp -s "$work/found" "$1" || cmp -s "$work/found" "$2" || fail "neither state after a $deed"
}

update() {
  expected >"$work/wanted"
  index "$@" "$work/news"
  require "$work/wanted" "other articles than were written"
}

# A run that is stopped by a signal at some moment.
stopped() {
  local signal=$1 child pause
  shift
  expected >"$work/wanted"
  # A shell's background ignores SIGINT, and so would the run.
  env --default-signal=INT "$dateline" index "$@" >/dev/null 2>&1 &
  child=$!
  draw 250
  pause=$(printf '0.%03d' "$drawn")
  sleep "$pause"
  kill "-$signal" "$child" 2>/dev/null && count "runs stopped"
  wait "$child" 2>/dev/null || true
  require_either "$work/before" "$work/wanted"
  require_whole
}

# Harm to a copy; the copy is repaired and brought up to date.
damage() {
  local copy=$work/copy file size place
  rm -rf "$copy"
  cp -r "$DATELINE_INDEX" "$copy"
  draw 32768
  file=$(find "$copy" -type f -path '*segment-*' -size +0 | sort | awk -v n="$drawn" '{ f[NR] = $0 } END { print f[1 + n % NR] }')
  size=$(stat -c %s "$file")
  place=$(((RANDOM * 32768 + RANDOM) % size))
  if [ "$(od -An -j "$place" -N 1 -tx1 "$file" | tr -d ' ')" = ff ]; then printf '\0'; else printf '\377'; fi |
    dd of="$file" bs=1 seek="$place" conv=notrunc status=none
  local code=0
  "$dateline" --index "$copy" check >"$work/check" 2>&1 || code=$?
  if [ "$code" = 0 ] && is_old "$copy" "$file"; then return; fi
  [ "$code" = 3 ] || fail "check: exit $code after damage to $file at $place"
  code=0
  "$dateline" --index "$copy" check --repair >"$work/check" 2>&1 || code=$?
  [ "$code" = 0 ] || [ "$code" = 3 ] || fail "repair: exit $code: $(tail -n 3 "$work/check")"
  "$dateline" --index "$copy" index "$work/news" >/dev/null 2>"$work/messages" ||
    fail "index after a repair: $(tail -n 3 "$work/messages")"
  require_whole "$copy"
  answers "$copy" >"$work/found"
  cmp -s "$work/found" "$work/before" || fail "articles are missing after a repair"
}

# Whether no manifest in force names the file's segment any more.
is_old() {
  local current
  current=$(grep -ao 'manifest-[0-9]*' "$1/CURRENT" | head -n 1)
  ! grep -q "\"$(basename "$(dirname "$2")")\"" "$1/$current"
}

read_on() {
  local code queries=0 number=$1
  while [ ! -e "$work/stop" ]; do
    code=0
    case $((queries % 4)) in
      0) "$dateline" search --count everywhere ;;
      1) "$dateline" search --format=jsonl '"word1 word2" OR word3 w/5 word4' ;;
      2) "$dateline" timeline everywhere ;;
      *) "$dateline" facets --by source everywhere ;;
    esac >"$work/answer-$number" 2>&1 || code=$?
    [ "$code" -le 1 ] || printf 'exit %s: %s\n' "$code" "$(cat "$work/answer-$number")" >>"$work/troubles"
    queries=$((queries + 1))
    echo "$queries" >"$work/queries-$number"
    sleep 0.05
  done
}

for ((file = 0; file < 60; ++file)); do write_file "$file"; done
update
read_on 1 &
read_on 2 &
end=$((SECONDS + minutes * 60))
while ((SECONDS < end)); do
  answers >"$work/before"
  change
  draw ${#deeds[@]}
  deed=${deeds[$drawn]}
  case $deed in
    update)
      draw 3
      if ((drawn == 0)); then update --writer=stock; else update --writer=auto; fi ;;
    kill) stopped KILL "$work/news"; update ;;
    interrupt) stopped INT "$work/news"; update ;;
    merge | reanalyse)
      update
      answers >"$work/before"
      draw 2
      if ((drawn == 0)); then stopped KILL "--$deed"; fi
      index "--$deed"
      require "$work/before" "a $deed changed an answer" ;;
    rebuild)
      update --rebuild ;;
    rollback)
      update
      cmp -s "$work/before" "$work/wanted" || { index --rollback; require "$work/before" "not the state before"; }
      require_whole
      update ;;
    withdraw)
      update
      draw 32768
      id=$(awk -v n="$drawn" '{ f[NR] = $1 } END { print f[1 + n % NR] }' "$work/wanted")
      withdrawn[$id]=1
      echo "$id" >"$work/withdrawals"
      index --withdraw "$work/withdrawals"
      expected >"$work/wanted"
      require "$work/wanted" "a withdrawn article is found" ;;
    damage) update; answers >"$work/before"; damage ;;
  esac
  require_whole
  count "$deed"
  count deeds
  [ ! -e "$work/troubles" ] || fail "a search failed: $(head -n 3 "$work/troubles")"
  # What no state needs goes a minute later, with the next run.
  left=$(find "$DATELINE_INDEX" -mindepth 1 -maxdepth 1 -mmin +3 | wc -l)
  ((left < 60)) || fail "$left old files and folders are left in the index"
done
touch "$work/stop"
wait
[ ! -e "$work/troubles" ] || fail "a search failed: $(head -n 3 "$work/troubles")"
printf 'soak: %s minutes, seed %s: %s versions of files, %s articles at the end, %s searches beside' \
  "$minutes" "$seed" "$version" "$(expected | wc -l)" "$(cat "$work"/queries-* | awk '{ n += $1 } END { print n }')"
for name in "${!done_count[@]}"; do printf ', %s %s' "$name" "${done_count[$name]}"; done
printf '\nsoak: all held\n'
rm -rf "$work"
