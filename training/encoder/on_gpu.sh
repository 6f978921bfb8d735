#!/usr/bin/env bash
# A large net and a small one that it teaches, within ten minutes of one data-centre GPU:
#
#   training/encoder/on_gpu.sh PRETRAINED SHARED OUTPUT
#
# PRETRAINED has model.safetensors and vocab.txt; SHARED has ner/, treebank/ and polnear/. Needs torch and stanza, no
# network. OUTPUT gets both logs, the nets, and the small one in parts of 15 MB for slow ways home. Started again, it
# goes on from the checkpoints in OUTPUT. TEACHER_STEPS, STUDENT_STEPS, LAYERS and WINDOWS change the course.
set -euo pipefail
cd "$(dirname "$0")/../.."
pretrained=$1 shared=$2 output=$3
mkdir -p "$output"
export PYTHONPATH=$PWD PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1

train() { # NAME and further options
    local name=$1
    shift
    python3 -m training.encoder --pretrained "$pretrained" --names "$shared/ner" --treebank "$shared/treebank" \
        --window 120 --batch-windows "${WINDOWS:-64}" --evaluate-every 500 --output "$output/$name.pt" "$@" \
        2>&1 | tee -a "$output/$name.log"
}

# A pass over names and trees is 125 steps of 64 windows: 20 passes.
train teacher --layers 0 1 2 3 4 5 --piece-layers 6 --rate 3e-4 --steps "${TEACHER_STEPS:-2500}"
# With the raw articles, 330: 10 passes.
read -ra layers <<<"${LAYERS:-0 1 2}"
train student --layers "${layers[@]}" --piece-layers 1 --rate 4e-4 --steps "${STUDENT_STEPS:-3300}" \
    --teacher "$output/teacher.pt" --articles "$shared/polnear/train.jsonl"
split --bytes=15000000 --numeric-suffixes "$output/student.pt" "$output/student.pt."
