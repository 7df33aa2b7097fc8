"""Runs the steps of a workflow or of a composite action as GitHub's runner does, as far as those of this repository need it.

What it does not know, such as a function in an expression, ends the test.
"""
import os
import re
import subprocess

import yaml

TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|(==|!=|&&|\|\||!|\(|\))|(cancelled\(\))|([a-z][\w.-]*))")
# The workflow commands that the runner obeys.
KNOWN = set("error warning notice debug group endgroup add-mask set-output save-state stop-commands set-env add-path add-matcher remove-matcher echo".split())


def evaluate(text, context):
    """The value of an expression: a string, a truth value or None."""
    text, place, tokens = text.strip(), 0, []
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match:
            raise ValueError(f"an expression that this runner does not know: {text!r}")
        tokens.append(match)
        place = match.end()
    position = 0

    def peek(*signs):
        return position < len(tokens) and tokens[position][2] in signs

    def primary():
        nonlocal position
        token = tokens[position]
        position += 1
        if token[2] == "!":
            return not truth(primary())
        if token[2] == "(":
            value = either()
            position += 1
            return value
        if token[3]:
            return False
        return token[1].replace("''", "'") if token[1] is not None else look(token[4], context)

    def compared():
        nonlocal position
        value = primary()
        while peek("==", "!="):
            sign = tokens[position][2]
            position += 1
            value = same(value, primary()) == (sign == "==")
        return value

    def both():
        nonlocal position
        value = compared()
        while peek("&&"):
            position += 1
            value = (lambda right: right if truth(value) else value)(compared())
        return value

    def either():
        nonlocal position
        value = both()
        while peek("||"):
            position += 1
            value = (lambda right: value if truth(value) else right)(both())
        return value

    value = either()
    if position != len(tokens):
        raise ValueError(f"an expression that this runner does not know: {text!r}")
    return value


def truth(value):
    return value not in (None, False, "", 0)


def same(left, right):
    """GitHub's `==`: without regard to case, and as numbers if the kinds differ."""
    def number(value):
        try:
            return float(value or 0)
        except ValueError:
            return float("nan")
    if isinstance(left, str) and isinstance(right, str):
        return left.lower() == right.lower()
    return number(left) == number(right) if type(left) is not type(right) else left == right


def look(name, context):
    if name in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[name]
    first, *rest = name.split(".")
    value = context[first]
    for index, key in enumerate(rest):
        # Only an event may lack something: a step or an input that does not exist is a slip.
        if isinstance(value, dict) and (first in ("steps", "inputs") and index == 0):
            value = value[key]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def fill(text, context):
    """A text with the values of its expressions in it; what YAML reads as something else is a text here, too."""
    def shown(value):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return re.sub(r"\$\{\{(.*?)\}\}", lambda match: shown(evaluate(match[1], context)), shown(text), flags=re.S)


def pairs(path):
    """The outputs that a step wrote, in both forms."""
    result, lines = {}, open(path, errors="surrogateescape").read().split("\n")
    while lines:
        line = lines.pop(0)
        match = re.match(r"([^=<]+)<<(.+)$", line)
        if match:
            end = lines.index(match[2])
            result[match[1]] = "\n".join(lines[:end])
            del lines[:end + 1]
        elif "=" in line:
            name, value = line.split("=", 1)
            result[name] = value
        elif line:
            raise ValueError(f"not an output: {line!r}")
    return result


def commands(text):
    """The commands that the runner would obey: `::name` at the start of a line, `##[name` anywhere."""
    found = []
    for line in re.split(r"[\r\n]", text):
        match = re.match(r"\s*::([^:\s]+)[^\n]*?::", line)
        for name in [match[1]] if match else re.findall(r"##\[([^\] ]+)[^\]]*\]", line):
            if name.lower() in KNOWN:
                found.append(name.lower())
    return found


