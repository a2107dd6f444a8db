# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run and tests/run: installs what the build needs when apt is there, else names it.

BELANJAIN_LOG=$(mktemp "${TMPDIR:-/tmp}/belanjain.XXXXXX.log")
trap 'rm -f "$BELANJAIN_LOG"' EXIT

belanjain_say() { printf 'belanjain: %s\n' "$*"; }

belanjain_packages() {
  cat <<LIST
g++ cmake ninja-build ccache mold pkg-config ca-certificates
qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev libqt6svg6 qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
libpq-dev libsqlite3-dev qtkeychain-qt6-dev libboost-dev libsodium-dev libjwt-dev
libarchive-dev zlib1g-dev libcurl4-openssl-dev libzint-dev libxlsxwriter-dev libexpected-dev
fonts-inter fonts-dejavu-core xvfb xauth python3 python3-yaml
LIST
  [ "$1" = tests ] || return 0
  echo "sqlite3 openssl dbus poppler-utils zbar-tools postgresql python3-aiosmtpd python3-jsonschema"
  # Another source of Node.js brings its own npm, beside which Debian's cannot be installed.
  command -v npm >/dev/null 2>&1 || echo "nodejs npm"
}

belanjain_setup() {
  local missing="" name
  if ! command -v dpkg-query >/dev/null 2>&1; then
    if ! command -v cmake >/dev/null 2>&1; then
      belanjain_say "install these (Debian's names) and run this again:"
      belanjain_packages "$1"
      exit 1
    fi
    return 0
  fi
  for name in $(belanjain_packages "$1"); do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q "ok installed" || missing="$missing $name"
  done
  [ -z "$missing" ] && return 0
  local sudo=""
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      belanjain_say "as root, run: apt-get install --no-install-recommends$missing"
      exit 1
    fi
    sudo=sudo
  fi
  belanjain_say "installing:$missing"
  $sudo apt-get update >"$BELANJAIN_LOG" 2>&1 || { cat "$BELANJAIN_LOG"; exit 1; }
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >"$BELANJAIN_LOG" 2>&1 \
    || { cat "$BELANJAIN_LOG"; exit 1; }
}
