#!/usr/bin/env bash
# What CI systems read: the action and workflows keep to the schemas of GitHub, the hooks to
# pre-commit's own reader.
set -euo pipefail
bin=target/conformance/venv/bin

# `judge FILE COMMAND…`
judge() {
  local file=$1 said
  shift
  if said=$("$@" "$file" 2>&1); then
    echo "ok $file"
  else
    echo "FAIL $file: $(tr -s '[:space:]' ' ' <<<"$said")"
  fi
}

for file; do
  case $file in
    *action.yml) judge "$file" "$bin/check-jsonschema" --builtin-schema vendor.github-actions ;;
    *hooks.yaml) judge "$file" "$bin/pre-commit" validate-manifest ;;
    *) judge "$file" "$bin/check-jsonschema" --builtin-schema vendor.github-workflows ;;
  esac
done
