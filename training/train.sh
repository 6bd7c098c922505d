#!/usr/bin/env bash
# Trains a model and writes it to models/NAME: `./build train attribution` makes the one that is shipped.
# `./build train attribution distilled` goes on: a second teacher that differs in its seed, then a student that learns
# from their mean opinion, on the labelled articles and on news without labels.
# Every epoch leaves a checkpoint in training/out; a run that was broken off goes on from there. The corpora are read
# from SAYSO_DATA (default ../shared/data beside the repository), the base encoder from SAYSO_BASE.
set -euo pipefail
cd "$(dirname "$0")"
name=${1:-}
kind=${2:-shipped}
[ "$name" = attribution ] && [[ $kind = shipped || $kind = distilled ]] || {
  echo "usage: train.sh attribution [distilled]" >&2
  exit 2
}
data=${SAYSO_DATA:-../../shared/data}
base=${SAYSO_BASE:-../../shared/models/all-minilm-l6-v2}
python=/usr/bin/python3
"$python" -c 'import torch, onnx' 2>/dev/null || {
  echo "training needs Debian's python3-torch, python3-onnx and libopenblas0-pthread: run targets/apt.sh train as root" >&2
  exit 1
}
[ -d "$data/polnear" ] || { echo "no corpora at $data: set SAYSO_DATA" >&2; exit 1; }
. ./env.sh
run() { "$python" -m sayso_training.train_attribution --data "$data" --base "$base" "$@"; }
teacher() { run --out "out/teacher-$1" --seed "$1" --epochs 4; }
teacher 1
best=out/teacher-1/epoch-3.pt
version=attribution-1
if [ "$kind" = distilled ]; then
  teacher 2
  run --out out/student --seed 11 --epochs 5 --teachers out/teacher-1/epoch-3.pt out/teacher-2/epoch-3.pt --plain 900
  best=out/student/epoch-4.pt
  version=attribution-2
fi
"$python" -m sayso_training.export_attribution --checkpoint "$best" --base "$base" \
  --texts parity_texts.jsonl --out ../models/attribution --version "$version"
"$python" -m sayso_training.check_parity --model ../models/attribution
