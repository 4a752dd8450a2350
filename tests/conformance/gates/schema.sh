#!/usr/bin/env bash
# JSON Schema: the schema of guides is a good schema, and the guides keep to it, by a checker that
# shares no code with ours; and so do the libraries to theirs. Other JSON files must be JSON.
set -euo pipefail
check=target/conformance/venv/bin/check-jsonschema
schema=guides/guide.schema.json
library=guides/library/library.schema.json

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
    *.schema.json) judge "$file" "$check" --check-metaschema ;;
    *.json) judge "$file" python3 -m json.tool ;;
    guides/library/*) judge "$file" "$check" --schemafile "$library" ;;
    *) judge "$file" "$check" --schemafile "$schema" ;;
  esac
done
