#!/usr/bin/env bash
# Findings as JSON: each document keeps to the schema that hirekit prints, by a checker that shares
# no code with ours.
set -euo pipefail
check=target/conformance/venv/bin/check-jsonschema
schema=target/conformance/reports/findings.schema.json

for file; do
  if said=$("$check" --schemafile "$schema" "$file" 2>&1); then
    echo "ok $file"
  else
    echo "FAIL $file: $(tr -s '[:space:]' ' ' <<<"$said")"
  fi
done
