"""Attacks every command with changed files and looks at what the whole program does: a peer of the fuzzer, which sees only functions.

    python siege.py CONCORD [--seconds N] [--seed N] [--keep FOLDER] [--only MODE,MODE]

Each round makes a folder with a few files and runs one command on it. Three kinds of changes are made: bytes at random; whole values,
entries and sections moved, swapped or repeated, so that the file often stays valid and the rules and the diff are reached; and two
files spliced into one. What must hold, whatever the files are:

  crash     the exit status is 0, 1 or 2
  hang      the processor time stays within a line through the size of the input; and eight times as much of the same takes at most
            sixteen times as long
  memory    the peak stays within a line through the size of the input
  private   a telephone number that a lint withholds is in no output of any command
  outside   nothing outside of the folder changes, and inside only what the command is there to change; where it says that it
            could not, nothing
  leftover  no temporary file is left behind
  digest    the digest is the one that the independent reader computes

Exit status: 0 when everything held, 1 when something did not (the folder and the command are kept in --keep). It needs PyYAML.
"""
import argparse, hashlib, json, os, pathlib, random, re, resource, shutil, signal, subprocess, sys, tempfile, time

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import canonical

ROOT = pathlib.Path(__file__).resolve().parents[2]
CANARY = b"555-201-7788"
TODAY = ["--today", "2026-09-10"]
FORMATS = ["text", "short", "json", "jsonl", "github", "gitlab", "junit", "sarif"]
TOKENS = [token.encode() for token in [
    "'", '"', "\n'", "[", "]", "{", "}", ": ", ":", "- ", "-", "\n", "\n  ", "  ", ",", "? ", "| ", "|\n", ">-\n", "&a", "*a", "!t", "%", "@", "`", "\t",
    "\u00a0", "\u200b", "\u2062", "\ue000", "–", "•", "“", "”", "x-a: ", "agreed: ", "#", " #", "# concord: allow vague-answer -- x\n", "\r", "\r\n",
    "\ufeff", "---\n", "...\n", "<<: ", "\\", "\\u00", "é", "e\u0301", "1. ", "norms:", "topics:", "signatures:", "2026-13-40", "2026-08-17", "~", "null",
    "100%", "7:30 pm", "left: 2026-01-01\n", "joined: 2026-09-01\n", "carried: ", "open: {until: 2026-10-01}", "not-relevant: ", "\x1b[31m", "TBD",
    "::error::x", "##vso[x]", "##teamcity[x]", "{0}", "[x](https://example.org)", "<script>", "Call 555-201-7788", "exclude: ['**']\n", "rules: {unknown-key: off}\n",
]] + [b"\xff", b"\x00", b"\xc3"]

# Slips that come again and again: as lines, and inside of one line.
SLIPS = [b'x-%d: "a" b', b"x-%d: a: b", b"x-%d: 'a' b", b"x-%d: 'a", b"x-%d: [a", b"x-%d:a", b"x-%d a", b"\tx-%d: a", b"wrong-%d: a", b"  x-%d: a", b"%d"]
PIECES = [b"a: ", b"and a: ", b"a, b: ", b"a-b: ", b"agreed: ", b"- ", b"- a: ", b'"a" ', b"'a' ", b"[a: ", b"{a: ", b"? ", b"a # "]
# Words that the rules and the diff read; with another number each time, so that no two of them are alike.
PHRASES = [b"room %d and ", b"one cycle %d, ", b"a class w%d, one class ", b"%d of every %d ", b"75 % of w%d, every w%d ", b"not %d, never w%d ", b"may see w%d or ", b"only w%d ", b"evaluation w%d ", b"w%d and ", b"if w%d agree ",
           b"every w%d ", b"$%d a year, ", b"at %d:30 ", b"January %d ", b"Monday and w%d ", b"grade %d, ", b"unless w%d, ", b"within %d days ", b"w%d rarely ", b"w%d consent ",
           b"the coach w%d tells w%d ", b"either w%d or ", b"2025-%d ", b"Ms. W%d ", b"w%d@example.org ", b"555-%d "]

