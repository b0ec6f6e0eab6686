#!/bin/sh
# Reads "SIGNAL PID" lines. Its input closes when the launcher dies, however it dies: whatever the launcher left
# running is then stopped, newest first, each one before the next.
alive() { kill -0 "$1" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$1/status"; }
servers=
while read -r signal pid; do servers="$signal:$pid $servers"; done
for server in $servers; do
  pid=${server#*:}
  kill -s "${server%%:*}" "$pid" 2>/dev/null || continue
  tries=0
  while alive "$pid" && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
done
for directory in "$@"; do rm -rf "$directory"; done
