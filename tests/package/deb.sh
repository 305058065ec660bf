#!/bin/sh
# The .deb, installed into a clean root: the program runs from there with its data, and says its version, manual and completion are there.
# usage: deb.sh BUILD SOURCE
set -eu
build=$1 source=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
(cd "$build" && cpack -G DEB -B "$root/deb" > "$root/cpack.log" 2>&1) || { cat "$root/cpack.log"; exit 1; }
deb=$(find "$root/deb" -maxdepth 1 -name 'attest_*.deb')
clean=$root/clean
mkdir -p "$clean/var/lib/dpkg/info" "$clean/var/lib/dpkg/updates" "$clean/usr/bin"
: > "$clean/var/lib/dpkg/status"
dpkg --root="$clean" --force-depends --force-not-root --force-bad-path --no-triggers --log="$root/dpkg.log" --install "$deb" > "$root/install.log" 2>&1 || { cat "$root/install.log"; exit 1; }
grep -q '^Status: install ok installed' "$clean/var/lib/dpkg/status"
dpkg-deb -f "$deb" Depends | grep -q libxml2
for file in usr/share/man/man1/attest.1 usr/share/bash-completion/completions/attest usr/share/attest/gazetteer.bin usr/share/doc/attest/LICENSE; do
  [ -s "$clean/$file" ] || { echo "not in the package: $file"; exit 1; }
done
env -u ATTEST_DATA "$clean/usr/bin/attest" --version | grep -q '^attest [0-9]'
printf 'A bomb killed 22 people in the town on Monday.\n' > "$root/report.txt"
env -u ATTEST_DATA "$clean/usr/bin/attest" analyze --quiet "$root/report.txt" | grep -q '"effect":"killed"'
echo "installed in a clean root: $(basename "$deb")"
