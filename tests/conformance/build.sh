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

rm -rf "$work/out" "$work/sample" "$work/reports" "$work/faulty"

# The kits of this repository. Only a PDF knows its paper.
hirekit --quiet build --out "$work/out/a4" --paper a4
hirekit --quiet build --out "$work/out/letter" --paper letter --format pdf

# A guide with every field there is. The words for its blank are a stranger's who means harm: they
# must come out as words in all formats, and no gate may see a tag, a link or a row more.
mkdir -p "$work/sample/guides"
cp src/template/trial/every-field.yaml "$work/sample/guides/"
harm='<img src=x onerror=alert(1)><script>alert(2)</script> | [a](javascript:alert(3)) {{ 7*6 }} <!-- page --> ` **b'
hirekit --quiet -C "$work/sample" build --out ../out/a4-sample --paper a4 --fill "Company=$harm"

# What workspaces change: a theme with logo and font, a question block of their own, a packet of their
# own, German labels with one word changed; and a language that is read to the left, with its labels
# and a font.
rm -rf "$work/workspaces"
cp -r tests/conformance/workspaces "$work/"
branded="$work/workspaces/branded" rtl="$work/workspaces/rtl"
mkdir -p "$branded/fonts" "$rtl/fonts" "$rtl/labels"
cp /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf "$branded/fonts/Aster-Regular.ttf"
cp /usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf "$branded/fonts/Aster-Bold.ttf"
cp /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf "$rtl/fonts/"
cp tests/cli/rtl/he.yaml "$rtl/labels/"
hirekit --quiet -C "$branded" new it-support-manager --from it-support-manager
hirekit --quiet -C "$branded" templates eject question
sed -i '/^<!-- \/question -->/d' "$branded/templates/parts/question.md"
cat >>"$branded/templates/parts/question.md" <<'END'
<!-- choice {{ question.field }}.signal weak fair strong -->
- [ ] **Weak**
- [ ] **Fair**
- [ ] **Strong**

<!-- /question -->

END
hirekit --quiet -C "$branded" templates check
hirekit --quiet -C "$branded" build --out ../../out/branded
hirekit --quiet -C "$rtl" build --out ../../out/rtl

# Reports: of this repository, and of guides with every kind of mistake, some of them a stranger's who
# means harm. Their files are read by a gate under the paths that the reports give.
faulty="$work/faulty"
mkdir -p "$work/reports" "$faulty/guides"
cp tests/check/findings/{planted,traps}.yaml "$faulty/guides/"
for name in '::error::a, b' 'é 100%' $'\377[1]#?'; do
  printf 'id: "::error file=a::b\\n::error::c"\nsumary: [%s](https://e.example)\nfaq: %s\n' "$harm" 'é 😀 yes' >"$faulty/guides/$name.yaml"
done
printf '\357\273\277id: a\r\nminuts: 4\r\n' >"$faulty/guides/bom.yaml"
hirekit schema findings >"$work/reports/findings.schema.json"
report() {
  local name=$1 format=$2 end=$3 code=0
  shift 3
  hirekit --message-format "$format" "$@" >"$work/reports/$name.$end" || code=$?
  [ "$code" -le 1 ]
}
for name in sound faulty; do
  case $name in
    sound) folder=. ;;
    faulty) folder=$faulty ;;
  esac
  report "$name" json findings.json -C "$folder" check
  report "$name" sarif sarif -C "$folder" check
  report "$name" github annotations -C "$folder" check
done
report built json findings.json build --out "$work/faulty/out" --format md

# What CI systems read. A workflow goes to the root of a repository.
mkdir -p "$work/faulty/new/.git"
hirekit --quiet init "$work/faulty/new/hiring" --ci ./
cp "$work/faulty/new/.github/workflows/hirekit.yml" "$work/reports/workflow.yml"
