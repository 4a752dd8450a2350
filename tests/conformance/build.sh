#!/usr/bin/env bash
# Builds what the gates judge, into target/conformance/out; `run` calls it.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=target/conformance

hirekit() {
  if [ -n "${HIREKIT:-}" ]; then
    "$HIREKIT" "$@"
  else
    cargo run --release --locked --quiet -- "$@"
  fi
}

rm -rf "$work/out" "$work/sample"

# The kits of this repository. Only a PDF knows its paper.
hirekit --quiet build --out "$work/out/a4" --paper a4
hirekit --quiet build --out "$work/out/letter" --paper letter --format pdf

# A guide with every field there is. The words for its blank are a stranger's who means harm: they
# must come out as words in all formats, and no gate may see a tag, a link or a row more.
mkdir -p "$work/sample/guides"
cp tests/kit/every-field.yaml "$work/sample/guides/"
harm='<img src=x onerror=alert(1)><script>alert(2)</script> | [a](javascript:alert(3)) {{ 7*6 }} <!-- page --> ` **b'
hirekit --quiet -C "$work/sample" build --out ../out/a4-sample --paper a4 --fill "Company=$harm"
