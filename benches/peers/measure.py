"""Measures the three programs in turn, checks that they print the same, and prints the table.

`run` calls it. One sample is one process: hirekit's counts whole, from its start to its end; Typst
and WeasyPrint count only what they do after they are loaded and have been used once, which favours
them. A worker is this file again, with a job as its only argument.
"""

import datetime
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

GUIDE = "it-manager"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "target/peers"
WHOLE = "whole-kit"
# The guide as it is with all that it includes, which the peers cannot follow, and no packets but
# those of every kit.
WORKSPACE = WORK / "workspace"
SOURCE = WORKSPACE / "guides" / f"{GUIDE}.yaml"

# hirekit is so short that one sample says little: each round takes several.
BUILDS = 5


# ------------------------------------------------------------------ Workers


def typst_kit(job):
    """Every packet is a document of its own, from one template, in one process."""
    import typst

    compiler = typst.Compiler(
        HERE / "kit.typ",
        root=ROOT,
        font_paths=[job["fonts"]],
        ignore_system_fonts=True,
    )

    def print_kit():
        for name in job["packets"]:
            inputs = {"guide": f"/{SOURCE.relative_to(ROOT)}", "packet": name, "version": job["version"]}
            pdf = compiler.compile(format="pdf", sys_inputs=inputs)
            Path(job["out"], f"{name}.pdf").write_bytes(pdf)

    return print_kit, print_kit


