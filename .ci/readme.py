"""Runs the commands of the README and of the pages beside it, and holds them to what comes out.

Exits 1 when a command fails, when the output shown on a page is not what it prints, when a report
of the main command is not what the standard CSV reader and the data package expect, or when another
number of workers gives other bytes.
"""

import csv
import filecmp
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import shown_commands

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMIT_SECONDS = 20
GUIDES = "Sources/switchboard/switchboard.docc/"
PAGES = ["scenarios/README.md", GUIDES + "WhichServiceLevel.md"]
# Guides of which the commands are run and nothing else is looked at.
COMMANDS = [GUIDES + name + ".md" for name in ("HowManyAgents", "Sweeping", "Decomposing", "TheYear")]


def main():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^(swift run -c release switchboard compare .*--out )(\S+)$", readme, re.M)
    if not command:
        sys.exit("README.md no longer shows the main command")
    with tempfile.TemporaryDirectory() as folder:
        first = pathlib.Path(folder, "first")
        second = pathlib.Path(folder, "second")
        words = shlex.split(command.group(1))
        start = time.monotonic()
        shown = run(words + [str(first)])
        seconds = time.monotonic() - start
        print(f"the comparison took {seconds:.1f} s")
        if seconds > LIMIT_SECONDS:
            sys.exit(f"more than {LIMIT_SECONDS} s")
        check_output(readme, shown)
        check_reports(first)
        run(words + [str(second), "--jobs", "1"])
        names = sorted(path.name for path in first.iterdir())
        same, different, errors = filecmp.cmpfiles(first, second, names, shallow=False)
        if different or errors or names != sorted(path.name for path in second.iterdir()):
            sys.exit(f"one worker gives other bytes: {different + errors}")
        print(f"{len(same)} files, the same bytes with one worker")
    shown_commands.check_page("README.md", skip=(command.group(1),))
    for page in PAGES:
        shown_commands.check_page(page)
    for page in COMMANDS:
        shown_commands.check_page(page, has_figures=False)


def run(words):
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"exit code {done.returncode}: {shlex.join(words)}")
    return done.stdout.decode("utf-8")


def check_output(readme, shown):
    """Every line that the README shows of the output must be in it, in this order."""
    block = re.search(r"<!-- output of the comparison -->\n```\n(.*?)```", readme, re.S)
    if not block:
        sys.exit("README.md shows no output of the comparison")
    lines = iter(shown.splitlines())
    for line in block.group(1).splitlines():
        if line.strip() and line.strip() != "…" and line not in lines:
            sys.exit(f"README.md shows a line that the command does not print:\n{line}\n\n{shown}")


def check_reports(folder):
    """The files are those of the data package, with its columns, rows and checksums."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        path = folder / resource["path"]
        data = path.read_bytes()
        digest = resource["hash"].removeprefix("sha256:")
        if hashlib.sha256(data).hexdigest() != digest:
            sys.exit(f"{path.name}: the checksum in the data package is another")
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        names = [field["name"] for field in resource["schema"]["fields"]]
        if rows[0] != names:
            sys.exit(f"{path.name}: the header is not that of the data package")
        keys = [names.index(key) for key in resource["schema"]["primaryKey"]]
        seen = {tuple(row[key] for key in keys) for row in rows[1:]}
        if len(seen) != len(rows) - 1 or any(len(row) != len(names) for row in rows):
            sys.exit(f"{path.name}: keys are not unique, or a row is short")
        if re.search(rb"(?i)(^|,)-?(nan|inf|[0-9.]+e[-+0-9]+|-0)(,|\r$)", data, re.M):
            sys.exit(f"{path.name}: a number that a spreadsheet does not read")
        print(f"{path.name}: {len(rows) - 1} rows, {len(names)} columns")


main()
