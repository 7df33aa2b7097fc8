"""Commits with real hook runners, pre-commit and prek: what is wrong is refused, what is repaired goes through.

    python hooks.py CONCORD FOLDER

FOLDER is empty and belongs to this script. Prints "ok" and the number of commits. It needs pre-commit and prek beside this Python.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONCORD, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
BIN = pathlib.Path(sys.prefix) / "bin"
FILE = "alder-creek-literacy/2026-27.agreement.yaml"
commits = 0


def run(*words, folder, expect=0, **extra):
    environment = {
        "HOME": str(FOLDER), "PATH": f"{FOLDER / 'bin'}:{BIN}:{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
        "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1", **{name: os.environ[name] for name in ["TMPDIR", "PIP_INDEX_URL", "SSL_CERT_FILE"] if name in os.environ}, **extra}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    said = done.stdout + done.stderr
    if expect is not None and (done.returncode == 0) != (expect == 0):
        sys.exit(f"{' '.join(map(str, words))}: exit status {done.returncode}\n{said}")
    return said


def commit(folder, message, *, refused=None):
    """Commits what is staged; `refused` is what has to be said where it must not go through."""
    global commits
    commits += 1
    said = run("git", "commit", "-qm", message, folder=folder, expect=1 if refused else 0)
    if refused and refused not in said:
        sys.exit(f"{message}: refused, but not for {refused!r}:\n{said}")


def life(runner, name, settings):
    """The commits of one repository with one runner."""
    folder = FOLDER / f"{runner}-{name}"
    (folder / FILE).parent.mkdir(parents=True)
    sound = (ROOT / "samples/riverbend" / FILE).read_text()
    (folder / FILE).write_text(sound)
    (folder / ".pre-commit-config.yaml").write_text(settings)
    run("git", "init", "-q", "-b", "main", ".", folder=folder)
    run("git", "add", "-A", folder=folder)
    run(BIN / runner, "install", folder=folder)
    commit(folder, "a signed agreement")
    # What is staged is broken, and the folder is fine.
    (folder / FILE).write_text(sound.replace("status: agreed", "status: agred"))
    run("git", "add", "-A", folder=folder)
    (folder / FILE).write_text(sound)
    commit(folder, "broken where it counts", refused="wrong-shape")
    # A neighbor that is not part of the commit is nobody's fault.
    run("git", "checkout", "-q", "HEAD", "--", ".", folder=folder)
    (folder / "draft.agreement.yaml").write_text("format: 1\n")
    (folder / FILE).write_text("# a comment\n" + sound)
    run("git", "add", FILE, folder=folder)
    commit(folder, "a comment")
    # A signature is missing, then it is there.
    lines = (folder / FILE).read_text().splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith("  brandt:") and i > 190)
    end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith("    ")), len(lines))
    (folder / FILE).write_text("".join(lines[:start] + lines[end:]))
    run("git", "add", FILE, folder=folder)
    commit(folder, "a signature is gone", refused="signature-missing")
    said = run("concord", "sign", FILE, "--as", "brandt", "--yes", "--date", "2026-08-14", "--today", "2026-08-20", folder=folder)
    run("git", "add", FILE, folder=folder)
    commit(folder, f"signed: {said}")
    # `-a`, and one file by its name.
    with open(folder / FILE, "a") as file:
        file.write("topic: x\n")
    said = run("git", "commit", "-qam", "all", folder=folder, expect=1)
    said += run("git", "commit", "-qm", "one", FILE, folder=folder, expect=1)
    if said.count("[unknown-key]") < 2:
        sys.exit(said)
    # Where nothing is staged, the files that are named are checked anyway.
    run("git", "commit", "-qam", "unchecked", "--no-verify", folder=folder)
    if "unknown-key" not in run(BIN / runner, "run", "--all-files", folder=folder, expect=1):
        sys.exit("--all-files checks nothing")


def main():
    (FOLDER / "bin").mkdir(parents=True)
    (FOLDER / "bin/concord").symlink_to(CONCORD)
    hooks = FOLDER / "hooks"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_bytes((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    for words in [("init", "-q", "-b", "main", "."), ("add", "-A"), ("commit", "-qm", "hooks")]:
        run("git", *words, folder=hooks)
    revision = run("git", "rev-parse", "HEAD", folder=hooks).strip()
    published = f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: concord-lint-system\n"
    notices = FOLDER / "NOTICES"
    notices.write_text("for this test\n")
    wheel = run(sys.executable, str(ROOT / ".github/package.py"), "wheel", CONCORD, "--system", "x86_64-linux", "--notices", notices, "--out", FOLDER,
                folder=FOLDER).strip()
    by_wheel = (
        "repos:\n  - repo: local\n    hooks:\n      - id: concord-lint\n        name: concord lint\n        entry: concord lint --staged --\n"
        f"        language: python\n        additional_dependencies: ['concord-agreements @ file://{FOLDER}/{os.path.basename(wheel)}']\n"
        "        files: '\\.agreement\\.ya?ml$'\n        require_serial: true\n")
    page = (ROOT / "README.md").read_text()
    recipe = next(block for block in page.split("```yaml\n") if block.startswith("repos:")).split("```")[0]
    for runner in ["pre-commit", "prek"]:
        life(runner, "published", published)
        life(runner, "recipe", recipe)
        if sys.platform == "linux" and os.uname().machine == "x86_64":
            life(runner, "wheel", by_wheel)
    # Without the program the commit is refused, and the runner says why.
    (FOLDER / "bin/concord").unlink()
    folder = FOLDER / "prek-published"
    (folder / FILE).write_text((ROOT / "samples/riverbend" / FILE).read_text())
    run("git", "add", FILE, folder=folder)
    said = run("git", "commit", "-qm", "no program", folder=folder, expect=1)
    if "concord" not in said:
        sys.exit(said)
    print("ok", commits)


main()
