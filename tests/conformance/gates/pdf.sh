#!/usr/bin/env bash
# PDF: sound syntax (qpdf), all fonts in the file and with their letters (pdffonts), and a title,
# tags, and the right paper (pdfinfo).
set -euo pipefail

for file; do
  why=()

  # Anything but a clean end counts: qpdf ends with 3 when there are only warnings.
  syntax=$(qpdf --check "$file" 2>&1) || why+=("syntax: $(grep -v '^checking' <<<"$syntax" | head -1)")

  # From the right: object, generation, unicode map, subset, embedded; a name may hold spaces. An
  # unreadable file, and one whose text is only a picture, has no lines at all.
  fonts=$(pdffonts "$file" 2>/dev/null | tail -n +3) || true
  [ -n "$fonts" ] || why+=("no fonts")
  while read -r name embedded subset unicode; do
    [ -n "$name" ] || continue
    [ "$embedded" = yes ] || why+=("font not embedded: $name")
    [ "$subset" = yes ] || why+=("font not subset: $name")
    [ "$unicode" = yes ] || why+=("font without unicode map: $name")
  done < <(awk 'NF { print $1, $(NF-4), $(NF-3), $(NF-2) }' <<<"$fonts")

  info=$(pdfinfo -f 1 -l -1 "$file" 2>/dev/null) || true
  says() { grep -qE "^$1" <<<"$info"; }
  says 'Title: +[^ ]' || why+=("no title")
  says 'Tagged: +yes' || why+=("not tagged")
  says 'JavaScript: +no' || why+=("may hold JavaScript")
  says 'Encrypted: +no' || why+=("encrypted, or unreadable")

  # Every page, in points, rounded.
  case $file in */letter/*) paper='612 792' ;; *) paper='595 842' ;; esac
  pages=$(awk '/^Page +[0-9]+ size:/ { printf "%.0f %.0f\n", $4, $6 }' <<<"$info" | sort -u)
  [ "$pages" = "$paper" ] || why+=("page size: ${pages//$'\n'/, }; it should be $paper")

  for reason in "${why[@]}"; do echo "FAIL $file: $reason"; done
  [ ${#why[@]} -gt 0 ] || echo "ok $file"
done
