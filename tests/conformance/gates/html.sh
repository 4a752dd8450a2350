#!/usr/bin/env bash
# HTML: the Nu Html Checker of the W3C finds no error. It reads the style sheet within, too.
set -euo pipefail
vnu=target/conformance/node_modules/vnu-jar/build/dist/vnu.jar

# It ends with 1 when there are errors; any other end, or a line that is no error, is its failure.
found=$(java -jar "$vnu" --errors-only "$@" 2>&1) || [ $? -eq 1 ]
declare -A bad
while IFS= read -r line; do
  [ -n "$line" ] || continue
  # "file:/somewhere/page.html":3.1-3.9: error: words
  [[ $line =~ ^\"file:([^\"]+)\":(.*)$ ]] || { echo "unexpected: $line" >&2; exit 2; }
  file=${BASH_REMATCH[1]#"$PWD/"} why=${BASH_REMATCH[2]}
  bad[$file]=1
  echo "FAIL $file: $why"
done <<<"$found"
for file; do [ -n "${bad[$file]:-}" ] || echo "ok $file"; done
