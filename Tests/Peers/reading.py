#!/usr/bin/env python3
"""Measures how hard it is to read what concord asks and advises, and lists what is too hard.

    reading.py CONCORD [--all]

Every text may have at most grade 8 (Flesch-Kincaid), and the texts of one kind grade 7 on average. The kinds are the questions,
hints and other texts of schema/topics.yaml; the description of each key, which editors show; and the help of findings. The help
is what the program itself prints: on the page of rules, and for every case of the corpus of mistakes.

Code in backticks, people's own text in quotes and blocks to paste are not read. What must stay although it is above the bar is
in reading-exceptions.txt. Exit status: 0 when nothing else is above, 1 when something is, 2 when a tool could not be run.
--all prints every text with its grade. It needs textstat and PyYAML.
"""
import argparse, json, pathlib, re, subprocess, sys, tempfile

import textstat, yaml

EACH, AVERAGE = 8, 7
FIXTURES = pathlib.Path("Tests/Fixtures")
EXCEPTIONS = pathlib.Path(__file__).with_name("reading-exceptions.txt")


def plain(text):
    """The words that somebody reads: no code, no quoted text, no block to paste."""
    text = re.sub(r"``?[^`]*``?", "", text.split("\n")[0])
    text = re.sub(r"(?<!\w)'[^']*'(?!\w)|\"[^\"]*\"|“[^”]*”", "", text)
    # Help that differs in nothing but a number is one text.
    text = re.sub(r"\d+", "2", text)
    # A hyphen joins words that are spoken one by one.
    text = re.sub(r"(?<=\w)[-–](?=\w)", " ", text)
    text = re.sub(r"\s+([,.;:?!])", r"\1", re.sub(r"\s+", " ", text))
    return text.strip(" ,;:—-()")


def grade(text):
    return textstat.flesch_kincaid_grade(text) if re.search(r"[A-Za-z]", text) else 0.0


def unescaped(line):
    """A line of the corpus of mistakes as bytes; `\\xNN`, `\\t` and `\\r` are escapes, and `\\c` leaves out the line feed."""
    out, at, end = bytearray(), 0, b"\n"
    while at < len(line):
        if line[at] != "\\" or at + 1 == len(line):
            out += line[at].encode()
            at += 1
        elif line[at + 1] == "x":
            out.append(int(line[at + 2 : at + 4], 16))
            at += 4
        elif line[at + 1] == "c":
            end, at = b"", at + 2
        else:
            out += {"t": b"\t", "r": b"\r"}.get(line[at + 1], line[at + 1].encode())
            at += 2
    return bytes(out) + end


def mistakes():
    """The files of the corpus, whose form its top explains."""
    base, cases, lines, at, inside = [], [], [], 0, False
    for line in (FIXTURES / "mistakes.txt").read_text("utf-8").split("\n"):
        if line.startswith("=== "):
            if inside:
                cases.append(b"".join(lines + base[at:]))
            lines, at, inside = [], 0, True
        elif line.startswith("|") and not inside:
            base.append(unescaped(line[1:]))
        elif inside and line.startswith("@"):
            place = max(at, int(re.match(r"\d+", line[1:])[0]) - 1)
            lines += base[at:place]
            at = place
        elif inside and line.startswith("-"):
            at += 1
        elif inside and line.startswith("+"):
            lines.append(unescaped(line[1:]))
    return cases + [b"".join(lines + base[at:])]


def run(*arguments):
    outcome = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if outcome.returncode > 1 or not outcome.stdout:
        print(f"{' '.join(arguments)}: {outcome.stderr}", file=sys.stderr)
        sys.exit(2)
    return outcome.stdout


def helps(concord):
    """What the program advises, as (rule, text)."""
    found = set()
    rule = ""
    for line in run(concord, "rules", "--format", "markdown").split("\n"):
        heading = re.match(r"### ([a-z-]+)$", line)
        rule = heading[1] if heading else rule
        if line.startswith("   help: "):
            found.add((rule, line[9:]))
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(mistakes()):
            pathlib.Path(folder, f"{number:04}.agreement.yaml").write_bytes(case)
        for line in run(
            concord, "lint", folder, "--today", "2026-09-01", "--format", "jsonl", "--fail-on", "never", "--ignore", "repository"
        ).split("\n"):
            finding = json.loads(line or "{}")
            if finding.get("help"):
                found.add((finding["rule"], finding["help"]))
    return found


def ending(text, questions):
    """The question of the catalog that a text ends in, which is measured by itself; else nothing to take away."""
    return [question for question in questions if text.endswith(question)] or [""]


def descriptions(value):
    """All descriptions of a JSON Schema."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "description" and isinstance(member, str):
                yield member.split("\n")[0]
            else:
                yield from descriptions(member)
    elif isinstance(value, list):
        for member in value:
            yield from descriptions(member)


def texts(concord):
    """Everything that is measured: for each kind a list of (name, text)."""
    catalog = yaml.safe_load(pathlib.Path("schema/topics.yaml").read_text("utf-8"))
    sections = (catalog["sections"] | catalog["optional-sections"]).items()
    topics = [(name, topic) for _, section in sections for name, topic in section["topics"].items()]
    questions = [(name, section["question"]) for name, section in sections] + [(name, t["question"]) for name, t in topics]
    asked = {text for _, text in questions}
    # The description of a rule's setting is its summary, which is not for those who write agreements.
    summaries = {rule["summary"] for rule in json.loads(run(concord, "rules", "--format", "json"))}
    keys = {
        text
        for schema in ("agreement", "config")
        for text in descriptions(json.loads(run(concord, "schema", schema)))
        if text not in asked | summaries
    }
    return {
        "question": questions,
        "hint": [(name, topic["hint"]) for name, topic in topics],
        "agenda": [(step["id"], step["does"]) for step in catalog["agenda"]],
        "purpose": list(catalog["purposes"].items()),
        "role": [(name, role["means"]) for name, role in catalog["roles"].items()],
        "key": [("", text) for text in sorted(keys)],
        "help": sorted((rule, text.removesuffix(question)) for rule, text in helps(concord) for question in ending(text, asked)),
    }


def exceptions():
    lines = EXCEPTIONS.read_text("utf-8").split("\n") if EXCEPTIONS.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("concord")
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    excepted, is_good = exceptions(), True
    for kind, entries in texts(arguments.concord).items():
        measured = {}
        for name, text in entries:
            measured.setdefault(plain(text), name)
        grades = sorted(((grade(text), name, text) for text, name in measured.items()), reverse=True)
        average = sum(g for g, _, _ in grades) / len(grades)
        print(f"{kind}: {len(grades)} texts, grade {average:.1f} on average")
        if average > AVERAGE:
            print(f"  the average is above {AVERAGE}")
            is_good = False
        for value, name, text in grades:
            line = f"{kind} {name}: {text}" if name else f"{kind}: {text}"
            if value > EACH and line not in excepted:
                print(f"  {value:.1f}  {line}")
                is_good = False
            elif arguments.all:
                print(f"  {value:.1f}  {line}")
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
