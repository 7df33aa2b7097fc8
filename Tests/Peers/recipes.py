"""What the README says to put into a repository for GitHub and GitLab, as it stands there; and what linters say of it.

    python recipes.py CONCORD FOLDER PART

FOLDER is empty and belongs to this script. Prints "ok" and the name of the part.
"""
import base64
import hashlib
import json
import os
import subprocess
import sys

import yaml

import runner
from pulls import ACTION, CONCORD, FILE, FOLDER, ORIGIN, ROOT, TODAY, WORK, change, check, clone, commit, git, origin, request, reword, run, write

SYSTEM = f"{os.uname().machine}-{'macos' if sys.platform == 'darwin' else 'linux'}"


def block(page, start):
    """The code of a page that begins with some words."""
    return next(text for part in page.split("```yaml\n")[1:] for text in [part.split("\n```")[0] + "\n"] if text.startswith(start))


def written(service):
    folder = FOLDER / f"init-{service}"
    subprocess.run([CONCORD, "init", folder, "--ci", service], check=True, capture_output=True)
    return folder


class Workflow:
    """The workflow that `concord init` writes, with the two words filled in: nothing else is changed. What would leave this machine is kept."""

    OURS = {"pull_request": {"number": 7, "head": {"repo": {"fork": False}}}}

    def __init__(self, page):
        self.text = page.replace("uses: OWNER/", "uses: example/").replace("@COMMIT", "@" + "a" * 40)
        self.runs = 0
        (FOLDER / "bin").mkdir(exist_ok=True)
        (FOLDER / "bin/gh").write_text(f"#!/bin/bash\nprintf '%s\\n' \"$GH_TOKEN\" \"$@\" > '{FOLDER}/sent'; cp \"${{@: -1}}\" '{FOLDER}/body'\n")
        (FOLDER / "bin/gh").chmod(0o755)

    def run(self, environment, event):
        self.runs += 1
        for name in ["sent", "body"]:
            (FOLDER / name).unlink(missing_ok=True)
        checked = []
        job = runner.Job(WORK, FOLDER / f"temp {self.runs}", {**environment, "PATH": f"{FOLDER / 'bin'}:{os.environ['PATH']}"}, event, {
            "actions/checkout": lambda _, values: checked.append(values),
            "example/concord/.github/actions/lint": lambda job, values: job.action(ACTION, {"program": str(TODAY), **values})})
        job.steps(yaml.safe_load(self.text)["jobs"]["agreements"]["steps"], job.context(), {})
        check(checked == [{"fetch-depth": "2", "persist-credentials": "false"}], checked)
        return job

    def push(self):
        clone("refs/heads/main", 2)
        return self.run({"GITHUB_EVENT_NAME": "push", "GITHUB_SHA": git("rev-parse", "main")}, {})


def github():
    """The workflow of the README, for pull requests of colleagues and of strangers, and for what was merged."""
    readme = (ROOT / "README.md").read_text()
    page = block(readme, "# Checks the agreements that a pull request changes and comments")
    about = yaml.safe_load((ACTION / "action.yml").read_text())
    for name in [*about["inputs"], *about["outputs"]]:
        check(f"`{name}`" in readme, f"the README does not have {name}")
    check((written("github") / ".github/workflows/concord.yml").read_text() == page, "init writes something else than the README shows")
    workflow = Workflow(page)
    origin("agreements: [schools]\ntime-zone: America/Chicago\n")
    here = request(reword)
    job = workflow.run(here, Workflow.OURS)
    check(not job.ok and job.status("Verdict") == 1, job.said())
    sent = (FOLDER / "sent").read_text().splitlines()
    check(sent[:-1] == ["a-token", "pr", "comment", "7", "--repo", "example/agreements", "--edit-last", "--create-if-none", "--body-file"], sent)
    check("Feelings" in (FOLDER / "body").read_text(), sent)
    job = workflow.run(here, {"pull_request": {"number": 7, "head": {"repo": {"fork": True}}}})
    check(not job.ok and not (FOLDER / "sent").exists(), job.said())
    job = workflow.push()
    check(job.ok and not (FOLDER / "sent").exists() and "3 agreements" in job.said(), job.said())
    (FOLDER / "concord.yml").write_text(workflow.text)
    audit(FOLDER / "concord.yml")


