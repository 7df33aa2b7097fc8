"""The GitHub Action of this repository, run on real repositories and real requests to change them.

    python action.py CONCORD FOLDER PART

FOLDER is empty and belongs to this script. Prints "ok" and the name of the part.
"""
import functools
import hashlib
import http.server
import json
import os
import pathlib
import shutil
import ssl
import subprocess
import sys
import threading

import runner
from pulls import ACTION, FILE, FOLDER, GIT, ORIGIN, ROOT, TODAY, WORK, change, check, clone, commit, git, lint, origin, request, reword, run, spoil, write


def events():
    origin()
    clone("refs/heads/main", 1)
    push = {"GITHUB_EVENT_NAME": "push", "GITHUB_SHA": git("rev-parse", "main")}
    job, outputs = lint(push)
    check(job.ok and outputs["errors"] == outputs["warnings"] == "0" and outputs["comment"] == "", outputs, job.said())
    check(json.load(open(outputs["sarif"]))["runs"][0]["invocations"][0]["executionSuccessful"], outputs)
    check("3 agreements" in job.said(), job.said())

    here = request(spoil)
    job, outputs = lint(here)
    check(not job.ok and job.status("Lint") == 0 and job.status("Verdict") == 1 and int(outputs["errors"]) > 0, outputs, job.said())
    check(f"::error file={FILE},line=" in job.said() and f"| error | {FILE}:" in open(job.summary).read(), job.said())
    check("1 agreement:" in job.said(), "all agreements were linted", job.said())

    # Nobody sends what a fork found, and a verdict comes even if it could not be sent.
    sent = []
    def upload(job, values):
        sent.append(values)
    def refuse(job, values):
        raise runner.Failed({})
    codeql = "github/codeql-action/upload-sarif"
    job, _ = lint(here, {"upload-sarif": "true"}, uses={codeql: upload})
    check(len(sent) == 1 and os.path.exists(sent[0]["sarif_file"]) and sent[0]["category"] == "concord" and job.status("Verdict") == 1, sent)
    job, _ = lint(here, {"upload-sarif": "true"}, uses={codeql: refuse})
    check(not job.ok and job.status("Verdict") == 1, job.log)
    job, _ = lint(here, {"upload-sarif": "true"}, {"pull_request": {"head": {"repo": {"fork": True}}}}, uses={codeql: refuse})
    check(len(job.called) == 0 and job.status("Verdict") == 1, job.called)

    # The change is not what is checked out there, so all would be well.
    job, _ = lint({**here, "GITHUB_EVENT_NAME": "pull_request_target"})
    check(not job.ok and job.status("Lint") == job.status("Verdict") == 2 and "pull_request_target" in job.said(), job.log)

    origin()
    here = request(reword)
    job, outputs = lint(here)
    comment = open(outputs["comment"]).read()
    check(comment.startswith("<!-- concord -->\n## Alder Creek Elementary") and "Feelings" in comment, comment)
    for event in ["pull_request_review", "merge_group"]:
        job, _ = lint({**here, "GITHUB_EVENT_NAME": event}, event={"merge_group": {"base_sha": git("rev-parse", "main")}})
        check(not job.ok and "1 agreement:" in job.said(), event, job.said())
    # Not all of it fits.
    text = (ORIGIN / FILE).read_text()
    files = {f"schools/x{index}/2026-27.agreement.yaml": text.replace("\nid: ", f"\nid: x{index}-") for index in range(20)}
    for name in files:
        write(name, files[name])
    commit("more")
    job, outputs = lint(request(lambda: [write(name, files[name].replace(" a ", " one ").replace(" the ", " no ")) for name in files], branch="large"))
    comment = open(outputs["comment"], "rb").read()
    check(50_000 < len(comment) <= 60_000 and b"**There is more.**" in comment.splitlines()[-1], len(comment))
    check(comment.count(b"<details>") == comment.count(b"</details>") > 0, comment.count(b"<details>"))

    # Whatever is checked out, and however deep: where something is missing, the setting that is named cures it.
    for depth, checkout, enough in [(1, "merge", 2), (1, "head", 0), (2, "head", 0)]:
        origin()
        here = request(spoil, depth=depth, checkout=checkout)
        job, outputs = lint(here, {"upload-sarif": "true"})
        check(job.called == [] and outputs["sarif"] == "", "a report of what could not be checked is sent", job.called)
        check(not job.ok and job.status("Verdict") == 2 and f"actions/checkout `fetch-depth: {enough}`" in job.said(), job.said())
        clone(f"refs/pull/7/{checkout}", enough)
        job, outputs = lint(here)
        check(not job.ok and job.status("Verdict") == 1 and "1 agreement:" in job.said(), job.said())

    for edit in [lambda: (ORIGIN / FILE).write_text((ORIGIN / FILE).read_text() + "# only a comment\n"), lambda: write("README", "x")]:
        origin()
        job, outputs = lint(request(edit))
        check(job.ok and outputs["comment"] == "", job.said())
    check("no agreement changed since HEAD^1" in job.said(), job.said())
    # Without anything to compare with, there are no new signatures.
    clone("refs/heads/main", 1)
    job, _ = lint(push, {"check-authors": "true"})
    check(job.ok, job.said())


