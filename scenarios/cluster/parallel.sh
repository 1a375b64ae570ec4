#!/bin/sh
# Runs a command of switchboard in shards with GNU parallel, one a processor, and merges them:
#
#   scenarios/cluster/parallel.sh 16 shards results simulate center.jsonc --replications 10000
#
# For several machines that see the same folders, name them in PARALLEL, as in
# PARALLEL='--sshlogin one,two --workdir .'. After a stop, the same line goes on from what is there.
set -eu
count=$1 shards=$2 results=$3
shift 3
switchboard=${SWITCHBOARD:-switchboard}
seq "$count" | parallel --quote --halt soon,fail=1 \
  "$switchboard" "$@" --jobs 1 --shard "{}/$count" --resume --out "$shards"
exec "$switchboard" merge "$shards" --out "$results"