def website():
    """The guide for people with nothing but GitHub's website: a check is red until the lines on the run's page are pasted into the file."""
    subprocess.run([CONCORD, "init", ORIGIN, "--district", "Riverbend Area Schools", "--time-zone", "America/Chicago"], check=True, capture_output=True)
    git("init", "-q", "-b", "main", ".")
    workflow = Workflow((ORIGIN / ".github/workflows/concord.yml").read_text())
    (ORIGIN / ".github/workflows/concord.yml").write_text(workflow.text)
    commit("main")
    name = "alder-creek-literacy/2026-27.agreement.yaml"
    text = (ROOT / "samples/riverbend" / name).read_text()
    text = text[:text.index("\nsignatures:\n") + 1]
    job = workflow.run(request(lambda: write(name, text), branch="written"), Workflow.OURS)
    page = open(job.summary).read()
    check(not job.ok and "### concord: Riverbend Area Schools" in page and "signature-missing" in page, job.said())
    check("Alder Creek Elementary" in (FOLDER / "body").read_text(), job.said())
    pasted = "".join(f"{line[4:]}\n" for line in page.split("To paste:")[1].splitlines() if line.startswith("    "))
    job = workflow.run(request(lambda: write(name, text + pasted), branch="signed"), Workflow.OURS)
    check(job.ok, pasted, job.said())
    git("merge", "-q", "--no-edit", "signed")
    job = workflow.push()
    check(job.ok and "1 agreement: 3 warnings" in job.said() and "signature-late" in job.said(), job.said())
    job = workflow.run(request(lambda: change("Facts first", "Feelings first", name), branch="changed"), Workflow.OURS)
    check(not job.ok and "Feelings" in (FOLDER / "body").read_text() and "amended: 2026-09-10" in open(job.summary).read(), job.said())


def tool(*words):
    done = subprocess.run(words, cwd=FOLDER, capture_output=True, text=True, env={**os.environ, "PATH": f"{sys.prefix}/bin:{os.environ['PATH']}"})
    check(done.returncode == 0, *words, done.stdout, done.stderr)
    return done.stdout


def audit(*files, schema="vendor.github-workflows"):
    """What linters say of workflows and actions: nothing."""
    tool(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)
    tool("jactionlint", "--strict-exit", "--no-online", *files)
    check("No findings to report" in tool("zizmor", "--persona=auditor", "--offline", *files), files)


