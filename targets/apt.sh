#!/usr/bin/env bash
# Installs the Debian packages that a part of the project needs: `targets/apt.sh train`, `targets/apt.sh page`. The
# program needs none beside the .NET SDK; the tests of its page in a browser install theirs where they run as root.
set -euo pipefail
case ${1:-} in
  train) packages=(python3-torch python3-onnx python3-numpy libopenblas0-pthread) ;;
  page) packages=(chromium) ;;
  *) echo "usage: targets/apt.sh train|page" >&2; exit 2 ;;
esac
missing=()
for p in "${packages[@]}"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "run as root, or have root run: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
