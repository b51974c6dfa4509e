#!/usr/bin/env bash
# Installs what is missing and nothing else. Usage: tools/setup.sh [build|all]
#   build  what building needs;  all (default)  also what the tests and benchmarks need.
# Debian and Ubuntu are served by apt-get (as root or through sudo); elsewhere one sentence says what to install.
# Every step looks at what is there, so a second run is quick and a broken first run is simply repeated.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-all}

# Debian's packages. One the distribution does not have is left out: CMake then downloads the source by its pinned hash.
packages=(cmake ninja-build g++ ccache xz-utils bzip2 nlohmann-json3-dev libexpected-dev zlib1g-dev libxlsxwriter-dev
  libmbedtls-dev)
# Any Emscripten on the PATH will do (emsdk, newer Debian); otherwise the distribution's.
command -v em++ >/dev/null || packages+=(emscripten)
if [ "$mode" = all ]; then
  # Clang 14 is Emscripten 3.1.6's own, and clang-format's verdict depends on its version.
  packages+=(clang-14 clang-format-14 libclang-rt-14-dev googletest libgtest-dev libbenchmark-dev
    libreoffice-calc libreoffice-writer poppler-utils python3-openpyxl python3-xlsxwriter python3-xlrd python3-xlwt)
  node tools/lib/chromium.mjs >/dev/null || packages+=(chromium)
fi

say() { printf 'setup: %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
  else return 1; fi
}

node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
  fail "please install Node 20.19 or newer (https://nodejs.org); this one is $(node --version)"

# 1. System packages.
is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]; }
# A snap in a package's clothes (Ubuntu's chromium) cannot be used; a package not on offer cannot be installed.
is_on_offer() { apt-cache policy "$1" | grep 'Candidate: [0-9]' | grep -vq snap; }

install_missing() {
  local missing=() wanted=() package
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  local advice="please run as root: apt-get install --no-install-recommends ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -qq)
  if [ -z "$(find build/.apt-updated -mmin -720 2>/dev/null)" ]; then
    as_root "${apt[@]}" update || fail "$advice"
    mkdir -p build && touch build/.apt-updated
  fi
  for package in "${missing[@]}"; do if is_on_offer "$package"; then wanted+=("$package"); fi; done
  [ ${#wanted[@]} -gt 0 ] || return 0
  say "installing ${wanted[*]}"
  as_root "${apt[@]}" install -y --no-install-recommends "${wanted[@]}" >/dev/null || fail "$advice"
}

if command -v dpkg-query >/dev/null; then
  install_missing "${packages[@]}"
  if [ "$mode" = all ] && ! command -v clang-14 >/dev/null; then install_missing clang clang-format; fi
fi
for tool in cmake ninja c++ em++; do
  command -v "$tool" >/dev/null ||
    fail "'$tool' is missing: please install CMake 3.22+, Ninja, a C++20 compiler and Emscripten 3.1.6+ (em++ on the PATH)"
done

# 2. Emscripten 3.1.7+ loads acorn as an ES module, which only looks beside itself (Debian keeps it in /usr/share/nodejs).
em_root=$(em-config EMSCRIPTEN_ROOT)
if [ -e "$em_root/tools/acorn-optimizer.mjs" ] && [ ! -e "$em_root/node_modules" ] && [ -d /usr/share/nodejs/acorn ]; then
  as_root ln -s /usr/share/nodejs "$em_root/node_modules" || fail "please run as root: ln -s /usr/share/nodejs $em_root/node_modules"
fi

# 3. Sources of the C libraries for the WASM build, from the distribution. What it does not give, CMake downloads pinned.
sources=build/third_party/src
source_packages=(zlib libxlsxwriter mbedtls)
fetch_sources() (
  apt=$PWD/build/third_party/apt
  rm -rf "$apt" && mkdir -p "$apt/lists/partial" "$apt/parts"
  for file in /etc/apt/sources.list.d/{debian,ubuntu}.sources; do
    [ ! -e "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" >"$apt/parts/${file##*/}"
  done
  [ ! -e /etc/apt/sources.list ] || sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$apt/parts/main.list"
  options=(-qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt/parts" -o Dir::State::lists="$apt/lists")
  apt-get "${options[@]}" update || exit 0
  for package in "${source_packages[@]}"; do
    [ ! -e "$sources/$package" ] || continue
    mkdir "$apt/$package"
    (cd "$apt/$package" && apt-get "${options[@]}" source --download-only "$package") || continue
    mkdir -p "$apt/unpacked" "$sources"
    tar -x -f "$apt/$package"/*.orig.tar.* -C "$apt/unpacked" --strip-components=1 --exclude='*/docs' --exclude='*/test' --exclude='*/tests'
    mv "$apt/unpacked" "$sources/$package"
  done
  rm -rf "$apt"
)
if [ "$(cat "$sources/.fetched" 2>/dev/null || true)" != "${source_packages[*]}" ] && command -v apt-get >/dev/null; then
  say "fetching the sources of ${source_packages[*]}"
  fetch_sources >/dev/null 2>&1 || true
  mkdir -p "$sources" && echo "${source_packages[*]}" >"$sources/.fetched"
fi

# 4. Node packages, exactly as locked.
lock=$(sha256sum <package-lock.json)
if [ "$(cat node_modules/.padan-lock 2>/dev/null || true)" != "$lock" ]; then
  say 'installing the Node packages'
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" >node_modules/.padan-lock
fi

# 5. A browser for the page's tests, where the distribution has none.
if [ "$mode" = all ] && ! node tools/lib/chromium.mjs >/dev/null; then
  npx playwright-core install chromium || say 'no Chromium found: please install Chrome or set PADAN_CHROMIUM'
fi