def linters():
    shell = ROOT / ".github/actions/lint/action.sh"
    tool("shellcheck", shell)
    tool("bash", "-n", shell)
    audit(*sorted((ROOT / ".github/workflows").glob("*.yml")))
    audit(ACTION / "action.yml", schema="vendor.github-actions")
    # GitLab's description of its files knows one part of a template at a time.
    for index, part in enumerate((ROOT / ".github/gitlab-ci.yml").read_text().split("\n---\n")):
        (FOLDER / f"{index}.yml").write_text(part)
        tool(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", FOLDER / f"{index}.yml")


def knows():
    """The runner obeys what GitHub's obeys, and gives up where it does not know."""
    context = {"steps": {"a": {"outputs": {"x": "1"}}}, "github": {"event": {}}, "inputs": {"b": "It's"}}
    for text, value in [("steps.a.outputs.x == '1' && inputs.b || 'no'", "It's"), ("!cancelled() && (null == false || 'a' == 'b')", True), ("'A' == 'a'", True),
                        ("github.event.pull_request.head.repo.fork != true", True), ("inputs.b == 'it''s'", True), ("steps.a.outputs.y == ''", True)]:
        check(runner.evaluate(text, context) == value, text, runner.evaluate(text, context))
    for text in ["hashFiles('x')", "steps.b.outputs.x", "inputs.c", "always()", "a b", "env.X", "'a' == ", "1"]:
        try:
            check(False, text, runner.evaluate(text, context))
        except (ValueError, KeyError, IndexError):
            pass
    said = " ::error title=x::y\nx ##[set-output name=a]b\rz\n::unknown::x\n::notice::\n:: error::x"
    check(runner.commands(said) == ["error", "set-output", "notice"], runner.commands(said))
    (FOLDER / "out").write_text("a=b=c\nd<<END\nx\ny=z\nEND\n")
    check(runner.pairs(FOLDER / "out") == {"a": "b=c", "d": "x\ny=z"}, runner.pairs(FOLDER / "out"))


def gitlab():
    """The job of the template, with the inputs of the README, in a shell without anything of bash."""
    page = block((ROOT / "README.md").read_text(), "# Checks the agreements that a merge request changes.")
    check((written("gitlab") / ".gitlab-ci.yml").read_text() == page, "init writes something else than the README shows")
    notices = FOLDER / "NOTICES"
    notices.write_text("for this test\n")
    packed = subprocess.run([sys.executable, ROOT / ".github/package.py", "wheel", TODAY, "--system", SYSTEM, "--notices", notices, "--out", FOLDER],
                            check=True, capture_output=True, text=True).stdout.strip()
    template = (ROOT / ".github/gitlab-ci.yml").read_bytes()
    command = page.split("curl -fsSL ADDRESS | ")[1].splitlines()[0]
    said = subprocess.run(["sh", "-c", command], input=template, check=True, capture_output=True).stdout.decode().strip()
    check(said == base64.b64encode(hashlib.sha256(template).digest()).decode(), command, said)
    filled = page.replace("OWNER", "example").replace("/COMMIT/", f"/{'a' * 40}/").replace("CHECKSUM", said)
    (FOLDER / ".gitlab-ci.yml").write_text(filled)
    tool(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", FOLDER / ".gitlab-ci.yml")
    about, job = template.decode().split("\n---\n")
    known = yaml.safe_load(about)["spec"]["inputs"]
    include, = yaml.safe_load(page)["include"]
    given = {**{name: value.get("default") for name, value in known.items()}, **include["inputs"], "package": f"concord-agreements @ file://{packed}"}
    check(set(given) == set(known), given)
    for name, value in given.items():
        job = job.replace(f"$[[ inputs.{name} ]]", value)
    job = yaml.safe_load(job)["concord"]
    script = FOLDER / "job.sh"
    script.write_text("set -e\n" + "\n".join(job["before_script"] + job["script"]) + "\n")
    subprocess.run([sys.executable, "-m", "venv", FOLDER / "venv"], check=True)

    def pipeline(**more):
        environment = {"PATH": f"{FOLDER / 'venv/bin'}:{os.environ['PATH']}", "HOME": str(FOLDER), "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": str(WORK),
                       "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", **job["variables"], **more}
        for name in ["gl-code-quality-report.json", "concord.xml"]:
            (WORK / name).unlink(missing_ok=True)
        return subprocess.run(["sh", script], cwd=WORK, env=environment, capture_output=True, text=True)
    for settings, status in [("agreements: [schools]\n", 1), ("agreements: [schools]\nrules: {signatures: off}\n", 0)]:
        origin(settings)
        # What the request brings does not count.
        request(lambda: (reword(), write("concord.yaml", "agreements: [schools]\nrules: {signatures: off}\nexclude: [x]\n")), depth=0)
        done = pipeline(CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
        check(done.returncode == status and "1 agreement:" in done.stdout, done.stdout, done.stderr)
        found = json.load(open(WORK / "gl-code-quality-report.json"))
        check((len(found) > 0) == (status == 1) and all(item["location"]["path"] == FILE for item in found), found)
        check((WORK / "concord.xml").read_text().count("<failure") == len(found), found)
    origin()
    clone("refs/heads/main", 0)
    done = pipeline()
    check(done.returncode == 0 and "3 agreements" in done.stdout, done.stdout, done.stderr)
    for branch in ["$(touch${IFS}pwned)", "a;touch${IFS}pwned;b", "x`touch${IFS}pwned`"]:
        origin()
        git("branch", "-m", "main", branch)
        git("branch", "main")
        request(reword, depth=0)
        done = pipeline(CI_MERGE_REQUEST_TARGET_BRANCH_NAME=branch)
        check(done.returncode == 1 and "1 agreement:" in done.stdout and not (WORK / "pwned").exists(), branch, done.stdout, done.stderr)


run([github, gitlab, knows, linters, website])
