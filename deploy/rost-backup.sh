#!/bin/sh
# A backup, read through to its end; then those older than KEEP_DAYS go, but never the newest seven.
# rost-backup.sh FOLDER
set -eu
folder=${1:?folder of the backups}
keep=${KEEP_DAYS:-30}
rost=${ROST:-rost}
file=$folder/rost-$(date -u +%Y%m%dT%H%M%SZ).rost

"$rost" backup "$file"
"$rost" backup --check "$file"
find "$folder" -maxdepth 1 -name 'rost-*.rost' -type f -printf '%T@ %p\n' | sort -rn | tail -n +8 | cut -d' ' -f2- |
  while read -r old; do find "$old" -mtime "+$keep" -print -delete; done
