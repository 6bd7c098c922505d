#!/usr/bin/env bash
# Trains a model and writes it to models/NAME: `./build train attribution`.
# Two teachers that differ in their seed learn from the labels; a student learns from their mean opinion, on the
# labelled articles and on news without labels. Every step leaves a checkpoint in training/out and is taken up again
# after a break. The corpora are read from SAYSO_DATA (default ../shared/data), the base encoder from SAYSO_BASE.
set -euo pipefail
cd "$(dirname "$0")"
name=${1:-}
[ "$name" = attribution ] || { echo "usage: train.sh attribution" >&2; exit 2; }
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
for seed in 1 2; do
  run --out "out/teacher-$seed" --seed "$seed" --epochs 4
done
run --out out/student --seed 11 --epochs 5 --teachers out/teacher-1/epoch-3.pt out/teacher-2/epoch-3.pt --plain 900
"$python" -m sayso_training.export_attribution --checkpoint out/student/epoch-4.pt --base "$base" \
  --texts parity_texts.jsonl --out ../models/attribution --version attribution-1
"$python" -m sayso_training.check_parity --model ../models/attribution
