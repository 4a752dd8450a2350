#!/usr/bin/env python3
"""What many guides cost: a clean build, builds with nothing to do, a build after one edit.

    cargo build --release
    benches/many.py                        # 10, 100 and 1000 guides, all formats
    benches/many.py --guides 100 --format md

The guides are the bundled ones under other ids and roles. Each line is one process: wall and
processor time in seconds, the most memory it had in MB. Nothing fails when they grow.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def write_guides(folder: pathlib.Path, count: int) -> None:
    """Writes variants of the bundled guides, in turn."""
    bundled = sorted((ROOT / "guides").glob("*.yaml"))
    folder.mkdir(parents=True)
    for number in range(count):
        source = bundled[number % len(bundled)]
        text = source.read_text(encoding="utf-8")
        name = f"guide-{number:04}"
        text = text.replace(f"\nid: {source.stem}\n", f"\nid: {name}\n", 1)
        lines = text.splitlines(keepends=True)
        for at, line in enumerate(lines):
            if line.startswith("role: "):
                lines[at] = line.rstrip("\n") + f" {number}\n"
        (folder / f"{name}.yaml").write_text("".join(lines), encoding="utf-8")


def edit(guide: pathlib.Path, version: int) -> None:
    """Changes a word of a guide."""
    text = guide.read_text(encoding="utf-8")
    guide.write_text(text.replace("\nrole: ", f"\nrole: New {version} ", 1), encoding="utf-8")


def measure(program: pathlib.Path, workspace: pathlib.Path, arguments: list[str]) -> str:
    """Runs a build; its wall time, processor time and peak memory."""
    # A moment, so that files are not as new as the build that follows.
    time.sleep(0.05)
    command = [program, "-C", workspace, "build", *arguments]
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{command} ended with {status}")
    cpu = usage.ru_utime + usage.ru_stime
    return f"{wall:8.2f} s wall {cpu:8.2f} s CPU {usage.ru_maxrss / 1024:7.0f} MB"


def main() -> None:
    """Prints the figures for each number of guides."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--guides", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--format", help="as in `hirekit build --format`")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "target/release/hirekit")
    options = parser.parse_args()
    arguments = ["--format", options.format] if options.format else []
    for count in options.guides:
        workspace = pathlib.Path(tempfile.mkdtemp(prefix="hirekit-many-"))
        try:
            guides = workspace / "guides"
            write_guides(guides, count)
            run = lambda: measure(options.program.resolve(), workspace, arguments)
            print(f"{count} guides", flush=True)
            print(f"  clean             {run()}", flush=True)
            print(f"  nothing to do     {run()}", flush=True)
            print(f"  the same again    {run()}", flush=True)
            edit(guides / "guide-0000.yaml", 1)
            print(f"  one guide edited  {run()}", flush=True)
            shutil.rmtree(workspace / "out" / ".hirekit")
            print(f"  without records   {run()}", flush=True)
        finally:
            shutil.rmtree(workspace)


if __name__ == "__main__":
    main()
