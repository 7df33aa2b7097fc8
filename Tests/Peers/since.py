"""Measures `concord lint --since` on a large repository against the least that it could take.

    python since.py CONCORD [--files N] [--rounds N]

It commits N agreements (20,000 unless said otherwise), changes three of them on a branch, and prints how `concord lint --since base` compares
with the sum of what any such check needs: `git diff --name-only base`, one `git grep -lF` for the ids in the changed files, and
`concord lint` of the three files by name. Each is the fastest of some rounds. The bar is 3. Exit status: 0 within the bar, 1 beyond it.
"""
import argparse, os, pathlib, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"
YEARS = ["2023-24", "2024-25", "2025-26", "2026-27"]
TODAY = ["--today", "2026-09-10", "--fail-on", "never"]
BAR = 3


def path(school, year):
    return f"agreements/school{school}-literacy/{year}.agreement.yaml"


def text(sample, school, year):
    """The sample as the agreement of another school and year, with ids of its own, and not signed: else git is asked for what was signed."""
    first = int(year[:4])
    result = sample[:sample.index("\nsignatures:") + 1].replace("alder-creek", f"school{school}").replace("munoz", f"munoz{school}")
    result = result.replace("lindqvist", f"lindqvist{school}").replace("brandt", f"brandt{school // 50}")
    return result.replace("2026-27", year).replace("2026-", f"{first}-").replace("2027-", f"{first + 1}-")


def make(folder, count):
    sample = SAMPLE.read_text()
    for index in range(count):
        file = folder / path(index // 4, YEARS[index % 4])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(sample, index // 4, YEARS[index % 4]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("concord")
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    concord = str(pathlib.Path(options.concord).resolve())
    environment = dict(os.environ, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="t",
                       GIT_AUTHOR_EMAIL="t@example.org", GIT_COMMITTER_NAME="t", GIT_COMMITTER_EMAIL="t@example.org")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*words):
            return subprocess.run(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        def git(*words):
            outcome = run("git", *words)
            if outcome.returncode:
                sys.exit(outcome.stderr.decode())

        git("init", "-q", "-b", "main", ".")
        # git would pack the commit in the background, while it is packed below.
        git("config", "gc.auto", "0")
        make(folder, options.files)
        git("add", ".")
        git("commit", "-qm", "base")
        git("branch", "base")
        schools = options.files // 4
        touched = (7, schools // 2, schools - 1)
        changed = [path(school, "2026-27") for school in touched]
        for file in changed:
            with open(folder / file, "a") as agreement:
                agreement.write("# changed\n")
        ids = {word for n in touched for word in (
            f"school{n}-literacy", f"school{n}", f"munoz{n}", f"lindqvist{n}", f"brandt{n // 50}")}
        git("commit", "-qam", "work")
        git("gc", "-q")
        words = [word for identifier in sorted(ids) for word in ("-e", identifier)]
        commands = {
            "git diff --name-only base": ["git", "diff", "--name-only", "base"],
            "git grep -lF of the ids": ["git", "grep", "-lF", *words, "--", "*.agreement.yaml"],
            "concord lint of three files": [concord, "lint", *TODAY, *changed],
            "concord lint --since base": [concord, "lint", *TODAY, "--since", "base"],
            "concord lint --since base --ignore repository": [
                concord, "lint", *TODAY, "--since", "base", "--ignore", "repository"],
        }
        times = dict.fromkeys(commands, float("inf"))
        for _ in range(options.rounds):
            for label, command in commands.items():
                start = time.perf_counter()
                outcome = run(*command)
                times[label] = min(times[label], time.perf_counter() - start)
                if outcome.returncode:
                    sys.exit(f"{label}: {outcome.stderr.decode()}")
        for label, seconds in times.items():
            print(f"{1000 * seconds:8.1f} ms  {label}")
        diff, grep, lint, since, alone = times.values()
        ratio = since / (diff + grep + lint)
        print(f"{ratio:8.2f}     lint --since / (diff + grep + lint), bar {BAR}")
        print(f"{alone / (diff + lint):8.2f}     without the rules across the repository / (diff + lint)")
        sys.exit(ratio > BAR)


if __name__ == "__main__":
    main()