# Beginnings, middles and ends of words, as they are left over when somebody cuts or pastes.
FRAGMENTS = ["'s", "\u2019s", "n't", "'", "-", "--", "\u2014", "/", "(", ")", ":", ";", ",", ".", "...", "?", "$", "%", "&", "@", "#", "+", "1", "2026", "3A", "K-5", "4:30", "Ms.", "Dr", "Bo", "X.",
             "a", "I", "it", "the", "to", "one", "no", "not", "if", "as", "when", "some", "all", "only", "each", "every", "may", "need", "possible", "needed", "weekly", "often",
             "student", "girl", "IEP", "grade", "coach", "principal", "teacher", "evaluation", "see", "handbook", "call", "school", "lunch", "duty", "covers", "subs", "or", "and", "of", "in", "at", "by"]


class Files:
    """What the changes start from, and the changes."""

    def __init__(self, chance):
        self.chance = chance
        read = lambda pattern: [path.read_bytes() for path in sorted(ROOT.glob(pattern))]
        self.agreements = read("samples/**/*.agreement.yaml") + read("schema/vectors/*.yaml") + read("Tests/Fixtures/*.yaml")
        self.settings = read("samples/**/concord.yaml") + [SETTINGS]
        self.texts = [b"Call 555-201-7788", b"Maya Zz, grade 4, reads below level", b"see handbook", b"''", b'"a: b"', b"[]", b"{}", b"~", b"brandt", b"2026-09-01",
                      b"principal", b"weekly", b"45", b"- a", b"|\n      a\n      b", "“quoted”".encode(), b"a" * 3000, b"*x", b"null"]

    def bytes(self, text):
        """Some bytes put in, taken out or overwritten."""
        text = bytearray(text)
        for _ in range(self.chance.choice([1, 1, 2, 3, 5])):
            place = self.chance.randrange(len(text) + 1)
            what = self.chance.random()
            if what < 0.5:
                text[place:place] = self.chance.choice(TOKENS)
            elif what < 0.7:
                del text[place:place + self.chance.choice([1, 2, 8, 60])]
            elif what < 0.85:
                lines = bytes(text).split(b"\n")
                lines.insert(self.chance.randrange(len(lines)), self.chance.choice(lines))
                text = bytearray(b"\n".join(lines))
            elif place < len(text):
                text[place] = self.chance.randrange(256)
        return bytes(text)

    def values(self, text):
        """Whole values and entries changed, so that the file is often still an agreement."""
        for _ in range(self.chance.choice([1, 1, 2, 4])):
            try:
                decoded = text.decode("utf-8-sig")
                nodes = list(scalars(yaml.compose(decoded, Loader=yaml.BaseLoader)))
            except (yaml.YAMLError, UnicodeDecodeError, RecursionError, AttributeError):
                return self.bytes(text)
            if not nodes:
                return text
            node = self.chance.choice(nodes)
            start, end = (len(decoded[:mark.index].encode()) for mark in (node.start_mark, node.end_mark))
            what = self.chance.random()
            if what < 0.3:
                text = text[:start] + self.chance.choice(self.texts) + text[end:]
            elif what < 0.45:
                text = text[:start] + self.words() + text[end:]
            elif what < 0.7:
                other = self.chance.choice(nodes)
                text = text[:start] + decoded[other.start_mark.index:other.end_mark.index].encode() + text[end:]
            else:
                lines = text.split(b"\n")
                first = min(node.start_mark.line, len(lines) - 1)
                block = lines[first:first + self.chance.choice([1, 1, 3])]
                if self.chance.random() < 0.5:
                    del lines[first:first + len(block)]
                else:
                    target = self.chance.randrange(len(lines) + 1)
                    lines[target:target] = block
                text = b"\n".join(lines)
        return text

    def words(self):
        """A text of a few fragments, most of them with a space between."""
        text = "".join(self.chance.choice(FRAGMENTS) + self.chance.choice(["", " ", " ", " "]) for _ in range(self.chance.choice([1, 2, 3, 5, 8, 20])))
        return json.dumps(text, ensure_ascii=False).encode()

    def splice(self, text, other):
        """The beginning of one file and the end of another, cut between sections."""
        cuts = [[match.start() for match in re.finditer(rb"(?m)^[a-z]", part)] or [0] for part in (text, other)]
        return text[:self.chance.choice(cuts[0])] + other[self.chance.choice(cuts[1]):]

    def changed(self, seeds):
        """A changed copy of one of some files."""
        text = self.chance.choice(seeds)
        what = self.chance.random()
        if what < 0.35:
            return self.bytes(text)
        if what < 0.8:
            return self.values(text)
        return self.splice(text, self.chance.choice(seeds))

    def repeated(self):
        """A file in which a part is repeated, by how often; and perhaps by a number for the year, so that two files differ in each part."""
        text = self.changed(self.agreements)
        if self.chance.random() < 0.4:
            return self.phrases(text)
        if self.chance.random() < 0.3:
            slip = self.chance.choice(SLIPS)
            return lambda n, year=0: text + b"\n" + b"".join(slip % number + b"\n" for number in range(n))
        lines = text.split(b"\n")
        first = self.chance.randrange(len(lines))
        block = lines[first:first + self.chance.choice([1, 1, 2, 5])]
        if self.chance.random() < 0.3:
            line = block[0]
            cut = self.chance.randrange(len(line) + 1)
            piece = line[cut:cut + self.chance.choice([1, 2, 10])] or b" "
            # Short lines too, for the search for repairs gives up where a line is long.
            times = self.chance.choice([2, 8, 20])
            if self.chance.random() < 0.3:
                piece = self.chance.choice(PIECES)
            return lambda n, year=0: b"\n".join(lines[:first] + [line[:cut] + piece * (n * times) + line[cut:]] + lines[first + 1:])
        return lambda n, year=0: b"\n".join(lines[:first] + block * n + lines[first + len(block):])

    def phrases(self, text):
        """A file in which a line goes on with many phrases, or is one of many lines that end with one."""
        lines = text.split(b"\n")
        ends = [number for number, line in enumerate(lines) if re.search(rb"[a-z]$", line)] or [0]
        first = self.chance.choice(ends)
        phrase = self.chance.choice(PHRASES)
        numbered = lambda number, year: re.sub(rb"%d", lambda _: b"%d" % (number * 7919 % 100_000 + year), phrase)
        if self.chance.random() < 0.7:
            make = lambda n, year: [lines[first] + b" " + b"".join(numbered(number, year) for number in range(8 * n)).rstrip(b", ")]
        else:
            make = lambda n, year: [lines[first] + b" " + numbered(number, year).rstrip(b", ") for number in range(n)]
        return lambda n, year=0: b"\n".join(lines[:first] + make(n, year) + lines[first + 1:])


