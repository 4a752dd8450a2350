#!/usr/bin/env bash
# Markdown: markdownlint finds nothing. The rules, and the reasons for those that are off, are in
# ../hirekit.markdownlint.jsonc.
set -euo pipefail
lint=target/conformance/node_modules/.bin/markdownlint-cli2

# It ends with 1 when there are findings. A leading `:` says that a name is no pattern.
found=$("$lint" --no-globs --config tests/conformance/hirekit.markdownlint.jsonc "${@/#/:}" 2>&1 >/dev/null) || [ $? -eq 1 ]
declare -A bad
while IFS= read -r line; do
  [ -n "$line" ] || continue
  # folder/file.md:12:3 MD009/no-trailing-spaces words
  [[ $line =~ ^([^:]+):([0-9:]+\ MD.*)$ ]] || { echo "unexpected: $line" >&2; exit 2; }
  bad[${BASH_REMATCH[1]}]=1
  echo "FAIL ${BASH_REMATCH[1]}: line ${BASH_REMATCH[2]}"
done <<<"$found"
for file; do [ -n "${bad[$file]:-}" ] || echo "ok $file"; done
