#!/usr/bin/env bash
# Trains a model and writes it to models/NAME: `./build train attribution` makes the one that is shipped: two teachers
# that differ in their seed, then a student that begins as the second and learns from their mean opinion, on the labelled
# articles and on news without labels, and nested attributions from labels alone. The student is then tuned twice on what
# is annotated with nesting, our own corpus included, keeping to its former opinion of un-nested attributions, and the
# checkpoints of all four epochs are averaged. Two more teachers and that average then teach a second student, who begins as it and
# learns nested attributions from them too; the mean of both is shipped.
# `./build train antecedents` fits the weights by which pronouns are resolved, `./build train speakers` those of sources that are
# pronouns; they need the program to be built.
# `./build train nesting` fits the weights by which a statement inside another one is told by that one's speaker; so too.
# `./build train name-kinds` fits the weights by which a name is a person's, a body's, a place's or something else's; so too.
# `./build train sentence` makes models/sentence: the base encoder, tuned to tell sentences of one claim from those that only share
# their subject. `./build train claims` fits the weights by which two statements are taken to be of one claim; it needs the program.
# Every epoch leaves a checkpoint in training/out; a run that was broken off goes on from there. The corpora are read
# from SAYSO_DATA (default ../shared/data beside the repository), the base encoder from SAYSO_BASE.
set -euo pipefail
cd "$(dirname "$0")"
name=${1:-}
case $name in attribution | sentence | claims | antecedents | speakers | nesting | name-kinds) known=yes ;; *) known=no ;; esac
[ $known = yes ] && [ $# = 1 ] || {
  echo "usage: train.sh attribution|sentence|claims|antecedents|speakers|nesting|name-kinds" >&2
  exit 2
}
data=${SAYSO_DATA:-../../shared/data}
base=${SAYSO_BASE:-../../shared/models/all-minilm-l6-v2}
python=/usr/bin/python3
"$python" -c 'import torch, onnx' 2>/dev/null || {
  echo "training needs Debian's python3-torch, python3-onnx and libopenblas0-pthread: run targets/apt.sh train as root" >&2
  exit 1
}
if [ "$name" = sentence ]; then
  . ./env.sh
  "$python" -m sayso_training.train_sentence --data "$data" --written ../corpus/claims/tuning/wordings.tsv \
    --chosen ../corpus/claims/wordings.tsv --base "$base" --out out/sentence --epochs 6 --rate 1e-4
  exec "$python" -m sayso_training.export_sentence --base "$base" --weights out/sentence/epoch-6.pt --texts parity_texts.jsonl \
    --out ../models/sentence --version sentence-2
fi
if [ "$name" = claims ]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
  ../sayso eval claims ../corpus/claims --pairs "$out/wordings.tsv"
  ../sayso eval claims "$data/ecbplus" --pairs "$out/ecbplus.tsv"
  ../sayso eval claims "$data/emergent" --pairs "$out/emergent.tsv"
  "$python" -m sayso_training.pairs --pairs "$out"/{wordings,ecbplus,emergent}.tsv --l2 0.001 --out ../src/Sayso.Core/Claims/pairs.tsv
  exit
fi
if [ "$name" = antecedents ]; then
  out=$(mktemp)
  trap 'rm -f "$out"' EXIT
  ../sayso eval entities "$data/gap/gap-development.tsv" --candidates "$out"
  "$python" -m sayso_training.antecedents --candidates "$out" --out ../src/Sayso.Core/Chains/antecedents.tsv
  exit
fi
if [ "$name" = speakers ]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
  ../sayso eval statements "$data/sayso" --split train --gold-spans --candidates "$out/news.tsv" > "$out/report.txt"
  ../sayso eval statements ../corpus --split train --gold-spans --candidates "$out/corpus.tsv" > "$out/report.txt"
  "$python" -m sayso_training.antecedents --candidates "$out/news.tsv" "$out/corpus.tsv" --l2 0.01 --out ../src/Sayso.Core/Chains/speakers.tsv
  exit