def inputs():
    """Nothing that anybody gives is more than a text; what cannot be meant ends the run."""
    origin()
    here = request(spoil)
    for given in [{"paths": "$(touch pwned)\n--config=/etc/passwd\n-rf\n`touch pwned`"}, {"since": "--output=pwned"}, {"since": "$(touch pwned)"},
                  {"since": "HEAD^1\n--fail-on=never"}, {"config-from": "HEAD^1;touch pwned"}, {"config-from": "--help"}, {"fail-on": "error;touch pwned"},
                  {"fail-on": ""}, {"check-authors": "$(touch pwned)"}, {"time-zone": "$(touch pwned)"}, {"time-zone": "../zoneinfo/UTC"},
                  {"time-zone": "America/Nowhere"}, {"program": "/bin/sh -c touch"}, {"program": "/nonexistent"}, {"program": str(FOLDER)}]:
        job, _ = lint(here, given)
        check(not job.ok and job.status("Verdict") == 2, given, job.log)
    job, outputs = lint(here, {"paths": f"{FILE}\n\nschools/alder-creek-literacy/2025-26.agreement.yaml\n", "fail-on": "never"})
    check(job.ok and "2 agreements:" in job.said() and int(outputs["errors"]) > 0, job.said())
    job, _ = lint(here, {"since": "all", "config-from": "here", "fail-on": "info"})
    check(not job.ok and "3 agreements:" in job.said(), job.said())
    # Where the runner is old or odd, nothing is handed on that could be two outputs.
    job = runner.Job(WORK, FOLDER / "line\nfeed", here)
    job.action(ACTION, {"program": str(TODAY)})
    check(not job.ok and "line break" in job.said(), job.log)


def names():
    """Names of branches and files, and texts, that a shell or the runner could take for commands."""
    origin()
    text = (ORIGIN / FILE).read_text()

    def edit():
        for index, name in enumerate(["$(touch pwned)", "-rf", "a\nb::error::x", "`touch pwned`", "a;touch pwned", "--fix", b"l\xe4",
                                      "::error title=x::y/##[set-output name=status]0"]):
            path = b"schools/" + os.fsencode(name) + b".agreement.yaml"
            write(path, text.replace("\nid: ", f"\nid: n{index}-") + "foo: 1\n" * (index > 5))
        write("-rf.agreement.yaml", text.replace("\nid: ", "\nid: top-"))
        change("Facts first, then opinions", '"##[set-output name=status]0 ##[stop-commands]q ::set-output name=status::0 @octocat <!-- concord --> GH-1 '
               'https://example.org"')
    here = request(edit, branch="a;touch${IFS}pwned;b")
    for event in [{"GITHUB_HEAD_REF": "a\";touch pwned;\""}, {"GITHUB_REF_NAME": "$(touch pwned)"}]:
        job, outputs = lint({**here, **event}, {"upload-sarif": "true"}, {"pull_request": {"title": "$(touch pwned)"}},
                            uses={"github/codeql-action/upload-sarif": lambda *_: None})
        check(not job.ok and job.status("Verdict") == 1, job.log)
    results = [result for result in json.load(open(outputs["sarif"]))["runs"][0]["results"] if not result["suppressions"]]
    annotations = [line for line in job.said().splitlines() if line.startswith("::")]
    check(len(results) == len([line for line in annotations if " file=" in line]) > 5, len(results), annotations)
    check(any("l%E4.agreement.yaml" in json.dumps(result) for result in results) and "l\\xE4.agreement.yaml" in job.said(), job.said())
    comment = open(outputs["comment"]).read()
    check("octocat" in comment and comment.count("<!-- concord -->") == 1 and not any(word in comment for word in ["@octocat", "GH-1", "https://"]), comment)
    # The branch that a head goes onto.
    git("branch", "-m", "main", "x$(touch${IFS}pwned)")
    git("-C", str(WORK), "update-ref", "refs/remotes/origin/x$(touch${IFS}pwned)", "HEAD^1")
    job, _ = lint({**here, "GITHUB_BASE_REF": "x$(touch${IFS}pwned)", "GITHUB_SHA": "0" * 40})
    check(not job.ok and job.status("Verdict") == 1, job.said())


