# To be sourced: real servers for the suites that need them, from Debian's packages, each on a free loopback port with its data
# in a temporary folder. `start_…` sets the variable that names the server, unless it is set already; where there is none
# and none can be installed, it returns 1. All are stopped when the script ends.

stops=()
stop_servers() { for ((i = ${#stops[@]} - 1; i >= 0; i--)); do eval "${stops[i]}" || true; done; }
trap stop_servers EXIT

# With no package of that name, or no right to install it, the program is just not there.
install_for() {
  if [ -z "$(find_program "$1")" ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" > /dev/null || true
  fi
  [ -n "$(find_program "$1")" ]
}

find_program() {
  command -v "$1" || ls /usr/lib/postgresql/*/bin/"$1" 2> /dev/null | sort -V | tail -1
}

free_port() {
  node_modules/.bin/node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})"
}

start_postgres() {
  [ -z "${DATABASE_URL:-}" ] || return 0
  install_for initdb postgresql || return 1
  local bin data port as=()
  bin=$(dirname "$(realpath "$(find_program initdb)")")
  data=$(mktemp -d)
  port=$(free_port)
  # PostgreSQL refuses to run as root.
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$data"
    as=(runuser -u postgres --)
  fi
  "${as[@]}" "$bin/initdb" -D "$data/db" --auth trust --username ai2text > /dev/null
  "${as[@]}" "$bin/pg_ctl" -D "$data/db" -w -l "$data/log" \
    -o "-p $port -k $data -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200" start > /dev/null
  stops+=("${as[*]} $bin/pg_ctl -D $data/db -m immediate stop > /dev/null; rm -rf $data")
  export DATABASE_URL="postgresql://ai2text@127.0.0.1:$port/postgres"
}

start_redis() {
  [ -z "${REDIS_URL:-}" ] || return 0
  install_for redis-server redis-server || return 1
  local port
  port=$(free_port)
  redis-server --port "$port" --bind 127.0.0.1 --save '' --daemonize no > /dev/null &
  stops+=("kill $!; wait $! 2> /dev/null")
  export REDIS_URL="redis://127.0.0.1:$port"
}

start_nats() {
  [ -z "${NATS_URL:-}" ] || return 0
  install_for nats-server nats-server || return 1
  local data port
  data=$(mktemp -d)
  port=$(free_port)
  nats-server --jetstream --store_dir "$data" --addr 127.0.0.1 --port "$port" --log "$data/log" &
  stops+=("kill $!; wait $! 2> /dev/null; rm -rf $data")
  for _ in $(seq 100); do grep -q 'Server is ready' "$data/log" 2> /dev/null && break; sleep 0.1; done
  export NATS_URL="nats://127.0.0.1:$port"
}
