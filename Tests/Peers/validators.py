#!/usr/bin/env python3
"""Says whether concord and two JSON Schema validators give the same verdict on the cases of a fixture.

    run.py VENV CONCORD CASES [--schema FILE] [--keep DIR] [--list]

VENV is a Python environment with check-jsonschema and sourcemeta-jsonschema; nothing is installed here.
Without --schema the schema is the one that `CONCORD schema agreement` prints. Exit status: 0 when every case has the
verdicts that the fixture states, 1 when one has not, 2 when a tool could not be run.

The format of the cases stands at their top. Python 3.9 or later, standard library only.
"""
import argparse, collections, concurrent.futures, json, os, pathlib, re, subprocess, sys, tempfile

TOOLS = ("check-jsonschema", "sourcemeta")
Case = collections.namedtuple("Case", "name concord deviating reason text")


def patched(base, body, name):
    """Applies the lines of a patch: `@ x` goes to the next line x, `- x` deletes it, `+ x` writes x behind it."""
    lines, at = list(base), 0
    for line in body:
        sign, content = line[:1], line[2:]
        if sign == "+":
            lines.insert(at, content)
            at += 1
            continue
        try:
            found = lines.index(content, at)
        except ValueError:
            sys.exit(f"{name}: no line {content!r} in the base after line {at}")
        if sign == "-":
            del lines[found]
            at = found
        else:
            at = found + 1
    return lines


def read_cases(path):
    base, cases, seen = None, [], set()
    blocks = re.split(r"(?m)^=== ", pathlib.Path(path).read_text(encoding="utf-8"))[1:]
    for block in blocks:
        header, _, body = block.partition("\n")
        lines = body.rstrip("\n").split("\n")
        if header.strip() == "base":
            base = lines
            continue
        name, concord, outcome = [part.strip() for part in header.split("|")]
        if name in seen or concord not in ("accept", "reject"):
            sys.exit(f"{name}: a name that stands twice, or a verdict that is none")
        seen.add(name)
        deviating, reason = (), ""
        if outcome != "agree":
            match = re.fullmatch(r"differs: ([a-z0-9-]+)(?: \((%s) only\))?" % "|".join(TOOLS), outcome)
            if not match:
                sys.exit(f"{name}: cannot read {outcome!r}")
            reason = match[1]
            deviating = (match[2],) if match[2] else TOOLS
        if lines[0][:2] in ("- ", "+ ", "@ "):
            lines = patched(base, [line for line in lines if line], name)
        cases.append(Case(name, concord, deviating, reason, "\n".join(lines) + "\n"))
    return cases


def run(command, good):
    try:
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    except OSError as error:
        print(f"{command[0]} cannot be run: {error}", file=sys.stderr, flush=True)
        os._exit(2)
    if done.returncode not in good:
        print(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}", file=sys.stderr)
        os._exit(2)
    return done


def check_jsonschema(venv, schema, files):
    """`-vv` with `-o json` lists the files that passed, too; YAML is told by the ending."""
    done = run([venv / "bin/check-jsonschema", "--schemafile", schema, "-o", "json", "-vv", *files], (0, 1))
    report = json.loads(done.stdout)
    verdicts = {}
    for path in report.get("successes", report.get("checked_paths", [])):
        verdicts[path] = ("accept", "")
    for error in report.get("errors", []):
        best = error.get("best_deep_match", error)
        verdicts[error["filename"]] = ("reject", f"{best['path']}: {best['message']}")
    for error in report.get("parse_errors", []):
        verdicts[error["filename"]] = ("reject", error["message"])
    return verdicts


def sourcemeta(venv, schema, files):
    """The text on the standard error names every file when it is `--verbose`; `--json` does not."""
    # Not bin/jsonschema: the package jsonschema, which check-jsonschema needs, puts a script of that name there as well.
    command = [venv / "bin/python", "-m", "sourcemeta_jsonschema", "validate", schema, "--continue", "--verbose", "--color", "never"]
    verdicts, rest = {}, list(map(str, files))
    while rest:
        # Even with `--continue` it ends at a file that it cannot parse, so that it has to begin again behind that.
        done, current = run([*command, *rest], (0, 1)), None
        for line in (done.stdout + "\n" + done.stderr).splitlines():
            if match := re.match(r"(ok|fail): (.*?)(?: \(entry #\d+\))?$", line):
                current = str(pathlib.Path(match[2]).resolve())
                if match[1] == "fail" or current not in verdicts:
                    verdicts[current] = ("accept" if match[1] == "ok" else "reject", "")
            elif match := re.match(r"\s+at file path (.*)$", line):
                verdicts[str(pathlib.Path(match[1]).resolve())] = ("reject", "does not parse")
            elif (match := re.match(r'\s+at instance location "(.*?)"', line)) and current and not verdicts[current][1]:
                verdicts[current] = (verdicts[current][0], match[1])
        left = [path for path in rest if path not in verdicts]
        if len(left) == len(rest):
            verdicts[left[0]] = ("nothing", (done.stdout + done.stderr)[-300:])
            left = left[1:]
        rest = left
    return verdicts


def concord(binary, files):
    done = run([binary, "lint", "--select", "structure", "--format", "json", "--today", "2026-08-01", *files], (0, 1))
    verdicts = {path: ("accept", "") for path in map(str, files)}
    for finding in json.loads(done.stdout)["findings"]:
        if finding["level"] == "error":
            verdicts[finding["path"]] = ("reject", f"{finding['rule']}: {finding['message']}")
    return verdicts


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("venv", type=pathlib.Path)
    parser.add_argument("concord", type=pathlib.Path)
    parser.add_argument("cases", type=pathlib.Path)
    parser.add_argument("--schema", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="write the files here and leave them")
    parser.add_argument("--list", action="store_true", help="list the stated differences as well")
    options = parser.parse_args()
    cases = read_cases(options.cases)
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or pathlib.Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        schema = options.schema
        if schema is None:
            schema = folder / "agreement.schema.json"
            schema.write_text(run([options.concord.resolve(), "schema", "agreement"], (0,)).stdout, encoding="utf-8")
        files = [folder / f"{case.name}.agreement.yaml" for case in cases]
        for file, case in zip(files, cases):
            file.write_bytes(case.text.encode("utf-8"))
        verdicts = {}
        # check-jsonschema reads YAML in Python, about 10 ms for each file, so it gets every processor.
        count = os.cpu_count() or 1
        with concurrent.futures.ThreadPoolExecutor(count + 2) as pool:
            parts = [pool.submit(check_jsonschema, options.venv, schema.resolve(), part) for i in range(count) if (part := files[i::count])]
            others = [pool.submit(sourcemeta, options.venv, schema.resolve(), files), pool.submit(concord, options.concord.resolve(), files)]
            verdicts["check-jsonschema"] = {path: verdict for part in parts for path, verdict in part.result().items()}
            verdicts["sourcemeta"], verdicts["concord"] = [other.result() for other in others]
    wrong = 0
    for file, case in zip(files, cases):
        other = "reject" if case.concord == "accept" else "accept"
        for tool in ("concord", *TOOLS):
            due = other if tool in case.deviating else case.concord
            found, why = verdicts[tool].get(str(file), ("nothing", ""))
            if found != due:
                wrong += 1
                print(f"{case.name}: {tool} says {found}, but the fixture {due}{f' ({why})' if why else ''}")
        if options.list and case.reason:
            print(f"{case.name}: stated: concord {case.concord}s, {' and '.join(case.deviating)} {other}; {case.reason}")
    stated = sum(1 for case in cases if case.reason)
    print(f"{len(cases)} cases, {stated} stated differences, {wrong} disagreements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
