#!/usr/bin/env bash
# Accessible PDF: veraPDF finds every rule of PDF/UA-1 kept that a machine can check.
set -euo pipefail
java=/usr/share/java
work=target/conformance/verapdf
path=$work/verapdf.jar
for jar in jaxb-runtime jaxb-impl jaxb-core istack-commons-runtime txw2 FastInfoset stax-ex javax.activation; do
  path=$path:$java/$jar.jar
done
source=tests/conformance/gates/PdfUa.java
[ "$work/PdfUa.class" -nt "$source" ] || javac -cp "$path" -d "$work" "$source"
exec java -cp "$path:$work" PdfUa "$@"
