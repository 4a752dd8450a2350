"""Forms by pypdf, for the gate `forms`.

forms.py read FILE                  prints what is filled in, by name, as JSON
forms.py fill FILE VALUES.json OUT  fills in the values and saves
"""
import json
import logging
import sys

from pypdf import PdfReader, PdfWriter

logging.disable()


def read(file):
    values = {}
    for name, field in (PdfReader(file).get_fields() or {}).items():
        value = field.value
        if "/FT" in field and value not in (None, "", "/Off"):
            values[name] = str(value).removeprefix("/") if field.field_type == "/Btn" else str(value)
    print(json.dumps(values))


def fill(file, values, out):
    with open(values, encoding="utf-8") as source:
        values = json.load(source)
    writer = PdfWriter(clone_from=file)
    buttons = {name for name, field in (writer.get_fields() or {}).items() if field.get("/FT") == "/Btn"}
    values = {name: "/" + value if name in buttons else value for name, value in values.items()}
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(out)


{"read": read, "fill": fill}[sys.argv[1]](*sys.argv[2:])
