"""The canonical form and the digest of agreements, written from the specification alone: a peer for tests.

    python canonical.py FILE...         for each file a line `<sha256>  <FILE>`
    python canonical.py --form FILE     the bytes of the canonical form

It needs PyYAML and expects files without errors; it does not look for any.
"""
import hashlib
import json
import re
import sys
import unicodedata

import yaml

# What each key takes: a word for a scalar or a form, [X] for a list of X, a dict for a mapping. "*" is every other key.
CONFIDENTIALITY = {"shared": "text", "private": "text", "exceptions": "text"}
COMMITMENT = {"id": "id", "owner": "owners", "does": "text", "due": "date", "every": "text"}
ANSWER = {"agreed": "texts", "not-relevant": "text", "open": {"until": "date", "why": "text"}, "carried": "texts",
          "commitments": [COMMITMENT], "told-to-teachers": "text", "notes": "texts"}
CAMPUS = {"name": "text", "code": "text"}
OTHER = {"name": "text", "about": "text"}
PARTICIPANT = {"name": "text", "role": "roles", "title": "text", "campuses": "shares", "elsewhere": "text", "concerns": ["topic"],
               "joined": "date"}
MEETING = {"what": "text", "date": "date", "dates": ["date"], "every": "word", "weekday": "weekday", "at": "time", "minutes": "minutes",
           "place": "text", "kind": "word"}
AGREEMENT = {
    "id": "id", "school-year": "year", "starts": "date", "ends": "date", "amended": "date",
    "campuses": {"*": "campus"},
    "participants": {"*": PARTICIPANT},
    "others": {"*": "other"},
    "conversation": {"date": "date", "facilitator": "participant", "note-taker": "participant", "absent": ["participant"],
                     "purposes": "texts"},
    "norms": {"agreed": "texts", "reviewed": "date"},
    "focus": {"roles": {"*": "text"}, "role-documents": "texts", "challenges": "texts", "strengths": "texts",
              "expected-results": "texts", "confidentiality": CONFIDENTIALITY},
    "topics": {"*": {"told-to-teachers": "text", "not-relevant": "text", "*": "answer"}},
    "drafting": {"owner": "participant", "due": "date", "review": {"how": "text", "due": "date"}, "sign": {"how": "text", "due": "date"}},
    "meetings": {"schedule": [MEETING], "if-canceled": "text", "if-absent": "text", "invitations": "party"},
}


def value(node, takes):
    """The canonical form of one node, or None where nothing is left of it."""
    if takes == "texts":
        return keep([fold(line(item)) for item in (node if isinstance(node, list) else [node])])
    if takes in ("campus", "other"):
        return keep({"name": fold(node)}) if isinstance(node, str) else value(node, CAMPUS if takes == "campus" else OTHER)
    if takes == "answer":
        return value(node, ANSWER) if isinstance(node, dict) else keep({"agreed": value(node, "texts")})
    if takes in ("roles", "owners"):
        items = [item for item in node if item != ""] if isinstance(node, list) else [node]
        return items[0] if len(items) == 1 else keep(items)
    if takes == "shares":
        return value(node, {"*": "share"} if isinstance(node, dict) else ["campus-id"])
    if isinstance(takes, dict):
        return keep({key: value(item, takes.get(key) or takes["*"]) for key, item in node.items()
                     if item != "" and (key in takes or "*" in takes and not key.startswith("x-"))})
    if isinstance(takes, list):
        return keep([value(item, takes[0]) for item in node if item != ""])
    scalars = {"text": fold, "time": time, "year": year, "minutes": lambda text: text.lstrip("0")}
    return scalars.get(takes, str)(node)


def keep(node):
    """A list or mapping without what is empty in it, or None if it is empty then."""
    if isinstance(node, dict):
        return {key: item for key, item in node.items() if item} or None
    return [item for item in node if item] or None


def line(item):
    """The text of an item of a list of texts: `- Harmon: strong` is one, too."""
    return item if isinstance(item, str) else "".join(f"{key}: {text}" for key, text in item.items())


def fold(text):
    if not text.strip("\t\n\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"):
        return ""
    return re.sub("[ \t\n\r\u00a0]+", " ", unicodedata.normalize("NFC", text)).strip(" ")


def time(text):
    hour, minute, half = re.fullmatch(r"(\d+):(\d\d) ?([ap]m)?", text.lower()).groups()
    hour = int(hour) if half is None else int(hour) % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute}"


def year(text):
    if re.fullmatch("[0-9]{4}", text):
        return text
    years = re.findall("[0-9]+", text)
    first = int(years[0]) + (2000 if len(years[0]) == 2 else 0) - (1 if len(years) == 1 else 0)
    return f"{first}-{(first + 1) % 100:02}"


def named(node, takes):
    """The ids of the people to whom a part of an agreement refers."""
    if takes == "answer":
        takes = ANSWER if isinstance(node, dict) else {}
    if takes in ("owners", "participant", "party"):
        return set(node) if isinstance(node, list) else {node}
    if isinstance(takes, dict) and isinstance(node, dict):
        return set().union(*(named(item, takes.get(key) or takes.get("*")) for key, item in node.items() if not key.startswith("x-")))
    if isinstance(takes, list) and isinstance(node, list):
        return set().union(*(named(item, takes[0]) for item in node))
    return set()


def form(path):
    """The bytes of the canonical form of a file."""
    with open(path, "rb") as file:
        root = yaml.load(file.read().decode("utf-8-sig"), yaml.BaseLoader)
    people = named(root, AGREEMENT)
    root["participants"] = {key: item for key, item in root["participants"].items()
                            if key in people or not (isinstance(item, dict) and item.get("joined"))}
    agreement = {"agreement": value(root, AGREEMENT), "canonical": "1"}
    return json.dumps(agreement, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--form"]:
        sys.stdout.buffer.write(form(sys.argv[2]))
    else:
        for name in sys.argv[1:]:
            print(f"{hashlib.sha256(form(name)).hexdigest()}  {name}")
