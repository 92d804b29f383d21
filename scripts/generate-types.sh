#!/bin/sh
# Writes db/types.ts from the migrated database at $1 (a URL).
set -eu
cd "$(dirname "$0")/.."
node_modules/.bin/node node_modules/kysely-codegen/dist/cli/bin.js --dialect postgres --url "$1" --out-file db/types.ts \
  --date-parser string --numeric-parser number --type-mapping '{"int8":"number"}' --exclude-pattern 'public.*' --exclude-pattern 'job.*' --log-level error
