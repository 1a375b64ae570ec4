"""Runs every command that a page shows and holds the page to what comes out.

A command is a line of a fenced block that begins with `switchboard`, with a prompt or not, or with
`swift run -c release switchboard`. After a line with the prompt `$` follows its output as a
terminal has it, where a line `…` stands for lines left out. A command without output shown must
succeed and print something, on few replications, since nothing is compared. What a paragraph says
with a decimal point must be among the figures shown in its section.
"""

import difflib
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build" / "release" / "switchboard"
PROMPT = "$ "
NAMES = ("swift run -c release switchboard ", "switchboard ")
# Run by .ci/run itself.
ELSEWHERE = ("swift test",)
# Commands that print text for people, on a terminal and elsewhere.
TEXT = ("check", "schema", "columns")
# Commands that simulate, and what keeps that short where no output is shown.
SIMULATES = ("switchboard simulate ", "switchboard compare ")
FEW = ["--replications", "8"]
FIGURE = re.compile(r"(?<![\w.])\d+\.\d+(?= (?:%|s\b|seconds|points))")


def check_page(page, skip=(), has_figures=True):
    """Runs the commands of a page, except those that begin with one of `skip`.

    Without `has_figures` paragraphs and scenarios on the page are not looked at.
    """
    text = (ROOT / page).read_text(encoding="utf-8")
    failures = []
    start = time.monotonic()
    commands = [each for each in shown(text) if not each[0].startswith(skip + ELSEWHERE)]
    for command, output in commands:
        failures += differences(page, command, output)
    if has_figures:
        failures += wrong_figures(page, text)
        failures += [f"{page} shows a scenario that is no file:\n{each}" for each in unknown(text)]
    if failures:
        sys.exit("\n\n".join(failures))
    print(f"{page}: {len(commands)} commands in {time.monotonic() - start:.1f} s")


def blocks(text):
    """The language and lines of every fenced block."""
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S):
        yield match.group(1), match.group(2).splitlines()


def shown(text):
    """Every command, and the lines shown as its output; `None` where none are."""
    for language, lines in blocks(text):
        if language not in ("", "sh"):
            continue
        command = None
        for line in joined(lines) + [PROMPT]:
            if line.startswith(PROMPT):
                if command:
                    yield command, output
                command, output = line.removeprefix(PROMPT), []
            elif command:
                output.append(line)
            elif line.startswith(NAMES + ELSEWHERE):
                yield line, None


def joined(lines):
    """Lines, of which one that ends with a backslash goes on in the next."""
    whole = []
    for line in lines:
        if whole and whole[-1].endswith("\\"):
            whole[-1] = whole[-1][:-1] + line.strip()
        else:
            whole.append(line)
    return whole


def differences(page, command, output):
    """What the command prints that the page does not show, or the other way round."""
    if output is None:
        is_long = any(each in command for each in SIMULATES) and FEW[0] not in command
        printed = run(command, FEW if is_long else [])
        return [] if printed.strip() else [f"{page}: nothing is printed by\n{command}"]
    lines = run(command).splitlines()
    while output and not output[-1].strip():
        output.pop()
    if matches(output, lines):
        return []
    diff = difflib.unified_diff(output, lines, page, "printed", lineterm="")
    return [f"{page} shows another output of\n{command}\n" + "\n".join(diff)]


def matches(shown_lines, printed):
    """Whether the lines are those printed, where `…` stands for any number of them."""
    pieces, piece = [], []
    for line in shown_lines:
        if line.strip() == "…":
            pieces.append(piece)
            piece = []
        else:
            piece.append(line.rstrip())
    pieces.append(piece)
    printed = [line.rstrip() for line in printed]
    if len(pieces) == 1:
        return piece == printed
    first, last = pieces[0], pieces[-1]
    if len(first) + len(last) > len(printed):
        return False
    if printed[: len(first)] != first or (last and printed[-len(last) :] != last):
        return False
    place, end = len(first), len(printed) - len(last)
    for piece in pieces[1:-1]:
        while place + len(piece) <= end and printed[place : place + len(piece)] != piece:
            place += 1
        if place + len(piece) > end:
            return False
        place += len(piece)
    return True


def run(command, options=()):
    """What a command prints, as a terminal would show it; reports go to a folder of their own."""
    for name in NAMES:
        command = command.removeprefix(name)
    words = shlex.split(command) + list(options)
    with tempfile.TemporaryDirectory() as folder:
        if "--out" in words:
            words[words.index("--out") + 1] = folder + "/out"
        if words[0] not in TEXT and "--format" not in words:
            words += ["--format", "table"]
        done = subprocess.run(
            [str(PROGRAM)] + words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
    if done.returncode != 0:
        sys.exit(f"exit code {done.returncode}: {shlex.join(words)}\n{done.stderr}")
    return done.stdout


def wrong_figures(page, text):
    """Figures of a paragraph that no table and no output of its section shows."""
    failures = []
    for section in re.split(r"^## ", text, flags=re.M):
        evidence = "\n".join("\n".join(lines) for _, lines in blocks(section))
        prose = re.sub(r"^```.*?^```$", "", section, flags=re.M | re.S)
        evidence += "\n".join(re.findall(r"^\|.*$", prose, re.M))
        prose = re.sub(r"^\|.*$", "", prose, flags=re.M)
        known = set(re.findall(r"\d+(?:\.\d+)?", evidence))
        for figure in FIGURE.findall(prose):
            if figure not in known:
                failures.append(
                    f"{page}: nothing shown in \"{section.splitlines()[0]}\" says {figure}"
                )
    return failures


def unknown(text):
    """Scenarios shown that are not, but for comments and the schema, a file of the project."""
    files = [
        essence(path.read_text(encoding="utf-8").splitlines())
        for path in sorted((ROOT / "scenarios").rglob("*.jsonc"))
    ]
    return [
        "\n".join(lines)
        for language, lines in blocks(text)
        if language == "jsonc" and essence(lines) not in files
    ]


def essence(lines):
    return [
        line.rstrip()
        for line in lines
        if line.strip() and not line.lstrip().startswith(("//", '"$schema"'))
    ]