def weasyprint_kit(job):
    """hirekit's own pages. The whole kit is their pages in one document, laid out only once."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    options = {"pdf_tags": True, "pdf_variant": "pdf/ua-1"}

    def print_page(page):
        return HTML(filename=page).render(font_config=fonts, **options)

    def print_kit():
        internal = []
        for page in sorted(Path(job["html"]).glob("*/*.html")):
            name = page.stem[3:]
            inside = WHOLE in job["packets"] and page.parent.name == "internal"
            if name not in job["packets"] and not inside:
                continue
            document = print_page(page)
            if name in job["packets"]:
                document.write_pdf(Path(job["out"], f"{name}.pdf"), **options)
            if inside:
                internal.append(document)
        if internal:
            pages = [page for document in internal for page in document.pages]
            whole = internal[0].copy(pages)
            whole.write_pdf(Path(job["out"], f"{WHOLE}.pdf"), **options)

    def warm_up():
        # One page: all of them would take as long as the measurement, and WeasyPrint keeps nothing.
        print_page(Path(job["html"], "public/01-job-posting.html")).write_pdf(**options)

    return warm_up, print_kit


def work(job):
    warm_up, print_kit = {"typst": typst_kit, "weasyprint": weasyprint_kit}[job["program"]](job)
    warm_up()
    # All threads of the process, user and system.
    start = time.process_time()
    print_kit()
    print(time.process_time() - start)


# ------------------------------------------------------------------ Samples


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def cold(command):
    """The CPU time of a whole process."""
    child = subprocess.Popen(command, cwd=WORKSPACE)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime


class Hirekit:
    unit = "a cold process"

    def __init__(self, name, program, *flags):
        self.name, self.program, self.flags = name, program, flags

    def samples(self, packets, out):
        chosen = [word for packet in packets for word in ("--packet", packet)]
        build = [self.program, "build", GUIDE, "--quiet", "--format", "pdf", *self.flags, *chosen]
        return [cold([*build, "--out", str(fresh(out))]) for _ in range(BUILDS)]


class Peer:
    unit = "in-process, warm"

    def __init__(self, name, program, **job):
        self.name, self.job = name, {"program": program, **job}

    def samples(self, packets, out):
        job = json.dumps({**self.job, "packets": packets, "out": str(fresh(out))})
        return [float(subprocess.check_output([sys.executable, __file__, job], env=environment()))]


def environment():
    """WeasyPrint finds fonts by fontconfig: ours, and no others to choose from."""
    return {**os.environ, "FONTCONFIG_FILE": str(WORK / "fonts.conf")}


# ------------------------------------------------------------------ What was printed


def tool(*command):
    # Poppler calls a boolean of Typst's a mistake; what it says of it is no matter here.
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def facts(pdf):
    info = dict(re.findall(r"^(.+?):\s*(.*)$", tool("pdfinfo", pdf), re.M))
    words = set(re.findall(r"\w+", tool("pdftotext", pdf, "-").lower()))
    return int(info["Pages"]), info["Tagged"] == "yes", words


def kit_facts(out):
    return {re.sub(r"^\d\d-", "", pdf.stem): facts(pdf) for pdf in sorted(out.rglob("*.pdf"))}


def check(name, ours, theirs, same_layout):
    """A comparison is only worth something when the same has been printed."""
    faults = []
    if ours.keys() != theirs.keys():
        faults.append(f"prints other packets: {sorted(ours.keys() ^ theirs.keys())}")
    least = 1.0
    for packet in ours.keys() & theirs.keys():
        (our_pages, _, our_words), (pages, tagged, words) = ours[packet], theirs[packet]
        share = len(our_words & words) / len(our_words)
        least = min(least, share)
        if share < 0.98:
            faults.append(f"{packet}: {share:.1%} of the words, without {sorted(our_words - words)}")
        if not tagged:
            faults.append(f"{packet}: not tagged")
        # A web page breaks where it breaks; our own template for Typst can be adjusted.
        if same_layout and abs(pages - our_pages) > max(1, our_pages * 0.2):
            faults.append(f"{packet}: {pages} pages, not about {our_pages}")
    all_pages, our_pages = (sum(fact[0] for fact in kit.values()) for kit in (theirs, ours))
    if abs(all_pages - our_pages) > our_pages * 0.2:
        faults.append(f"{all_pages} pages in all, not about {our_pages}")
    for fault in faults:
        print(f"NOT THE SAME: {name}: {fault}")
    print(f"{name}: {len(theirs)} PDFs, {all_pages} pages for {our_pages}; of each, at least {least:.1%} of the words")


# ------------------------------------------------------------------ The table


def main(hirekit, fonts, rounds):
    fresh(SOURCE.parent)
    SOURCE.write_text(tool(hirekit, "show", ROOT / "guides" / SOURCE.name), encoding="utf-8")
    for kind in ("html", "pdf"):
        out = fresh(WORK / kind)
        build = [hirekit, "build", GUIDE, "--quiet", "--format", kind, "--out", out]
        subprocess.run(build, cwd=WORKSPACE, check=True)
    (WORK / "fonts.conf").write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{WORK / 'fontcache'}</cachedir></fontconfig>\n"
    )
    everything = list(kit_facts(WORK / "pdf"))
    whole = tool("pdftotext", WORK / "pdf" / GUIDE / f"internal/00-{WHOLE}.pdf", "-")
    has_forms = "--no-forms" in tool(hirekit, "build", "--help")

    ours = [Hirekit("hirekit, with forms" if has_forms else "hirekit", hirekit)]
    if has_forms:
        ours.append(Hirekit("hirekit, no forms", hirekit, "--no-forms"))
    typst = Peer("Typst", "typst", fonts=fonts, version=re.search(r"Kit (\w+)", whole)[1])
    weasyprint = Peer("WeasyPrint", "weasyprint", html=str(WORK / "html" / GUIDE))
    # WeasyPrint takes half a minute for everything, and looks worse without the whole kit, whose
    # pages it has laid out already: once is enough.
    sets = [
        ("every packet and the whole kit", everything, [*ours, typst, weasyprint]),
        ("every packet", [name for name in everything if name != WHOLE], [*ours, typst]),
        ("the whole kit alone", [WHOLE], [*ours, typst]),
    ]
    taken, printed = {}, {}
    for _ in range(rounds):
        for made, packets, programs in sets:
            for program in programs:
                out = WORK / "out" / f"{made}, {program.name}"
                key = made, program.name
                taken.setdefault(key, []).extend(program.samples(packets, out))
                if key not in printed:
                    printed[key] = kit_facts(out)

    print(f"{datetime.date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, {rounds} rounds")
    versions = [f"{name} {version(name)}" for name in ("typst", "weasyprint")]
    print("; ".join([tool(hirekit, "--version").strip(), *versions, f"Python {platform.python_version()}"]))
    print()
    first = sets[0][0]
    for peer in (typst, weasyprint):
        check(peer.name, printed[first, ours[0].name], printed[first, peer.name], peer is typst)
    print()
    print(f"{'':23}{'':18}{'':>5} {'CPU s':^17} {'CPU ms per page':^17} {'times hirekit':^17}")
    print(f"{'':23}{'':18}{'pages':>5}" + f"{'median':>9}{'least':>9}" * 3)
    for made, _, programs in sets:
        print(made)
        base = None
        for program in programs:
            times = taken[made, program.name]
            pages = sum(facts[0] for facts in printed[made, program.name].values())
            seconds = [statistics.median(times), min(times)]
            each = [second / pages * 1000 for second in seconds]
            base = base or each
            ratios = [one / our for one, our in zip(each, base)]
            cells = [f"{n:9.3f}" for n in seconds] + [f"{n:9.2f}" for n in each] + [f"{n:9.1f}" for n in ratios]
            print(f"  {program.name:21}{program.unit:18}{pages:5}" + "".join(cells))


if __name__ == "__main__":
    if len(sys.argv) == 2:
        work(json.loads(sys.argv[1]))
    else:
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
