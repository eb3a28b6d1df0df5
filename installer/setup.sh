#!/bin/sh
# Sets MI Desktop up on a Debian 12 machine and does what it is asked for:
#
#   sh installer/setup.sh run       the main job on the demonstration office
#   sh installer/setup.sh test      every check and test, the same as in CI
#   sh installer/setup.sh prepare   only the set-up
#
# Runs again and again without harm; what is there already is not done twice.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
cd "$root"
venv="$root/.venv"
say() { printf 'setup: %s\n' "$*" >&2; }

# What the program needs.
packages="python3-venv
tesseract-ocr tesseract-ocr-swe tesseract-ocr-eng tesseract-ocr-dan tesseract-ocr-nor
tesseract-ocr-fin tesseract-ocr-deu tesseract-ocr-osd
sane-utils libsane1 cups-client
libegl1 libgl1 libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1
libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libfontconfig1 libdbus-1-3"
# What only its tests need: real parts to try it against.
test_packages="cups printer-driver-cups-pdf gnome-keyring dbus dbus-x11 poppler-utils qpdf xvfb
postgresql"

install_packages() {
    command -v dpkg-query >/dev/null || { say "no Debian here: install the packages by hand"; return; }
    missing=""
    for package in $1; do
        case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
            "install ok installed") ;;
            *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    say "installing Debian packages:$missing"
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086 - a list of names
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
        >&2
}

install_python() {
    wanted=$(cat installer/requirements.lock pyproject.toml | sha256sum | cut -d' ' -f1)
    [ "$(cat "$venv/.made-from" 2>/dev/null)" = "$wanted$root" ] && return 0
    say "making the virtual environment in .venv from installer/requirements.lock (a few minutes)"
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    # The lock is whole; --no-deps, because RapidOCR asks for an OpenCV with a Qt of its own.
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes --no-deps \
        -r installer/requirements.lock
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps \
        --no-build-isolation -e .
    printf '%s' "$wanted$root" >"$venv/.made-from"
}

prepare() {
    install_packages "$packages"
    install_python
}

run() {
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "opening the window on the demonstration office"
        exec "$venv/bin/mi-desktop" demo --window
    fi
    say "no display: doing the same work offscreen; letters, manifest and pictures go to out/"
    QT_QPA_PLATFORM=offscreen exec "$venv/bin/mi-desktop" demo --out out
}

case "${1:-}" in
    run) prepare; run ;;
    test) prepare; install_packages "$test_packages"; exec sh installer/check.sh ;;
    prepare) prepare ;;
    *) say "say what to do: run, test or prepare"; exit 2 ;;
esac
