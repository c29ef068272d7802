#!/usr/bin/env bash
# Starts a throw-away PostgreSQL for the tests in a folder of its own and prints its address; `tools/postgres.sh stop FOLDER` ends it.
# Installs the server with apt-get where it is absent and that is possible. Prints nothing and fails where there is none to be had.
set -euo pipefail
tools_of() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }  # the server refuses to run as root

if [ "${1:-}" = stop ]; then
  as_owner "$(tools_of)/pg_ctl" -D "$2/data" -m immediate stop >/dev/null
  rm -rf "$2"
  exit
fi
if [ -z "$(tools_of)" ] && [ "$(id -u)" = 0 ]; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } >&2
fi
bin=$(tools_of)
[ -n "$bin" ] || { echo "there is no PostgreSQL server here" >&2; exit 1; }
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
chmod 755 "$folder"
as_owner "$bin/initdb" -D "$folder/data" -A trust -U penholder -E UTF8 --locale=C.UTF-8 >&2
as_owner "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=200" start >&2
echo "postgresql://penholder@/postgres?host=$folder"
