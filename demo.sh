#!/usr/bin/env bash
# One command on a bare Debian: installs what is missing, builds, indexes the sample archive and searches it.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh

install_packages
build release dateline dateline-index
dateline=build/release/dateline
index=build/release/sample-index
rm -rf "$index"
say "dateline index corpus/sample"
"$dateline" index --index "$index" corpus/sample
say "dateline search 'NATO training Iraq'"
"$dateline" search --index "$index" 'NATO training Iraq'
cat >&2 <<END

Try another query:  $dateline search --index $index 'bushfires -australia'
Your own archive:   $dateline index ~/news && $dateline search 'your words'
END
