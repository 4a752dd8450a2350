#!/usr/bin/env python3
"""SARIF: the log keeps to the standard's schema, and what the schema cannot say: rules, folders and
places that are named are there, each result has a fingerprint of its own, and files have plain URIs."""
import json, os, re, subprocess, sys
from urllib.parse import unquote

WORK = "target/conformance"
# RFC 3986: what may stand in a relative path, or in one of the scheme `file`.
URI = re.compile(r"(file:///)?([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+")


def faults(file):
    check = [f"{WORK}/venv/bin/check-jsonschema", "--schemafile", f"{WORK}/sarif-2.1.0.json", file]
    ended = subprocess.run(check, capture_output=True, text=True)
    if ended.returncode != 0:
        yield " ".join((ended.stdout + ended.stderr).split())
        return
    for run in json.load(open(file, encoding="utf-8"))["runs"]:
        yield from faults_of_run(run)


def faults_of_run(run):
    rules = run["tool"]["driver"].get("rules", [])
    if run.get("columnKind") != "unicodeCodePoints":
        yield "does not say what columns count"
    seen = set()
    for result in run["results"]:
        rule = result.get("ruleIndex", -1)
        if not 0 <= rule < len(rules) or rules[rule]["id"] != result.get("ruleId"):
            yield f"no such rule: {result.get('ruleId')}"
        prints = tuple(result.get("partialFingerprints", {}).values())
        if not prints or prints in seen:
            yield f"no fingerprint of its own: {result['message']['text']}"
        seen.add(prints)
        if re.search(r"\]\([^)]", result["message"]["text"]):
            yield "a link in a message"
        for place in places(result):
            yield from faults_of_place(place, run)


def places(result):
    for location in result["locations"] + result.get("relatedLocations", []):
        physical = location["physicalLocation"]
        yield physical["artifactLocation"], physical.get("region")
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            for replacement in change["replacements"]:
                yield change["artifactLocation"], replacement["deletedRegion"]


def faults_of_place(place, run):
    artifact, region = place
    uri = artifact["uri"]
    if not URI.fullmatch(uri):
        yield f"no plain URI: {uri}"
        return
    base = artifact.get("uriBaseId")
    if (base is None) != uri.startswith("file:") or base not in [None, *run.get("originalUriBaseIds", {})]:
        yield f"no such folder: {base} of {uri}"
    path = os.fsencode(unquote(uri.removeprefix("file://"), errors="surrogateescape"))
    if region is None or not os.path.exists(path):
        return
    # Lines end as the standard says they do unless a log names others.
    lines = re.split("\r\n|\n", open(path, encoding="utf-8-sig", newline="").read())
    for end in "start", "end":
        line, column = region[f"{end}Line"], region[f"{end}Column"]
        if line > len(lines) or column > len(lines[line - 1]) + 1:
            yield f"no such place: {uri}:{line}:{column}"
    if (region["endLine"], region["endColumn"]) < (region["startLine"], region["startColumn"]):
        yield f"ends before it starts: {uri}"


for file in sys.argv[1:]:
    found = list(faults(file))
    for fault in found:
        print(f"FAIL {file}: {fault}")
    if not found:
        print(f"ok {file}")
