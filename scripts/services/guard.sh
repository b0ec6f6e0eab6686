#!/bin/sh
# Reads "SIGNAL PID" and "remove DIRECTORY" lines. Its input closes when the launcher ends, however it ends: what the
# launcher left running is then stopped, newest first, each before the next, and its temporary directories removed.
alive() { kill -0 "$1" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$1/status"; }
servers=
while read -r what value; do
  if [ "$what" = remove ]; then set -- "$@" "$value"; else servers="$what:$value $servers"; fi
done
for server in $servers; do
  pid=${server#*:}
  kill -s "${server%%:*}" "$pid" 2>/dev/null || continue
  tries=0
  while alive "$pid" && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
  if alive "$pid"; then kill -s KILL "$pid"; fi
done
for directory in "$@"; do rm -rf "$directory"; done
