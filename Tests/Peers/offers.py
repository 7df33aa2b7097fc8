#!/usr/bin/env python3
"""Says what an editor with the YAML language server offers for each key of a JSON Schema, and what that is derived from.

    offers.py SCHEMA

Prints a line for each key that has offers: the path, `enum`, `examples` or `snippet`, and the words. Exit status: 1 where the
server would offer `true`, `false` or `null`, or a word of a reference that is in nobody's file, or would write a key in two ways.

As the server (its `yamlCompletion`) does it: the words of `enum` and `const`, `examples`, `default` and `defaultSnippets`; `true`,
`false` and `null` where a `type` allows them and no `enum` stands beside it; all that also inside `anyOf`, `allOf` and `oneOf`, never
inside `not` and `if`. A key that two schemas of one mapping describe is offered once with a choice of both, which nobody wants.
"""
import json
import sys

COMBINED = ("allOf", "anyOf", "oneOf")


def resolve(schema, root):
    if isinstance(schema, dict) and "$ref" in schema:
        for part in schema["$ref"].lstrip("#/").split("/"):
            root = root[part]
        return root
    return schema if isinstance(schema, dict) else {}


def offers(schema, root):
    """The words for one value, each with what it is derived from."""
    schema = resolve(schema, root)
    found = [("enum", word) for word in schema.get("enum", [])]
    if "const" in schema:
        found.append(("const", schema["const"]))
    if "default" in schema:
        found.append(("default", schema["default"]))
    found += [("examples", word) for word in schema.get("examples", [])]
    found += [("snippet", snippet["label"]) for snippet in schema.get("defaultSnippets", [])]
    if "enum" not in schema and "const" not in schema:
        types = schema.get("type", [])
        for kind in [types] if isinstance(types, str) else types:
            found += {"boolean": [("type", True), ("type", False)], "null": [("type", None)]}.get(kind, [])
    for word in COMBINED:
        for part in schema.get(word, []):
            found += offers(part, root)
    return found


def mappings(schema, root):
    """The schemas that list the keys of one mapping."""
    schema = resolve(schema, root)
    found = [schema] if schema.get("properties") else []
    for word in COMBINED:
        for part in schema.get(word, []):
            found += mappings(part, root)
    return found


def walk(path, schema, root, lines, problems, depth=0):
    schema = resolve(schema, root)
    if depth > 12:
        return
    for source, word in offers(schema, root):
        lines.setdefault((path, source), []).append(str(word))
        if word is None or isinstance(word, bool):
            problems.append(f"{path}: offers {json.dumps(word)}, from `{source}`")
    if "pattern" in schema and "patternErrorMessage" not in schema:
        problems.append(f"{path}: shows a pattern to people")
    keys = {}
    for mapping in mappings(schema, root):
        for key, value in mapping["properties"].items():
            if key in keys:
                problems.append(f"{path}: two descriptions of `{key}`")
            keys[key] = value
    for key, value in keys.items():
        walk(f"{path}.{key}" if path else key, value, root, lines, problems, depth + 1)
    for part in [schema] + [resolve(each, root) for word in COMBINED for each in schema.get(word, [])]:
        if "items" in part:
            walk(path + "[]", part["items"], root, lines, problems, depth + 1)
        for pattern, value in part.get("patternProperties", {}).items():
            if pattern != "^x-":
                walk(path + ".*", value, root, lines, problems, depth + 1)


def main():
    root = json.load(open(sys.argv[1], encoding="utf-8"))
    lines, problems = {}, []
    walk("", root, root, lines, problems)
    for (path, source), words in lines.items():
        print(f"{path} {source}: {', '.join(dict.fromkeys(words))}")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


sys.exit(main())
