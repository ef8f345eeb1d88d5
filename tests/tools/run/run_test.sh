#!/usr/bin/env bash
# run_test.sh SOURCE-FOLDER PROGRAMS-FOLDER: tools/run tells its story twice, and cleans up.
set -uo pipefail
RUN=$1/tools/run
BIN=$2
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT

promise() { # promise WHAT COMMAND...
    local what=$1
    shift
    "$@" && return
    echo "broken: $what"
    tail -40 "$SCRATCH"/*.txt
    exit 1
}

# The server is gone when nobody answers where it stood.
is_stopped() {
    local port
    port=$(cut -d: -f2 "$SCRATCH/demo/address")
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

story() { "$RUN" --bin "$BIN" --data "$SCRATCH/demo" --mothers 12 --no-window; }

story >"$SCRATCH/first.txt" 2>&1
promise "the first run ends well" test $? = 0
promise "the table is there" ls "$SCRATCH"/demo/sigizi-*.csv
promise "what she recorded was waiting" grep -q 'Belum terkirim: [1-9]' "$SCRATCH/first.txt"
promise "and then was taken" grep -q 'Semua catatan sudah diterima' "$SCRATCH/first.txt"
promise "no record of the demo is refused" grep -qE ' 0 ditolak' "$SCRATCH/first.txt"
promise "the trace lists babies" grep -qE 'NUMERATOR|DENOMINATOR|EXCLUDED' "$SCRATCH/first.txt"
promise "the server is stopped" is_stopped

story >"$SCRATCH/second.txt" 2>&1
promise "the second run ends well" test $? = 0
promise "it uses the demo again" grep -q 'again' "$SCRATCH/second.txt"
promise "nothing is sent twice" grep -q ' 0 catatan dikirim' "$SCRATCH/second.txt"
promise "the server is stopped again" is_stopped

mkdir "$SCRATCH/hers"
touch "$SCRATCH/hers/letter"
"$RUN" --bin "$BIN" --data "$SCRATCH/hers" --fresh --no-window >"$SCRATCH/third.txt" 2>&1
promise "a folder of somebody else is refused" test $? = 1
promise "and left alone" test -e "$SCRATCH/hers/letter"
