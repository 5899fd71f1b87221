#!/bin/sh
# Makes the virtual environment named by $1 with the newest Python from 3.11 to 3.14 and installs the program into it.
set -eu
venv=$1

usable() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 && usable "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "interview_drill needs Python 3.11 to 3.14: install one, or name it: make install PYTHON=/path/to/python3" >&2
    exit 1
}

# A half-made environment (no pip, another Python since) is made anew.
if ! { [ -x "$venv/bin/python" ] && usable "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }; then
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "Python's venv is missing: run 'sudo apt install python$version-venv' (or your system's package of it), then make again" >&2
        exit 1
    fi
    "$python" -m venv --clear "$venv"
fi
echo "Installing interview_drill into $venv (once; a minute or so) ... 首次安装，约一分钟"
"$venv/bin/python" -m pip install -q --disable-pip-version-check -e '.[test]'