def attacks():
    """What a pull request brings to be let through. Each one works if the settings are those of the change."""
    def settings(text, name="concord.yaml"):
        return lambda: write(name, ("" if "agreements:" in text or name != "concord.yaml" else "agreements: [schools]\n") + text)

    def baseline():
        subprocess.run([TODAY, "lint", "--write-baseline", "known.json"], cwd=ORIGIN, env=GIT, check=True, capture_output=True)

    def submodule():
        git("rm", "-rqf", "schools")
        git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'HEAD')},schools")
        (ORIGIN / "schools").mkdir()

    for name, attack in [
            ("rules that are off", settings("rules: {signatures: off}\n")),
            ("all files left out", settings("exclude: ['**']\n")),
            ("another folder", settings("agreements: [other]\n")),
            ("nearer settings", settings("rules: {signatures: off}\n", "schools/alder-creek-literacy/concord.yaml")),
            ("an override", settings("overrides: [{paths: ['**'], rules: {signatures: off}}]\n")),
            ("a link", lambda: (os.unlink(ORIGIN / "concord.yaml"), write("x/y.yaml", "rules: {signatures: off}\n"), os.symlink("x/y.yaml", ORIGIN / "concord.yaml"))),
            ("no settings", lambda: os.unlink(ORIGIN / "concord.yaml"))]:
        origin()
        here = request(lambda: (reword(), attack()))
        job, outputs = lint(here)
        # Settings that would not hold end the run.
        check(not job.ok and (job.status("Verdict") == 2 if name == "a link" else job.status("Verdict") == 1 and int(outputs["errors"]) > 0), name, job.said())
        check("concord: settings from HEAD^1; this change edits " in job.said(), name, job.said())
        if name in ("rules that are off", "all files left out", "nearer settings", "an override"):
            job, _ = lint(here, {"config-from": "here"})
            check(job.ok, "no attack:", name, job.said())
    # An old branch, from before the rules.
    origin("agreements: [schools]\nrules: {signatures: off}\n")
    git("branch", "old")
    write("concord.yaml", "agreements: [schools]\n")
    commit("strict")
    job, _ = lint(request(lambda: (git("reset", "-q", "--hard", "old"), reword())))
    check(not job.ok and job.status("Verdict") == 1, job.said())
    # Agreements that go where nobody looks.
    def link():
        os.rename(ORIGIN / FILE, ORIGIN / "x.txt")
        os.symlink("../../x.txt", ORIGIN / FILE)
    for attack, words in [(submodule, "repository of its own"), (link, "it is a link to something")]:
        origin()
        job, _ = lint(request(attack))
        check(not job.ok and job.status("Verdict") == 2 and words in job.said(), job.said())
    # A baseline and keys of one's own.
    origin()
    here = request(lambda: (reword(), baseline()))
    environment = {**GIT, "GITHUB_ACTIONS": "true", "CI": "true"}
    for options, status in [(["--baseline", "known.json"], 0), (["--baseline", "known.json", "--config-from", "HEAD^1"], 1)]:
        done = subprocess.run([TODAY, "lint", "--since", "HEAD^1", *options], cwd=WORK, env=environment, capture_output=True, text=True)
        check(done.returncode == status, options, done.stdout, done.stderr)
    keys()
    authors()


