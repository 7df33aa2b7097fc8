"""What the tests of the GitHub Action and of the GitLab job share: repositories, and requests to change them.

Whoever imports it was started with CONCORD FOLDER PART; FOLDER is empty and belongs to the script.
"""
import os
import pathlib
import shutil
import subprocess
import sys

import runner

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONCORD, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ACTION = ROOT / ".github/actions/lint"
FILE = "schools/alder-creek-literacy/2026-27.agreement.yaml"
# The program, on a day of the agreements' year.
TODAY = FOLDER / "concord"
TODAY.write_text(f"#!/bin/sh\ncase $1 in lint | sign) command=$1; shift; exec '{CONCORD}' \"$command\" --today 2026-09-10 \"$@\" ;; *) exec '{CONCORD}' \"$@\" ;; esac\n")
TODAY.chmod(0o755)
GIT = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org",
       "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org"}
# A folder may have any name, too.
ORIGIN, WORK = FOLDER / "origin", FOLDER / "work $(touch pwned);\"'x"
made = 0


def git(*words, folder=None):
    return subprocess.run(["git", *words], cwd=folder or ORIGIN, env=GIT, check=True, capture_output=True).stdout.decode().strip()


def check(holds, *about):
    if not holds:
        sys.exit("\n".join(map(str, about)))


def origin(settings="agreements: [schools]\n"):
    """A repository with three years of an agreement on `main`."""
    shutil.rmtree(ORIGIN, ignore_errors=True)
    folder = ORIGIN / FILE
    shutil.copytree(ROOT / "samples/riverbend/alder-creek-literacy", folder.parent)
    (ORIGIN / "concord.yaml").write_text(settings)
    git("init", "-q", "-b", "main", ".")
    commit("main")


def commit(message):
    git("add", "-A")
    git("commit", "-qm", message)


def change(old, new, file=FILE):
    text = (ORIGIN / file).read_text()
    check(old in text, f"{old!r} is not in {file}")
    (ORIGIN / file).write_text(text.replace(old, new))


def write(name, text):
    path = os.path.join(os.fsencode(ORIGIN), os.fsencode(name))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode() if isinstance(text, str) else text)


def request(edit, branch="change", depth=2, checkout="merge", author=None):
    """A pull request with one commit, checked out as actions/checkout does; returns the environment."""
    git("checkout", "-q", "-b", branch, "main")
    edit()
    commit("change")
    if author:
        git("commit", "-q", "--amend", "--no-edit", f"--author=a <{author}>")
    git("checkout", "-q", "--detach", "main")
    git("merge", "-q", "--no-ff", "--no-edit", branch)
    git("update-ref", "refs/pull/7/merge", "HEAD")
    git("update-ref", "refs/pull/7/head", branch)
    merge = git("rev-parse", "HEAD")
    git("checkout", "-q", "main")
    clone(f"refs/pull/7/{checkout}", depth)
    return {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": merge, "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": branch, "GITHUB_REF_NAME": "7/merge"}


def clone(name, depth):
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    git("init", "-q", ".", folder=WORK)
    git("remote", "add", "origin", f"file://{ORIGIN}", folder=WORK)
    names = [f"+{name}:refs/remotes/checked-out"] + (["+refs/heads/main:refs/remotes/origin/main"] if not depth else [])
    git("fetch", "-q", "--no-tags", *([f"--depth={depth}"] if depth else []), "origin", *names, folder=WORK)
    git("checkout", "-q", "--detach", "refs/remotes/checked-out", folder=WORK)


def lint(environment, inputs=(), event=None, uses=None, action=ACTION):
    """The action; returns the job and the outputs. What it prints holds no command but its own annotations."""
    global made
    made += 1
    job = runner.Job(WORK, FOLDER / f"temp {made}", environment, event, uses)
    outputs = job.action(action, {"program": str(TODAY), "time-zone": "America/Chicago", **dict(inputs)})
    check(set(job.commands) <= {"error", "warning", "notice"}, job.commands, job.said())
    left = [path for path in FOLDER.rglob("*") if path.name.startswith("pwned")]
    check(not left, left, job.said())
    return job, outputs


def spoil():
    """An error that no setting hides."""
    change("status: agreed", "status: agred")


def reword():
    """Another text than the one that was signed: an error of a rule that settings can switch off."""
    change("Facts first", "Feelings first")


def run(parts):
    """Runs the part that the command line names."""
    parts = {part.__name__: part for part in parts}
    parts[sys.argv[3]]()
    print("ok", sys.argv[3])
