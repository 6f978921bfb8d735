#!/usr/bin/env bash
# Builds the image where there is no Docker, measures it, and runs it as in production: read-only, as its user.
#
#   scripts/image.sh [FOLDER [BUILDAH OPTION...]]      FOLDER is for the base image and the volume; default: build/image
#
# On Debian, as root, after `apt install buildah debootstrap curl bc procps`. Options go to `buildah build`, such as
# `--build-arg PIP_INDEX_URL=…` or `--volume /folder:/folder:ro`. Where other jobs keep all cores busy, the start is timed
# as if they did not by `setsid bash -c 'echo -20 >/proc/self/autogroup; scripts/image.sh'`.
set -euo pipefail
cd "$(dirname "$0")/.."
FOLDER=$(realpath -m "${1:-build/image}")
OPTIONS=("${@:2}")
PORT=${PORT:-8000}
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=${STORAGE_DRIVER:-vfs}

# A base like python:slim: Debian with its Python, certificates, and nothing else.
make_base() {
  if ! [ -e "$FOLDER/base/usr/bin/python3" ]; then
    debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates bookworm "$FOLDER/base" >"$FOLDER/base.log"
    rm -rf "$FOLDER"/base/var/{cache/apt,lib/apt/lists,log}/* "$FOLDER"/base/usr/share/{doc,man,locale}/*
  fi
  local container
  container=$(buildah from scratch)
  buildah add --quiet "$container" "$FOLDER/base" >/dev/null
  buildah commit --quiet --rm "$container" quotes-base >/dev/null
}

# What each layer holds, uncompressed, in MB: the image as a folder of layers, each unpacked again.
measure() {
  local folder=$FOLDER/layers
  rm -rf "$folder" && buildah push --quiet quotes "dir:$folder"
  python3 - "$folder" <<'PYTHON'
import gzip, json, sys
from pathlib import Path

folder = Path(sys.argv[1])
manifest = json.loads((folder / "manifest.json").read_text())
total = 0
for layer in manifest["layers"]:
    file = folder / layer["digest"].removeprefix("sha256:")
    packed, size = file.stat().st_size, 0
    opener = gzip.open if file.read_bytes()[:2] == b"\x1f\x8b" else open
    with opener(file, "rb") as stream:
        while block := stream.read(1 << 20):
            size += len(block)
    total += size
    print(f"layer: {size / 1e6:7.1f} MB, {packed / 1e6:7.1f} MB to pull")
print(f"image: {total / 1e6:7.1f} MB")
PYTHON
}

# The container in namespaces of its own: a read-only root, /tmp in memory, a volume, and the image's user.
run() {
  local container root user
  container=$(buildah from --pull-never quotes)
  root=$(buildah mount "$container")
  user=$(buildah inspect --type image --format '{{.Docker.Config.User}}' quotes)
  mapfile -t environment < <(buildah inspect --type image --format '{{range .Docker.Config.Env}}{{println .}}{{end}}' quotes | grep .)
  install --directory --owner="${user%:*}" --group="${user#*:}" "$FOLDER/volume"
  local start ready deadline=$((SECONDS + 120))
  start=$(date +%s.%N)
  unshare --mount --pid --fork --kill-child bash -c '
    root=$1 volume=$2 user=$3; shift 3
    mount --bind "$root" "$root" && mount -o remount,bind,ro "$root"
    mount -t proc proc "$root/proc" && mount -t tmpfs tmpfs "$root/tmp" && mount --bind "$volume" "$root/var/lib/quotes"
    mount --rbind /dev "$root/dev"
    exec chroot --userspec="$user" "$root" env -i "$@"
  ' - "$root" "$FOLDER/volume" "$user" "${environment[@]}" QUOTES_OPEN_TO_ALL=yes "QUOTES_BIND=127.0.0.1:$PORT" \
    quotes serve >"$FOLDER/run.log" 2>&1 &
  local server=$!
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$PORT/readyz"; do
    if ! kill -0 "$server" 2>/dev/null || [ "$SECONDS" -gt "$deadline" ]; then
      kill -KILL "$server" 2>/dev/null
      grep -v /readyz "$FOLDER/run.log"
      return 1
    fi
    sleep 0.1
  done
  ready=$(date +%s.%N)
  # The seconds of CPU, too: on a busy machine they tell more than the clock.
  printf 'ready: %.1f s after its start (%d s of CPU), read-only, as user %s\n' "$(echo "$ready - $start" | bc)" \
    "$(ps --user "${user%:*}" --format times= | paste --serial --delimiters + | bc)" "$user"
  curl --silent --fail-with-body --json '{"articles": [{"text": "“We will build it,” said Ana Ruiz, director of the Port Office."}]}' \
    "http://127.0.0.1:$PORT/v1/analyses" | python3 -c 'import json, sys; print("speaker:", json.load(sys.stdin)["speakers"][0]["name"])'
  curl --silent --fail-with-body --json '{"text": "“We will build it,” said Ana Ruiz, director of the Port Office."}' --output /dev/null \
    "http://127.0.0.1:$PORT/v1/articles" && ls -l "$FOLDER/volume"
  # unshare itself heeds no signal; its child is the service.
  kill "$(pgrep --parent "$server")" && wait "$server" || true
  buildah rm "$container" >/dev/null
}

mkdir -p "$FOLDER"
make_base
buildah build --layers --format docker --build-arg PYTHON_IMAGE=localhost/quotes-base "${OPTIONS[@]}" --tag quotes .
measure
run