def authors():
    """A signature that somebody else's commit brings, and names in the pull request for the people who commit."""
    origin("agreements: [schools]\nauthors: {munoz: [munoz@example.org], brandt: [brandt@example.org], lindqvist: [lindqvist@example.org]}\n")
    text = (ORIGIN / FILE).read_text()
    start = text.index("\n  munoz:\n    signed:") + 1
    after = text.index("\n  ", text.index("digest:", start)) + 1
    write(FILE, text[:start] + text[after:])
    commit("unsigned")

    def sign():
        write(FILE, text)

    def rename():
        sign()
        write(".mailmap", "a <munoz@example.org> <brandt@example.org>\n")
        write("concord.yaml", "agreements: [schools]\nauthors: {munoz: [brandt@example.org]}\n")
    for index, (edit, author, depth, status, words) in enumerate([
            (sign, "munoz@example.org", 0, 0, "1 agreement:"), (sign, "brandt@example.org", 0, 1, "signature-author"),
            (rename, "brandt@example.org", 0, 1, "signature-author"), (sign, "munoz@example.org", 2, 2, "actions/checkout `fetch-depth: 0`")]):
        here = request(edit, branch=f"authors{index}", depth=depth, author=author)
        job, _ = lint(here, {"check-authors": "true"})
        check(job.status("Verdict") == status and words in job.said(), author, depth, job.said())


def keys():
    """A key that the pull request adds signs for nobody."""
    for name in ["theirs", "own"]:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", FOLDER / name], check=True)
    public = {name: " ".join((FOLDER / f"{name}.pub").read_text().split()[:2]) for name in ["theirs", "own"]}
    origin("agreements: [schools]\nsignatures: {required: {principal: ssh}, allowed-signers: keys}\n")
    text = (ORIGIN / FILE).read_text()
    start = text.index("\n  munoz:\n    signed:") + 1
    after = text.index("\n  ", text.index("digest:", start)) + 1
    unsigned = text[:start] + text[after:]
    write("keys", f"munoz namespaces=\"concord\" {public['theirs']}\n")
    write(FILE, unsigned)
    commit("keys")

    def sign(key):
        def edit():
            write("keys", f"munoz namespaces=\"concord\" {public[key]}\n")
            said = subprocess.run([TODAY, "sign", FILE, "--as", "munoz", "--method", "ssh", "--key", FOLDER / key, "--yes", "--allow-findings"],
                                  cwd=ORIGIN, env=GIT, capture_output=True, text=True)
            check(said.returncode == 0, said.stderr)
        return edit
    job, _ = lint(request(sign("own"), branch="own"))
    check(not job.ok and job.status("Verdict") == 1 and "this change edits keys" in job.said() and "signature-invalid" in job.said(), job.said())
    job, _ = lint(request(sign("theirs"), branch="theirs"))
    check(job.ok, job.said())


