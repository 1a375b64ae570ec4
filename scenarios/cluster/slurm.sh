#!/bin/sh
# Runs a command of switchboard as a Slurm array of shards, and merges them when all are there:
#
#   scenarios/cluster/slurm.sh 16 shards results simulate center.jsonc --replications 10000
#
# The folders must be ones that all nodes see. Prints the numbers of the array and of the merge.
set -eu
here=$(dirname "$0")
count=$1 shards=$2 results=$3
shift 3
mkdir -p "$shards"
array=$(sbatch --parsable --array="1-$count" --output="$shards/%a.log" \
  "$here/shard.sbatch" "$count" "$shards" "$@")
merge=$(sbatch --parsable --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes \
  --output="$shards/merge.log" "$here/merge.sbatch" "$shards" "$results")
echo "${array%%;*} ${merge%%;*}"
