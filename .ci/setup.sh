# Sourced by demo.sh and test.sh: packages and builds. Needs Debian's apt-get only for what is missing.
export LC_ALL=C DEBIAN_FRONTEND=noninteractive

say() { printf '\n== %s\n' "$*" >&2; }
fail() { printf 'dateline: error: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else fail "these packages must be installed by root: run this as root, or install sudo: $missing"
  fi
}

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || printf '%s ' "$package"
  done
}

# Installs the packages of apt-packages.txt that are not there; nothing else is touched.
install_packages() {
  command -v apt-get >/dev/null || fail "this needs Debian's apt-get; elsewhere install what apt-packages.txt lists, then: cmake --workflow --preset dev"
  # shellcheck disable=SC2046  # one word a package
  missing=$(missing_packages $(grep -v '^#' apt-packages.txt))
  [ -z "$missing" ] && return
  say "Installing: $missing"
  as_root apt-get -o DPkg::Lock::Timeout=600 update -qq
  # shellcheck disable=SC2086
  as_root apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends $missing >&2
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  say "Building ($preset)"
  cmake --preset "$preset" >&2
  cmake --build --preset "$preset" ${1:+--target "$@"} >&2
}