def scalars(node):
    """Every value of a document, whatever it is in."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(value)
            yield key
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from scalars(item)
    elif node is not None:
        yield node


SETTINGS = b"""district: Brookside
time-zone: America/Chicago
agreements: [a, b]
exclude: ["**/old/**", "b/*.yml"]
rules:
  vague-answer: off
  personal-data: info
  signatures: warning
catalog:
  ask: [boundaries]
  sections:
    access:
      topics:
        subs: {title: Substitutes, question: Who covers?, hint: Ask., example: Nobody., expects: who, since: 2026-27}
"""


class Siege:
    def __init__(self, program, seed, keep):
        self.program, self.keep, self.seed = program, keep, seed
        self.chance = random.Random(seed)
        self.files = Files(self.chance)
        self.runs, self.failures = 0, 0
        self.environment = {"PATH": os.environ["PATH"], "CI": "true", "HOME": "/nonexistent", "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}
        with tempfile.TemporaryDirectory() as folder:
            sample = sorted(ROOT.glob("samples/riverbend/**/*.agreement.yaml"))[0]
            paths = []
            for copy in range(40):
                path = pathlib.Path(folder, f"{copy}.agreement.yaml")
                path.write_bytes(sample.read_bytes().replace(b"id: ", b"id: x%d-" % copy, 1))
                paths.append(path)
            self.start = min(self.run(["--version"], folder).seconds for _ in range(5))
            self.per_byte = self.run(["lint", *TODAY, "--jobs", "1", "."], folder).seconds / sum(path.stat().st_size for path in paths)

    def run(self, arguments, folder, stdin=b"", environment=None):
        """One run of the program: status, output, processor seconds, peak memory in bytes."""
        self.runs += 1
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as given:
            given.write(stdin)
            given.seek(0)
            process = subprocess.Popen([self.program, *map(str, arguments)], cwd=folder, stdin=given, stdout=out, stderr=subprocess.STDOUT,
                                       env=environment or self.environment, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            return Run(process.returncode, out.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)

    def fail(self, kind, text, arguments, folder, output=b""):
        self.failures += 1
        print(f"{kind}: {text}\n  concord {' '.join(map(str, arguments))}", flush=True)
        if self.keep:
            target = pathlib.Path(self.keep, f"{self.seed}-{self.failures}-{kind}")
            shutil.copytree(folder, target, dirs_exist_ok=True, symlinks=True)
            pathlib.Path(target, "command.txt").write_text(" ".join(map(str, arguments)) + "\n")
            pathlib.Path(target, "output.txt").write_bytes(output)
            print(f"  kept in {target}", flush=True)

    def checked(self, arguments, folder, size, withheld=False, **more):
        """A run of which everything is asked that can be asked of any run."""
        run = self.run(arguments, folder, **more)
        if run.status not in (0, 1, 2):
            self.fail("crash", f"status {run.status}: {run.output[-300:]!r}", arguments, folder, run.output)
        allowed = 0.2 + 3 * self.start + 60 * self.per_byte * size
        if run.seconds > allowed:
            self.fail("hang", f"{run.seconds:.2f} s for {size} bytes, more than {allowed:.2f} s", arguments, folder)
        if run.memory > 100e6 + 300 * size:
            self.fail("memory", f"{run.memory / 1e6:.0f} MB for {size} bytes", arguments, folder)
        if withheld and CANARY in run.output:
            self.fail("private", f"the number is printed: {run.output[max(0, run.output.find(CANARY) - 80):][:200]!r}", arguments, folder)
        return run

    def round(self, mode):
        with tempfile.TemporaryDirectory() as parent:
            pathlib.Path(parent, "outside").mkdir()
            pathlib.Path(parent, "outside/precious.agreement.yaml").write_bytes(self.files.agreements[0])
            folder = pathlib.Path(parent, "repository")
            folder.mkdir()
            before = snapshot(parent)
            getattr(self, mode)(folder)
            after = {name: content for name, content in snapshot(parent).items() if not name.startswith("repository/")}
            if after != {name: content for name, content in before.items() if not name.startswith("repository/")}:
                self.fail("outside", "a file outside of the folder changed", [mode], folder)
            left = [name for name in snapshot(folder) if os.path.basename(name).startswith(".concord")]
            if left:
                self.fail("leftover", str(left), [mode], folder)

    def fill(self, folder, count, settings=0.3):
        """Some changed agreements, perhaps with settings; the number of bytes."""
        size = 0
        for number in range(count):
            text = self.files.changed(self.files.agreements)
            path = pathlib.Path(folder, self.chance.choice(["a", "b", "."]), f"{number}.agreement.yaml")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text)
            size += len(text)
        if self.chance.random() < settings:
            text = self.files.changed(self.files.settings)
            pathlib.Path(folder, "concord.yaml").write_bytes(text)
            size += len(text) * (count + 1)
        return size

    def is_withheld(self, folder):
        """Whether a lint with every rule and without settings withholds the telephone number wherever it is."""
        files = [path for path in folder.rglob("*") if path.is_file() and CANARY in path.read_bytes()]
        if not files or any(path.name == "concord.yaml" for path in files):
            return False
        # With a letter or a digit beside it, it is no telephone number.
        if any(re.search(rb"[0-9A-Za-z]" + CANARY + b"|" + CANARY + rb"[0-9A-Za-z]", path.read_bytes()) for path in files):
            return False
        with tempfile.TemporaryDirectory() as copy:
            pathlib.Path(copy, "concord.yaml").write_bytes(b"district: D\n")
            for number, path in enumerate(files):
                shutil.copy(path, pathlib.Path(copy, f"{number}.agreement.yaml"))
            run = self.run(["lint", *TODAY, "--jobs", "1", "--format", "json", "."], copy)
            return run.status in (0, 1) and b"personal-data" in run.output and CANARY not in run.output

    def lint(self, folder):
        size = self.fill(folder, self.chance.choice([1, 4, 10]))
        options = self.chance.choice([[], ["--select", "repository"], ["--ignore", "privacy"], ["--no-suppressions"], ["--select", "signatures"], ["--diff", "--unsafe"],
                                      ["--fail-on", "never"]])
        self.checked(["lint", *TODAY, "--jobs", self.chance.choice([1, 2]), "--format", self.chance.choice(FORMATS), *options, "."], folder, size, self.is_withheld(folder))

    def settings(self, folder):
        size = self.fill(folder, 2, settings=1)
        self.checked(self.chance.choice([["lint", *TODAY, "."], ["config", "show", "."], ["topics", "subs"], ["topics"], ["diff", "2025-26", "2026-27"]]), folder, size)

    def baseline(self, folder):
        size = self.fill(folder, 2, settings=0)
        path = folder / "base.json"
        self.checked(["lint", *TODAY, "--write-baseline", path, "."], folder, size)
        if path.exists():
            path.write_bytes(self.files.bytes(path.read_bytes()))
            self.checked(["lint", *TODAY, "--baseline", path, "."], folder, size + 4 * path.stat().st_size, self.is_withheld(folder))

    def fix(self, folder):
        size = self.fill(folder, 3)
        before = {name for name in snapshot(folder)}
        self.checked(["lint", *TODAY, "--fix", *self.chance.choice([[], ["--unsafe"]]), "."], folder, 3 * size, self.is_withheld(folder))
        if before != {name for name in snapshot(folder)}:
            self.fail("leftover", str(before ^ set(snapshot(folder))), ["lint", "--fix"], folder)

    def diff(self, folder):
        first = self.files.changed(self.files.agreements)
        second = self.chance.choice([self.files.values, self.files.bytes])(first)
        for name, text in (("2025-26", first), ("2026-27", second)):
            folder.joinpath(f"{name}.agreement.yaml").write_bytes(text)
        names = ["2025-26.agreement.yaml", "2026-27.agreement.yaml"]
        command = self.chance.choice([["diff", *names, "--format", self.chance.choice(["text", "markdown", "json", "html"])],
                                      ["history", *names, "--format", self.chance.choice(["text", "markdown", "json"])],
                                      ["git-diff-driver", names[0], names[0], "0" * 40, "100644", names[1], "1" * 40, "100644"],
                                      ["git-merge-driver", "base", names[0], names[1], "7", names[0]],
                                      ["git-textconv", names[1]], ["show", names[1]]])
        folder.joinpath("base").write_bytes(self.chance.choice([b"", self.files.values(first)]))
        self.checked(command, folder, 4 * (len(first) + len(second)), self.is_withheld(folder))

    def grow(self, folder):
        """Eight times as much of the same may not take much longer than eight times as long."""
        make = self.files.repeated()
        path, other = folder / "x.agreement.yaml", folder / "y.agreement.yaml"
        command = self.chance.choice([["lint", *TODAY, "--jobs", "1", path], ["lint", *TODAY, "--diff", "--unsafe", path], ["show", path],
                                      ["git-merge-driver", folder / "base", path, other, "7", "x"],
                                      ["git-textconv", path], ["diff", path, other], ["diff", path, other], ["history", path]])
        folder.joinpath("base").write_bytes(b"")
        seconds = []
        for times in (60, 480):
            path.write_bytes(make(times))
            other.write_bytes(make(times, 1))
            run = self.run(command, folder)
            if run.status not in (0, 1, 2):
                self.fail("crash", f"status {run.status}: {run.output[-300:]!r}", command, folder, run.output)
                return
            seconds.append(run.seconds)
        # Short runs say nothing; what is slow is measured once more, for the machine may have been busy.
        if seconds[1] > 0.3 and seconds[1] - self.start > 16 * max(seconds[0] - self.start, 0.01):
            again = self.run(command, folder).seconds
            if again - self.start > 16 * max(seconds[0] - self.start, 0.01):
                self.fail("hang", f"{seconds[0]:.3f} s, and {again:.3f} s for eight times as much", command, folder)

    def edit(self, folder):
        """The commands that write one agreement."""
        size = self.fill(folder, 1, settings=0.2)
        path = next(folder.rglob("*.agreement.yaml"))
        self.soothe(path)
        name, text = str(path.relative_to(folder)), path.read_bytes()
        people = re.findall(rb"(?m)^  ([a-z][a-z0-9-]*):", re.split(rb"\n[a-z]", text.partition(b"\nparticipants:")[2])[0]) or [b"nobody"]
        person = lambda: self.chance.choice([self.chance.choice(people)] * 6 + [b"zz", b"-x", b"a b", b""]).decode()
        words = lambda: self.chance.choice(["", "Ann ", "Bo "]) + self.words_given()
        day = ["--today", self.chance.choice(["2025-09-10", "2026-08-20", "2026-09-10"])]
        command, new = self.chance.choice([
            (["agree", name, *self.chance.choice([[], ["access"], ["access", "planning-data", person()], ["--final"]])], False),
            (["amend", name, *day], False),
            (["join", name, "newcomer", "--name", words(), "--role", self.chance.choice(["coach", "principal", "assistant-principal", words()]), "--title", words(), *day], False),
            (["leave", name, person(), *day], False),
            (["withdraw", name, person(), *day], False),
            (["sign", name, "--as", person(), "--yes", *self.chance.choice([[], ["--allow-findings"], ["--method", "paper", "--witness", person()], ["--method", "ssh"]]), *day], False),
            (["renew", name, *self.chance.choice([[], ["--without", person()], ["--hand", f"{person()}={person()}"]])], True),
            (["new", "riverside", "--school", words(), "--principal", words(), "--coach", words(), "--year", "2026-27", "--starts", "2026-08-17", "--ends", "2027-05-28", *day], True),
            (["init", ".", "--district", words(), "--ci", self.chance.choice(["github", "gitlab", "none"])], True),
            (["import", "sheet.csv", name], False),
            (["guide", name], False)])
        cells = [b"topic", b"answer", b"who", b"does", b"due", b"classroom-access", b"Weekly planning", b"2026-10-01", b"10/2/26", b"\xf1", *self.files.texts]
        pathlib.Path(folder, "sheet.csv").write_bytes(b"topic,answer,who,does,due\n" + b"\n".join(
            self.chance.choice([b",", b",", b";", b"\t"]).join(self.chance.choice(cells + [bytes(self.words_given(), "utf-8")]) for _ in range(5)) for _ in range(4)))
        before = snapshot(folder)
        run = self.checked(command, folder, 2 * size)
        after = snapshot(folder)
        changed = {key for key in before if after.get(key) != before[key]}
        if run.status == 2 and after != before:
            self.fail("outside", f"exit status 2, and yet {changed or set(after) - set(before)} changed", command, folder, run.output)
        if changed - {name} or (new and changed) or (not new and set(after) - set(before)):
            self.fail("outside", f"{changed} changed, {set(after) - set(before)} new", command, folder, run.output)
        # What was written is an agreement that can be read.
        for key in changed | set(after) - set(before):
            if key.endswith(".agreement.yaml"):
                show = self.checked(["show", key], folder, 4 * size)
                if show.status == 2:
                    self.fail("outside", f"{key} cannot be read", command, folder, run.output + show.output)

    def soothe(self, path):
        """Most files of the commands that write or print are in order but for some texts, for a broken one is refused at once."""
        if self.chance.random() < 0.8:
            text = self.chance.choice(self.files.agreements)
            for _ in range(self.chance.choice([0, 1, 3])):
                lines = text.split(b"\n")
                places = [number for number, line in enumerate(lines) if re.search(rb"(: |- )[A-Z][^#\"'{}\[\]]* [a-z]+$", line)]
                if places:
                    place = self.chance.choice(places)
                    lines[place] = re.sub(rb"(: |- )[A-Z].*$", lambda match: match[1] + self.files.words(), lines[place])
                text = b"\n".join(lines)
            path.write_bytes(text)

    def words_given(self):
        """A text on a command line."""
        return "".join(self.chance.choice(FRAGMENTS + ["\n", "\t", ": ", " #", "'", '"', "é", "\u2028", "\x1b[31m", "- ", "*a", "{", "Muñoz", "O'Brien"]) for _ in range(self.chance.choice([1, 2, 4])))

    def paper(self, folder):
        """The commands that make pages, calendars and lists."""
        size = self.fill(folder, self.chance.choice([1, 1, 3]))
        path = next(folder.rglob("*.agreement.yaml"))
        self.soothe(path)
        name = str(path.relative_to(folder))
        shape = ["--format", self.chance.choice(["text", "markdown", "html"])]
        command = self.chance.choice([["print", name, *shape], ["agenda", name, *shape], ["worksheet", name, *shape], ["calendar", "."], ["status", *TODAY, "."],
                                      ["status", *TODAY, "--format", self.chance.choice(["json", "markdown", "html"]), "."], ["verify", *TODAY, "."]])
        run = self.checked(command, folder, 4 * size, self.is_withheld(folder) and command[0] in ("status", "verify"))
        if run.status == 0 and "html" in command and b"<script" in run.output:
            self.fail("outside", "markup of a file arrives as markup", command, folder, run.output)

    def digest(self, folder):
        text = self.files.values(self.chance.choice(self.files.agreements))
        path = folder / "x.agreement.yaml"
        path.write_bytes(text)
        run = self.checked(["show", "--digest", "x.agreement.yaml"], folder, len(text))
        if run.status != 0:
            return
        try:
            expected = hashlib.sha256(canonical.form(path)).hexdigest()
        except Exception as error:
            return self.fail("digest", f"concord takes a file that the independent reader cannot read: {error!r}", ["show", "--digest", path], folder)
        if run.output.strip().decode() != expected:
            self.fail("digest", f"{run.output.strip().decode()}, but the independent reader computes {expected}", ["show", "--digest", path], folder)


class Run:
    def __init__(self, status, output, seconds, memory):
        self.status, self.output, self.seconds, self.memory = status, output, seconds, memory


def snapshot(folder):
    """What each file under a folder contains, by its path."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).digest() for path in pathlib.Path(folder).rglob("*") if path.is_file()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    parser.add_argument("--only", default="lint,settings,baseline,fix,diff,edit,paper,grow,digest")
    options = parser.parse_args()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
    siege = Siege(os.path.abspath(options.program), options.seed, options.keep)
    modes, until = options.only.split(","), time.monotonic() + options.seconds
    rounds = 0
    while time.monotonic() < until:
        siege.round(modes[rounds % len(modes)])
        rounds += 1
    print(f"{rounds} rounds, {siege.runs} runs, {siege.failures} failures")
    sys.exit(1 if siege.failures else 0)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
