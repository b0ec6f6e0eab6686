#!/bin/sh
# usage: debian-packages.sh DESTINATION PACKAGE…
# Unpacks Debian or Ubuntu packages, and what they need that the machine lacks, into DESTINATION.
# Needs no right and touches nothing of the system: apt works with its own lists and cache.
set -eu
destination=$1
shift
work=$(mktemp -d "$destination.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root"
apt() {
  apt-get -qq -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User= \
    -o Debug::NoLocking=1 -o Acquire::Languages=none -o Acquire::Retries=3 -o Acquire::http::Timeout=20 "$@"
}
apt update || true # a third-party source that does not answer must not stop us
cd "$work/debs"
packages=$(apt -s install --no-install-recommends "$@" | awk '/^Inst /{print $2}')
apt download $packages
for file in *.deb; do dpkg-deb -x "$file" "$work/root"; done
chmod 755 "$work/root"
rm -rf "$destination"
mv "$work/root" "$destination"