class Job:
    """What happened in some steps."""

    def __init__(self, workspace, temp, environment, event=None, uses=None):
        self.workspace, self.temp, self.environment, self.uses = str(workspace), str(temp), environment, uses or {}
        self.ok, self.log, self.commands, self.called = True, [], [], []
        self.event, self.summary = event or {}, f"{temp}/summary.md"
        os.makedirs(temp, exist_ok=True)
        open(self.summary, "a").close()

    def context(self, **more):
        github = {"event": self.event, "token": "a-token", "workflow": "w", "ref": "refs/heads/main"}
        return {"github": github, "runner": {"os": "Linux", "arch": "X64"}, "steps": {}, "inputs": {}, **more}

    def said(self):
        return "\n".join(text for _, _, text in self.log)

    def status(self, name):
        return next((status for step, status, _ in self.log if step == name), None)

    def action(self, folder, inputs):
        """A composite action; returns its outputs."""
        action = yaml.safe_load(open(f"{folder}/action.yml"))
        unknown = set(inputs) - set(action["inputs"])
        if unknown:
            raise ValueError(f"the action has no input {unknown}")
        context = self.context(inputs={name: fill(inputs.get(name, about.get("default", "")), {}) for name, about in action["inputs"].items()})
        self.steps(action["runs"]["steps"], context, {"GITHUB_ACTION_PATH": str(folder)})
        return {name: fill(about["value"], context) for name, about in action["outputs"].items()}

    def steps(self, steps, context, environment):
        # A step that was not run has no outputs.
        context["steps"] = {step["id"]: {"outputs": {}} for step in steps if "id" in step}
        ok = self.ok
        for index, step in enumerate(steps):
            condition = re.sub(r"^\$\{\{|\}\}$", "", str(step.get("if", "")).strip()).strip()
            if not ok and "cancelled()" not in condition or condition and not truth(evaluate(condition, context)):
                continue
            name = step.get("name", step.get("uses", step.get("id")))
            try:
                outputs = self.use(step, context) if "uses" in step else self.run(step, f"{id(context)}-{index}", name, context, environment)
            except Failed as failed:
                ok, outputs = False, failed.outputs
            ok = ok and self.ok
            if "id" in step:
                context["steps"][step["id"]]["outputs"] = outputs
        self.ok = ok

    def use(self, step, context):
        name, values = step["uses"].split("@")[0], {key: fill(value, context) for key, value in step.get("with", {}).items()}
        self.called.append((name, values))
        return self.uses[name](self, values) or {}

    def run(self, step, number, name, context, environment):
        script, outputs = f"{self.temp}/{number}.sh", f"{self.temp}/{number}.out"
        open(outputs, "w").close()
        with open(script, "w") as file:
            file.write(fill(step["run"], context))
        known = {"PATH": os.environ["PATH"], "HOME": self.temp, "CI": "true", "GITHUB_ACTIONS": "true", "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64",
                 "RUNNER_TEMP": self.temp, "GITHUB_WORKSPACE": self.workspace, "GITHUB_OUTPUT": outputs, "GITHUB_STEP_SUMMARY": self.summary,
                 "GITHUB_SERVER_URL": "https://github.invalid", "GITHUB_REPOSITORY": "example/agreements", "GIT_CONFIG_GLOBAL": "/dev/null",
                 "GIT_CONFIG_SYSTEM": "/dev/null", "GITHUB_SHA": "", "GITHUB_BASE_REF": "", **self.environment, **environment}
        known.update({key: fill(value, context) for key, value in step.get("env", {}).items()})
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] if step.get("shell") == "bash" else ["bash", "-e"]
        done = subprocess.run([*shell, script], cwd=self.workspace, env=known, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        text = done.stdout.decode(errors="surrogateescape")
        self.log.append((name, done.returncode, text))
        self.commands += commands(text)
        if done.returncode:
            raise Failed(pairs(outputs))
        return pairs(outputs)


class Failed(Exception):
    """A step that failed, with what it had written until then."""

    def __init__(self, outputs):
        super().__init__()
        self.outputs = outputs
