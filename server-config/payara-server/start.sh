#!/usr/bin/env bash
# Runs a Payara Server domain in the foreground as this very process: it gets the signals and its log is on stdout.
# asadmin start-domain --verbose would stay as a second JVM in between, and leave before the server has stopped.
#   start.sh <payara6 directory> <domains directory> <domain> [more options of start-domain]
set -euo pipefail
payara=$1 domains=$2 domain=$3
shift 3
mapfile -t command < <("$payara/bin/asadmin" start-domain --dry-run --domaindir "$domains" "$@" "$domain" |
    sed -n '/^Dump of JVM/,/^$/p' |
    sed -e '/^Dump of JVM/d' -e '/^$/d' -e '/^-read-stdin$/{n;s/true/false/}' -e '/^-verbose$/{n;s/false/true/}')
if [ "${#command[@]}" -lt 10 ]; then
    echo "asadmin does not say how to start $domain in $domains; run: $payara/bin/asadmin start-domain --dry-run" >&2
    exit 1
fi
exec "${command[@]}" < /dev/null