fi
if [ "$name" = nesting ]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
  ../sayso eval statements "$data/sayso" --split train --gold-spans --nested "$out/news.tsv" > "$out/report.txt"
  ../sayso eval statements ../corpus --split train --gold-spans --nested "$out/corpus.tsv" > "$out/report.txt"
  "$python" -m sayso_training.antecedents --candidates "$out/news.tsv" "$out/corpus.tsv" --l2 0.03 --out ../src/Sayso.Core/Chains/nesting.tsv
  exit
fi
if [ "$name" = name-kinds ]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
  list() { basename -as .conllu "$data"/gum/*.conllu | grep -v ^GENTLE | grep -vxFf gum-tenth.txt; }
  seen() { ../sayso eval entities "$2" --kinds "$out/$1.tsv" "${@:3}" > "$out/report.txt"; }
  list > "$out/gum.txt"
  seen wikigold "$data/wikigold/en/test.conllu" --half even
  seen gum "$data/gum" --list "$out/gum.txt"
  seen crossner "$data/crossner_politics/politics/train.txt"
  seen sayso "$data/sayso" --split train
  seen corpus ../corpus --split train
  seen sayso-dev "$data/sayso"
  seen crossner-dev "$data/crossner_politics/politics/dev.txt"
  "$python" -m sayso_training.name_kinds --names "$out"/{wikigold,crossner,sayso,corpus}.tsv --mentions "$out/gum.tsv" \
    --check "$out/crossner-dev.tsv" "$out/sayso-dev.tsv" --out ../src/Sayso.Core/Entities/name-kinds.tsv
  exit
fi
[ -d "$data/polnear" ] || { echo "no corpora at $data: set SAYSO_DATA" >&2; exit 1; }
. ./env.sh
run() { "$python" -m sayso_training.train_attribution --data "$data" --base "$base" "$@"; }
for seed in 1 2; do
  run --out "out/teacher-$seed" --seed "$seed" --epochs 4
done
run --out out/student --seed 11 --epochs 4 --begin out/teacher-2/epoch-3.pt --encoder-rate 2.5e-4 \
  --teachers out/teacher-1/epoch-3.pt out/teacher-2/epoch-3.pt --plain 1200 --nested 2
tuned() { run --written ../corpus --epochs 2 --teachers out/student/epoch-3.pt --encoder-rate 8e-5 --nested 2 --sayso-copies 3 "$@"; }
tuned --out out/tuned-1 --seed 21 --begin out/student/epoch-3.pt --head-rate 8e-4
tuned --out out/tuned-2 --seed 22 --begin out/tuned-1/epoch-1.pt --head-rate 6e-4
"$python" -m sayso_training.average out/tuned-[12]/epoch-[01].pt --out out/attribution-5.pt
for seed in 3 4; do
  run --written ../corpus --out "out/teacher-$seed" --seed "$seed" --epochs 4
done
run --written ../corpus --out out/nested-3 --seed 43 --epochs 1 --begin out/teacher-3/epoch-3.pt \
  --encoder-rate 1.5e-4 --head-rate 1.5e-3 --nested 2 --sayso-copies 3
run --written ../corpus --out out/student-2 --seed 31 --epochs 3 --until 2 --begin out/attribution-5.pt \
  --teachers out/attribution-5.pt out/nested-3/epoch-0.pt out/teacher-4/epoch-3.pt --nested-teachers --plain 2400 \
  --nested 1 --sayso-copies 3 --encoder-rate 2e-4 --head-rate 1e-3
"$python" -m sayso_training.average out/attribution-5.pt out/student-2/epoch-1.pt --out out/attribution.pt
"$python" -m sayso_training.export_attribution --checkpoint out/attribution.pt --base "$base" --data "$data" \
  --texts parity_texts.jsonl --out ../models/attribution --version attribution-7 --unrounded out/fp32
"$python" -m sayso_training.confidence --model ../models/attribution --also out/fp32 --data "$data"
"$python" -m sayso_training.check_parity --model ../models/attribution
