#!/usr/bin/env bash
# Installs the Debian packages that a job needs, and only those that are missing: setup.sh demo|test|bench|docs|lint|clang
set -euo pipefail

case $1 in
demo) packages=(g++ cmake ninja-build libboost-dev libeigen3-dev libtomlplusplus-dev python3 python3-venv python3-dev) ;;
test) packages=(libgtest-dev pkgconf) ;;
bench) packages=(libbenchmark-dev) ;;
docs) packages=(doxygen) ;;
clang) packages=(clang-19 libclang-rt-19-dev) ;;
lint) packages=(clang-format-19 clang-tidy-19) ;;
*) echo "setup.sh: no job called $1" >&2 && exit 2 ;;
esac

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

give_up() {
    echo "ontrack: missing ${missing[*]} ($1); install with: apt-get install ${missing[*]}" >&2
    exit 1
}

command -v apt-get >/dev/null || give_up "this is not a Debian system"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    command -v sudo >/dev/null || give_up "needs root or sudo"
    [ -t 0 ] || sudo -n true 2>/dev/null || give_up "sudo asks for a password"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=600 "$@" >"$log" 2>&1; }

echo "Installing ${missing[*]}"
# A package list that is absent or old is the usual reason for a first failure.
apt install --no-install-recommends "${missing[@]}" ||
    { apt update && apt install --no-install-recommends "${missing[@]}"; } ||
    give_up "$(grep -m 1 '^E:' "$log" || echo 'apt-get failed')"