def download():
    """The release that release.txt names, from a server: as it was packed, changed, missing, or without encryption."""
    origin()
    clone("refs/heads/main", 1)
    certificate, key = FOLDER / "certificate.pem", FOLDER / "key.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    stage, served = FOLDER / "stage", FOLDER / "served"
    (stage / "bin").mkdir(parents=True)
    # The program is large, and packing it is not what is tried here.
    shutil.copy(TODAY, stage / "bin")
    package = [sys.executable, ROOT / ".github/package.py"]
    archives = [pathlib.Path(subprocess.run([*package, "archive", stage, "--system", system, "--out", FOLDER / "dist"], check=True, capture_output=True,
                                            text=True).stdout.strip()) for system in ["x86_64-linux", "aarch64-linux", "arm64-macos"]]
    (FOLDER / "sums").write_text("".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in archives))
    action = FOLDER / "_actions/example/concord/v1/.github/actions/lint"
    shutil.copytree(ACTION, action)
    pinned = subprocess.run([*package, "pin", FOLDER / "sums"], check=True, capture_output=True, text=True).stdout
    (action / "release.txt").write_text(pinned)
    target = served / f"example/concord/releases/download/v{pinned.split()[0]}"
    target.mkdir(parents=True)
    shutil.copy(archives[0], target)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            if self.path.startswith("/away/"):
                self.send_response(302)
                self.send_header("Location", f"http://localhost:{plain.server_port}{self.path[5:]}")
                self.end_headers()
            else:
                super().do_GET()
    handler = functools.partial(Quiet, directory=str(served))
    plain, server = (http.server.ThreadingHTTPServer(("localhost", 0), handler) for _ in range(2))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    for each in [plain, server]:
        threading.Thread(target=each.serve_forever, daemon=True).start()
    environment = {"GITHUB_EVENT_NAME": "push", "CURL_CA_BUNDLE": str(certificate)}
    secure = f"https://localhost:{server.server_port}"

    def get(address, action=action, **more):
        return lint({**environment, "GITHUB_SERVER_URL": address, **more}, {"program": ""}, action=action)
    job, outputs = get(secure)
    check(job.ok and outputs["program"].endswith("/bin/concord") and outputs["errors"] == "0", job.said())
    for about, address, more, words in [
            ("without encryption", f"http://localhost:{plain.server_port}", {}, "not supported"),
            ("sent on to where there is no encryption", f"{secure}/away", {}, "not supported"),
            ("a server that nobody vouches for", secure, {"CURL_CA_BUNDLE": "/etc/ssl/certs/ca-certificates.crt"}, "certificate"),
            ("a repository without a release", secure, {"action": shutil.copytree(action, FOLDER / "_actions/example/other/v1/lint")}, "404")]:
        job, outputs = get(address, **more)
        check(not job.ok and job.status("Get concord") == job.status("Verdict") == 2 and words in job.said() and outputs["program"] == "", about, job.said())
    packed = bytearray((target / archives[0].name).read_bytes())
    packed[len(packed) // 2] ^= 1
    (target / archives[0].name).write_bytes(packed)
    job, outputs = get(secure)
    check(not job.ok and "was not unpacked" in job.said() and outputs["program"] == "", job.said())
    check(not list(pathlib.Path(job.temp).rglob("bin/concord")), job.said())
    # Where no release is listed, it is built from the sources of the action, once for each state of them.
    sources = FOLDER / "sources"
    shutil.copytree(ACTION, sources / ".github/actions/lint")
    for name in ["Sources", "schema"]:
        (sources / name).mkdir()
        (sources / name / "a.swift").write_text(name)
    (sources / "Package.swift").write_text("")
    (sources / "Makefile").write_text(f"build:\n\tmkdir -p .build/release && cp '{stage}/bin/concord' .build/release/concord && echo built >> '{FOLDER}/builds'\n")
    (FOLDER / "bin").mkdir()
    (FOLDER / "bin/swift").symlink_to("/bin/true")
    keys, kept = [], FOLDER / "kept"

    def cache(job, values):
        keys.append(values["key"])
        if kept.exists():
            shutil.copytree(kept, values["path"])

    def build(**more):
        job, outputs = lint({**environment, "PATH": f"{FOLDER / 'bin'}:{os.environ['PATH']}", **more}, {"program": ""}, uses={"actions/cache": cache},
                            action=sources / ".github/actions/lint")
        return job, outputs
    job, outputs = build()
    check(job.ok and outputs["errors"] == "0", job.said())
    shutil.copytree(pathlib.Path(outputs["program"]).parent, kept)
    job, _ = build()
    check(job.ok and keys[0] == keys[1] and (FOLDER / "builds").read_text() == "built\n", keys, job.said())
    (sources / "schema/a.swift").write_text("other")
    build()
    check(keys[2] != keys[1], keys)
    shutil.rmtree(kept)
    job, _ = build(PATH="/usr/bin:/bin")
    check(not job.ok and "there is no release for this machine" in job.said() and job.status("Verdict") == 2, job.said())


run([attacks, download, events, inputs, names])
