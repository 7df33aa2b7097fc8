"""Variants of agreements for tests of the digest: same meaning in another writing, or another meaning.

    python variants.py --seed 1 --count 500 SAMPLE... --output DIR

Half of the variants have the digest of their sample, half have another one. DIR/manifest.json lists
{file, sample, kind: "same" or "other", edits} for each. The same arguments write the same bytes. Needs PyYAML to read the samples.
"""
import argparse
import datetime
import functools
import json
import os
import random
import re
import unicodedata

import yaml

from canonical import AGREEMENT, ANSWER, CAMPUS, COMMITMENT, MEETING, OTHER, PARTICIPANT, fold, line, time, year

SIGNATURE = {"signed": "date", "method": "word", "digest": "digest", "signature": "armor", "recorded-by": "participant", "withdrawn": "date"}
PERSON = {**PARTICIPANT, "joined": "date", "left": "date"}
FILE = {"format": "word", "status": "word", **AGREEMENT, "participants": {"*": PERSON}, "signatures": {"*": SIGNATURE}}
# The tables of what is named by a word, and what the items of a list are that may have one alone.
FORMS = {"campus": CAMPUS, "other": OTHER, "answer": ANSWER, "shares": {"*": "share"}}
SEVERAL = {"roles": "word", "owners": "party"}
UNSIGNED = {"format", "status", "signatures", "joined", "left"}
STATES = ["agreed", "not-relevant", "open", "carried"]
ROLES = ["principal", "assistant-principal", "instructional-coach", "content-coordinator", "facilitator", "coaching-coordinator", "teacher", "other"]
COACHING_ROLES = ["resource-provider", "data-coach", "curriculum-specialist", "instructional-specialist", "classroom-supporter",
                  "learning-facilitator", "mentor", "school-leader", "catalyst-for-change", "learner"]
TOPICS = {
    "roles-focus": "relationship-building role-priorities",
    "engagement": "coach-introduction team-coaching individual-cycles initial-caseload principal-priorities coordinator-concerns "
                  "participation-expectation",
    "access": "common-planning-periods weekly-planning planning-days classroom-access",
    "feedback-review": "impact-timeline change-communication work-records work-visibility teacher-naming",
    "planning-data": "backward-design common-assessments assessment-data-sharing assessment-changes learning-targets data-gathering data-review",
    "confidentiality": "declining-a-question urgent-concern",
    "specific-issues": "coach-complaints coach-learning-schedule coach-learning-budget staff-learning-budget",
    "multi-campus": "campus-schedule campus-flexibility campus-learning-days",
    "boundaries": "not-the-coachs-job evaluation-wall coach-evaluation changing-or-ending class-coverage recordings families time-shares",
}


class Scalar(str):
    """A text with what it is: "text" folds white space; anything else is a form of its own, and only its quotes are free."""

    def __new__(cls, text, takes="text"):
        scalar = super().__new__(cls, text)
        scalar.takes = takes
        return scalar


# Reading: mappings, lists and Scalars, all in the long form. None is an absent value.

def typed(node, takes):
    if takes == "shares":
        takes = {"*": "share"} if isinstance(node, dict) else ["campus-id"]
    if node == "":
        return None
    if takes == "texts":
        return [None if item == "" else Scalar(line(item)) for item in (node if isinstance(node, list) else [node])]
    if takes in ("campus", "other", "answer"):
        key = "agreed" if takes == "answer" else "name"
        return typed(node if isinstance(node, dict) else {key: node}, FORMS[takes])
    if isinstance(takes, str) and takes in SEVERAL:
        return [None if item == "" else Scalar(item, SEVERAL[takes]) for item in (node if isinstance(node, list) else [node])]
    if isinstance(node, list):
        return [typed(item, takes[0] if isinstance(takes, list) else takes) for item in node]
    if isinstance(node, dict):
        known = takes if isinstance(takes, dict) else {"*": "text"}
        return {key: typed(item, "text" if key.startswith("x-") else known.get(key) or known["*"]) for key, item in node.items()}
    return Scalar(node, takes)


@functools.cache
def read(path):
    with open(path, "rb") as file:
        return yaml.load(file.read().decode("utf-8-sig"), yaml.BaseLoader)


def places(node, signed=True):
    """Each (container, key) in a tree; with signed, only those that count for the digest."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        item = node[key]
        if isinstance(key, str) and (key.startswith("x-") or signed and key in UNSIGNED):
            continue
        if signed and isinstance(item, dict) and item.get("joined"):
            continue
        yield node, key
        if isinstance(item, (dict, list)):
            yield from places(item, signed)


def tables(node, takes):
    """Each mapping of the format in a tree, with its table."""
    if isinstance(node, list) and isinstance(takes, list):
        for item in node:
            yield from tables(item, takes[0])
    elif isinstance(node, dict):
        takes = FORMS.get(takes, takes) if isinstance(takes, str) else takes
        yield node, takes
        for key, item in node.items():
            if not key.startswith("x-"):
                yield from tables(item, takes.get(key) or takes["*"])


def insert(rng, mapping, key, item):
    """Puts a new key at any place of a mapping."""
    entries = list(mapping.items())
    entries.insert(rng.randint(0, len(entries)), (key, item))
    mapping.clear()
    mapping.update(entries)


# Edits of what a file says that leave its digest alone: they change a tree and return whether they found something to change.

def reorder_keys(rng, root):
    for mapping, _ in list(tables(root, FILE)):
        if rng.random() < 0.7:
            entries = list(mapping.items())
            rng.shuffle(entries)
            mapping.clear()
            mapping.update(entries)
    return True


def respell_year(rng, root):
    text = year(root["school-year"])
    if len(text) == 4:
        return False
    first, last = int(text[:4]), int(text[:4]) + 1
    spellings = [f"{mark}{first}{dash}{end}" for mark in ("", "SY", "sy ") for dash in ("-", "–", "—", "/", " - ", " —  ") for end in (last, f"{last % 100:02}")]
    spellings += [f"{sy}{gap}{last}" for sy in ("SY", "sy", "Sy", "sY") for gap in ("", " ", "   ")]
    if 2000 <= first <= 2099:
        spellings += [f"{first % 100:02}{dash}{last % 100:02}" for dash in ("-", "–", "—", "/", " / ")]
    if 2000 <= last <= 2099:
        spellings += [f"{sy}{gap}{last % 100:02}" for sy in ("SY", "sy") for gap in ("", " ")]
    root["school-year"] = Scalar(rng.choice(spellings), "year")
    return True


def respell_times(rng, root):
    found = [(node, key) for node, key in places(root) if node[key] is not None and getattr(node[key], "takes", "") in ("time", "minutes")]
    for node, key in found:
        if node[key].takes == "minutes":
            text = rng.choice(["", "0", "000"]) + node[key].lstrip("0")
        else:
            hour, minute = time(node[key]).split(":")
            hour = int(hour)
            half = ["am", "AM", "aM", "Am"] if hour < 12 else ["pm", "PM", "pM", "Pm"]
            twelve = hour % 12 or 12
            text = rng.choice([f"{hour:02}:{minute}", f"{hour}:{minute}", f"{rng.choice([str(twelve), f'{twelve:02}'])}:{minute}"
                               f"{rng.choice(['', ' '])}{rng.choice(half)}"])
        node[key] = Scalar(text, node[key].takes)
    return bool(found)


def add_extensions(rng, root):
    def anything(depth):
        kind = rng.randrange(8 if depth < 3 else 5)
        if kind >= 6:
            keys = ["agreed", "joined", "format", "x-", "left", "x-left", "1", "~", "", "a: b", "No", "é", "e\u0301"]
            return {key: anything(depth + 1) for key in rng.sample(keys, rng.randint(0, 4))}
        if kind == 5:
            return [anything(depth + 1) for _ in range(rng.randint(0, 3))]
        words = ["no", "2026-08-17", "- not a list", "What: ever", "two words", "0x1F", "# none", "[", "it's \"so\"", "", " "]
        return None if kind == 4 else Scalar(rng.choice(words), rng.choice(["text", "word"]))

    for mapping, _ in list(tables(root, FILE)):
        while rng.random() < 0.3:
            insert(rng, mapping, rng.choice(["x-note", "x-1", "x-Über", "x-joined", "x-agreed", "x-a b", "x-", "x-it's", "x-:"]), anything(0))
    return True


def add_empties(rng, root):
    def empty(mapping, key, takes):
        if key == "dates":
            return None
        if key in STATES and "owner" not in mapping or key in ("commitments", "told-to-teachers", "every", "due"):
            return rng.choice([None, Scalar("")]) if takes in ("text", "texts") else None
        if takes == "text":
            return rng.choice([None, Scalar(""), Scalar(" ")])
        if takes == "texts":
            return rng.choice([None, Scalar(""), [], [None], [Scalar("")], [None, Scalar(" "), None]])
        if takes == "answer":
            return rng.choice([None, Scalar(""), [], [Scalar(" ")], {"agreed": None}, {"carried": [], "notes": None}, {"open": None}])
        if takes == "shares":
            return rng.choice([None, [], {}])
        return None if isinstance(takes, str) else rng.choice([None, [] if isinstance(takes, list) else {}])

    for mapping, takes in list(tables(root, FILE)):
        for key, what in takes.items():
            if key != "*" and key not in mapping and rng.random() < 0.3 and not (key == "open" or what in ("campus", "other")):
                insert(rng, mapping, key, None if key in ("until", "why") else empty(mapping, key, what))
        for key, item in mapping.items():
            if isinstance(item, list) and rng.random() < 0.1:
                item.insert(rng.randint(0, len(item)), None)
    for section, topics in TOPICS.items():
        mapping = root.setdefault("topics", {}) if root.get("topics", {}) is not None else {}
        if section not in mapping and rng.random() < 0.5:
            insert(rng, mapping, section, rng.choice([None, {}]))
        for topic in topics.split():
            if mapping.get(section) is not None and topic not in mapping[section] and rng.random() < 0.5:
                insert(rng, mapping[section], topic, empty({}, topic, "answer"))
    focus = root.get("focus") or {}
    if focus.get("roles") is not None:
        for role in COACHING_ROLES:
            if role not in focus["roles"] and rng.random() < 0.2:
                insert(rng, focus["roles"], role, empty({}, role, "text"))
    return True


def change_status(rng, root):
    root["status"] = Scalar("draft" if root["status"] == "agreed" else "agreed", "word")
    return True


def change_signatures(rng, root):
    people = [key for key in root["participants"] if not key.startswith("x-")]
    signatures = {}
    for person in rng.sample(people, rng.randint(0, len(people))):
        method = rng.choice(["typed", "paper", "ssh"])
        block = {"signed": a_day(rng, root), "method": Scalar(method, "word")}
        if method == "ssh":
            block["signature"] = Scalar("-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n", "armor")
        if method == "paper" or rng.random() < 0.2:
            block["recorded-by"] = Scalar(rng.choice(people), "participant")
        if rng.random() < 0.7:
            block["digest"] = Scalar("".join(rng.choices("0123456789abcdef", k=64)), "digest")
        if rng.random() < 0.2:
            block["withdrawn"] = a_day(rng, root)
        signatures[person] = rng.choice([None, block, block, block])
    root["signatures"] = signatures
    return True


def somebody_joins(rng, root):
    person = {"name": Scalar("Noa Newcomer"), "role": [Scalar(role, "word") for role in rng.sample(ROLES, rng.randint(1, 2))], "joined": a_day(rng, root)}
    if rng.random() < 0.5:
        person["concerns"] = [Scalar("planning-days", "topic")]
    if rng.random() < 0.3:
        person["left"] = a_day(rng, root)
    insert(rng, root["participants"], "newcomer", person)
    return True


def somebody_leaves(rng, root):
    person = rng.choice([item for key, item in root["participants"].items() if not key.startswith("x-")])
    person.pop("left", None)
    insert(rng, person, "left", a_day(rng, root))
    return True


def a_day(rng, root):
    return Scalar(str(datetime.date.fromisoformat(root["starts"]) + datetime.timedelta(rng.randint(-20, 250))), "date")


# Edits of which each alone makes another digest: they change one thing in a tree, or return False where there is nothing to change.

def scalars(root, takes="text"):
    return [(node, key) for node, key in places(root) if isinstance(node[key], Scalar) and node[key].takes == takes and fold(node[key])]


def replace(rng, root, pattern, change, takes="text"):
    """Changes one match of a pattern in one scalar."""
    found = [(node, key, match) for node, key in scalars(root, takes) for match in re.finditer(pattern, node[key])]
    if not found:
        return False
    node, key, match = rng.choice(found)
    node[key] = Scalar(node[key][:match.start()] + change(match.group()) + node[key][match.end():], takes)
    return True


def change_word(rng, root):
    return replace(rng, root, r"\w+", lambda word: rng.choice([word + "s", "other" if word != "other" else "same", word + " too", word[:-1] + "ß"]))


def change_case(rng, root):
    return replace(rng, root, "[A-Za-z]", str.swapcase)


def change_quote(rng, root):
    return replace(rng, root, "['\"]", lambda quote: "’" if quote == "'" else rng.choice("“”"))


def change_dash(rng, root):
    return replace(rng, root, "(?<=[A-Za-z])-(?=[A-Za-z])", lambda dash: "–")


def change_space(rng, root):
    return replace(rng, root, "(?<=[A-Za-z]) (?=[A-Za-z])", lambda space: rng.choice(["", "\u2003", "\u2009", "\u202f"]))


def change_punctuation(rng, root):
    return replace(rng, root, r"[.,;](?= |$)", lambda point: "!")


def change_compatible(rng, root):
    return replace(rng, root, "fi|[A-Za-z2]", lambda text: {"fi": "ﬁ", "2": "²"}.get(text) or chr(ord(text) + 0xFEE0))


def change_date(rng, root):
    def move(text):
        return str(datetime.date.fromisoformat(text) + datetime.timedelta(rng.choice([-1, 1])))
    return replace(rng, root, ".+", move, "date")


def change_minutes(rng, root):
    return replace(rng, root, ".+", lambda text: str(int(text) % 9999 + 1), "minutes")


def change_time(rng, root):
    def move(text):
        hour, minute = time(text).split(":")
        return f"{(int(hour) + 12) % 24:02}:{minute}" if rng.random() < 0.5 else f"{hour}:{(int(minute) + 1) % 60:02}"
    return replace(rng, root, ".+", move, "time")


def change_owner(rng, root):
    people = [key for key in root["participants"] if not key.startswith("x-")]
    if len(people) < 2:
        return False
    owned = [(items, at) for items in lists(root, 1) for at, item in enumerate(items)
             if item and getattr(item, "takes", "") == "party" and set(people) - set(items)]
    if owned and rng.random() < 0.5:
        items, at = rng.choice(owned)
        items[at] = Scalar(rng.choice(sorted(set(people) - set(items))), "party")
        return True
    return replace(rng, root, ".+", lambda person: rng.choice([other for other in people if other != person]), "participant")


def change_role(rng, root):
    found = [item for node, key in places(root) if node is root["participants"] for item in [node[key]]]
    if not found:
        return False
    person = rng.choice(found)
    role = Scalar(rng.choice([role for role in ROLES if role not in person["role"]]), "word")
    if rng.random() < 0.5:
        person["role"].append(role)
    else:
        person["role"] = [role]
    return True


def add_owner(rng, root):
    people = [key for key in root["participants"] if not key.startswith("x-")]
    found = [items for items in lists(root, 1) if getattr(next(filter(None, items)), "takes", "") == "party" and set(people) - set(items)]
    if not found:
        return False
    items = rng.choice(found)
    items.append(Scalar(rng.choice(sorted(set(people) - set(items))), "party"))
    return True


def change_state(rng, root):
    found = [(node[key], state) for node, key in places(root) if isinstance(node[key], dict) for state in STATES
             if node[key].get(state) and (state != "agreed" or node is not root) and node is not root.get("topics")]
    if not found:
        return False
    answer, state = rng.choice(found)
    other = rng.choice([word for word in STATES if word != state])
    texts = answer.pop(state)
    texts = texts if isinstance(texts, list) else [texts.get("why") or Scalar("Later")] if isinstance(texts, dict) else [texts]
    if other != "agreed":
        answer.pop("commitments", None)
        answer.pop("told-to-teachers", None)
    answer.pop(other, None)
    insert(rng, answer, other, texts if other in ("agreed", "carried") else texts[0] if other == "not-relevant" else
           {"until": a_day(rng, root), "why": texts[0]})
    return True


def lists(root, size):
    return [node[key] for node, key in places(root) if isinstance(node[key], list) and len([item for item in node[key] if item]) >= size]


def remove_item(rng, root):
    found = lists(root, 2)
    if not found:
        return False
    items = rng.choice(found)
    items.remove(rng.choice([item for item in items if item]))
    return True


def swap_items(rng, root):
    found = [(items, at) for items in lists(root, 2) for at in range(len(items) - 1) if items[at] and items[at + 1] and items[at] != items[at + 1]]
    if not found:
        return False
    items, at = rng.choice(found)
    items[at], items[at + 1] = items[at + 1], items[at]
    return True


def repeat_item(rng, root):
    # No role, owner or day of a meeting is named twice.
    found = [items for items in lists(root, 1) if getattr(next(filter(None, items)), "takes", "") not in ("word", "party", "date")]
    if not found:
        return False
    items = rng.choice(found)
    items.append(next(item for item in items if item))
    return True


def split_item(rng, root):
    found = [(items, at) for items in lists(root, 1) for at, item in enumerate(items)
             if isinstance(item, Scalar) and item.takes == "text" and " " in fold(item)]
    if not found:
        return False
    items, at = rng.choice(found)
    items[at:at + 1] = [Scalar(part) for part in fold(items[at]).split(" ", 1)]
    return True


def fill_in_campuses(rng, root):
    campuses = [key for key in root["campuses"] if not key.startswith("x-")]
    found = [node[key] for node, key in places(root) if node is root["participants"] and not node[key].get("campuses")]
    if not found:
        return False
    rng.choice(found)["campuses"] = [Scalar(campus, "campus-id") for campus in campuses]
    return True


def copy_told(rng, root):
    found = [section for section in (root.get("topics") or {}).values() if isinstance(section, dict) and section.get("told-to-teachers")
             and any((answer or {}).get("agreed") and not answer.get("told-to-teachers") for answer in section.values() if isinstance(answer, dict))]
    if not found:
        return False
    section = rng.choice(found)
    answers = [answer for answer in section.values() if isinstance(answer, dict) and answer.get("agreed") and not answer.get("told-to-teachers")]
    rng.choice(answers)["told-to-teachers"] = section["told-to-teachers"]
    return True


def amend(rng, root):
    return not root.get("amended") and insert(rng, root, "amended", a_day(rng, root)) is None


def change_calendar(rng, root):
    text = year(root["school-year"])
    if len(text) == 4 or root["ends"][:4] != str(int(text[:4]) + 1):
        return False
    root["school-year"] = Scalar(root["ends"][:4], "year")
    return root["starts"][:4] == root["ends"][:4]


SAME = [reorder_keys, respell_year, respell_times, add_extensions, add_empties, change_status, change_signatures, somebody_joins, somebody_leaves]
OTHER = [change_word, change_case, change_quote, change_dash, change_space, change_punctuation, change_compatible, change_date, change_minutes,
         change_time, change_owner, add_owner, change_role, change_state, remove_item, swap_items, repeat_item, split_item, fill_in_campuses, copy_told, amend]
LAYOUT = ["quotes", "wrapping", "spaces", "normal-form", "long-forms", "colon-items", "flow", "question-marks", "indentation", "comments",
          "blank-lines", "crlf", "mixed-line-ends", "byte-order-mark", "document-marks", "no-last-line-end"]

# Writing: an emitter that decides everything about the layout by itself.

SAFE_WORD = re.compile(r"(?!\d{1,2}[.)]$)[A-Za-z0-9($€£“‘][^\s:#]*$|\d{1,2}:\d\d$")
COMMENTS = ["#", "# plain", "#no space", "# key: value", "#- no list", '# "open', "# 'open", "# [ {", "# caf\u00e9 cafe\u0301", "# 👩🏫 ü",
            "#\ttab", "## | > & * !", "# --- ...", "# format: 2", "# it's \\"]


class Writer:
    def __init__(self, rng, layout):
        self.rng, self.layout = rng, layout
        self.step = rng.randint(1, 5) if "indentation" in layout else 2

    def may(self, edit, chance):
        return edit in self.layout and self.rng.random() < chance

    def document(self, root):
        lines = self.above(0) + self.mapping(root, 0) + self.above(0)
        if "document-marks" in self.layout:
            lines[:0] = self.above(0) + [self.rng.choice(["---", "--- # start", "---   "])]
            lines += self.rng.choice([[], ["..."], ["... # end", "# after"]])
        if self.may("flow", 0.05):
            lines = self.flow(root, 0)
        ends = ["\r\n"] if "crlf" in self.layout else ["\n", "\r\n"] if "mixed-line-ends" in self.layout else ["\n"]
        text = "".join(part + self.rng.choice(ends) for part in "\n".join(lines).split("\n"))
        if "no-last-line-end" in self.layout:
            text = text.rstrip("\r\n")
        return ("\ufeff" if "byte-order-mark" in self.layout else "") + text

    def above(self, column):
        """Lines before an entry."""
        lines = []
        while self.may("comments", 0.15):
            lines.append(" " * self.rng.choice([0, column, self.rng.randint(0, column)]) + self.rng.choice(COMMENTS))
        while self.may("blank-lines", 0.15):
            lines.insert(self.rng.randint(0, len(lines)), "")
        return lines

    def tail(self):
        """The end of a line."""
        if self.may("comments", 0.15):
            return " " * self.rng.randint(1, 4) + self.rng.choice(COMMENTS)
        return " " * self.rng.randint(1, 4) if self.may("spaces", 0.1) else ""

    def gap(self):
        return " " * self.rng.randint(1, 5) if self.may("spaces", 0.2) else " "

    def deeper(self, column):
        return column + (self.rng.randint(1, 5) if self.may("indentation", 0.3) else self.step)

    def shorten(self, node, takes):
        """The short form of a value, if it has one and is to have it."""
        if self.may("long-forms", 0.5):
            return node
        if takes == "answer" and isinstance(node, dict) and set(node) == {"agreed"} or takes in ("campus", "other") and set(node) == {"name"}:
            node = next(iter(node.values()))
            takes = "texts" if takes == "answer" else takes
        if (takes in ("texts", "answer") or takes in SEVERAL) and isinstance(node, list) and len(node) == 1 and node[0]:
            return node[0]
        return node

    def mapping(self, node, column, takes=FILE, compact=False):
        lines = []
        for key, item in node.items():
            what = "text" if key.startswith("x-") or not isinstance(takes, dict) else takes.get(key) or takes["*"]
            item = self.shorten(item, what) if isinstance(what, str) and item is not None else item
            what = FORMS.get(what, what) if isinstance(what, str) else what
            lines += ([] if compact and not lines else self.above(column)) + self.entry(key, item, column, what)
        return lines

    def entry(self, key, item, column, takes):
        if self.may("question-marks", 0.1):
            name = self.scalar(key if isinstance(key, Scalar) else Scalar(key, "key"), column)
            lines = [" " * column + "?" + self.gap() + name[0]] + name[1:]
            lines += self.above(column)
            lead = " " * column + ":"
        else:
            lines = []
            lead = " " * column + self.key(key) + (" " * self.rng.randint(1, 2) if self.may("spaces", 0.05) else "") + ":"
        if item is None:
            return lines + [lead + self.tail()]
        if isinstance(item, str):
            return lines + self.after(lead, self.scalar(item, column), column)
        if self.flows(item):
            return lines + self.after(lead, self.flow(item, column), column)
        lines.append(lead + self.tail())
        if isinstance(item, dict):
            inner = self.deeper(column)
            return lines + self.above(inner) + self.mapping(item, inner, takes)
        inner = column if self.may("indentation", 0.5) else self.deeper(column)
        return lines + self.above(inner) + self.sequence(item, inner, takes)

    def after(self, lead, lines, column):
        """A scalar or a flow behind a colon or dash, or on the next line."""
        if lines[0][:1] not in ("|", ">") and self.may("wrapping", 0.1):
            return [lead + self.tail(), " " * self.deeper(column) + lines[0]] + lines[1:]
        return [lead + self.gap() + lines[0]] + lines[1:]

    def sequence(self, node, column, takes):
        lines = []
        for item in node:
            lines += self.above(column) if lines else []
            dash = " " * column + "-"
            if item is None:
                lines.append(dash + self.tail())
            elif isinstance(item, str):
                parts = [match.start() for match in re.finditer(r"(?<=\S): ", item)] if item.takes == "text" and takes == "texts" else []
                if (parts or takes == "texts" and re.search(r"\S:$", item)) and self.may("colon-items", 0.8):
                    at = self.rng.choice(parts or [len(item) - 1])
                    lines += self.compact(column, {Scalar(item[:at]): Scalar(item[at + 2:]) if item[at + 2:].strip() else None}, "text")
                else:
                    lines += self.after(dash, self.scalar(item, column), column)
            elif self.flows(item):
                lines += self.after(dash, self.flow(item, column), column)
            elif isinstance(item, list) or self.may("indentation", 0.1):
                inner = self.deeper(column)
                lines.append(dash + self.tail())
                lines += self.above(inner)
                lines += self.sequence(item, inner, takes) if isinstance(item, list) else self.mapping(item, inner, takes[0])
            else:
                lines += self.compact(column, item, takes[0] if isinstance(takes, list) else takes)
        return lines

    def compact(self, column, item, takes):
        lead = "-" + self.gap()
        lines = self.mapping(item, column + len(lead), takes, compact=True)
        return [" " * column + lead + lines[0].lstrip(" ")] + lines[1:]

    # Flow style

    def flows(self, node):
        return not node or not any(isinstance(item, (dict, list)) for item in (node.values() if isinstance(node, dict) else node)) \
            and (self.may("flow", 0.5) or bool(getattr(node, "flow", False))) or self.may("flow", 0.05)

    def flow(self, node, column):
        """The lines of a flow; all but the first are indented."""
        if isinstance(node, str):
            return self.scalar(node, column, flow=True)
        left, right = "{}" if isinstance(node, dict) else "[]"
        lines = [left + (" " if self.may("spaces", 0.3) else "")]
        inner = self.deeper(column)
        rest = [(key, node[key]) for key in node] if isinstance(node, dict) else [(None, item) for item in node if item is not None]
        for at, (key, item) in enumerate(rest):
            part = [""] if item is None else self.flow(item, inner)
            if key is not None:
                name = self.key(key, flow=True)
                joined = name[0] in "'\"" and self.may("spaces", 0.2)  # only a key in quotes may do without a space
                part[0] = name + ":" + ("" if joined else self.gap()) + part[0]
            comma = "," if at < len(rest) - 1 or item is not None and self.may("flow", 0.2) else ""
            part[-1] += comma
            if self.may("wrapping", 0.2):
                lines[-1] += self.tail()
                lines += self.above(inner) + [" " * inner + part[0]]
            else:
                lines[-1] += (" " if at else "") + part[0]
            lines += part[1:]
        if self.may("wrapping", 0.1):
            lines.append(" " * max(inner, 1) + right)
        else:
            lines[-1] += right
        return lines

    # Scalars

    def key(self, key, flow=False):
        if self.may("quotes", 0.2) or not self.plain_may_hold(key, flow):
            return self.single(key) if self.may("quotes", 0.5) and "\u0300" not in key else self.double(key)
        return self.gaps(key) if isinstance(key, Scalar) else key

    def scalar(self, text, column, flow=False):
        """The lines of a scalar; all but the first are indented below the column."""
        if text.takes == "armor":
            return [self.double(text)] if flow else ["|"] + [" " * (column + 2) + part for part in text.split("\n")[:-1]]
        styles = ["plain"] * self.plain_may_hold(text, flow)
        if not styles or self.may("quotes", 0.5):
            styles = styles + ["single", "double"]
        if not flow and fold(text) and (self.may("quotes", 0.3) or text.takes == "text" and self.may("wrapping", 0.2)):
            styles = ["literal", "folded"]
        style = self.rng.choice(styles) if self.layout & {"quotes", "wrapping"} else "plain" if styles[0] == "plain" else \
            "double" if "'" in text else "single"
        if style in ("literal", "folded"):
            return self.block(text, column, style)
        lines = getattr(self, style)(text, wrap=text.takes != "key" and len(fold(text).split(" ")) > 1 and self.may("wrapping", 0.5)).split("\n")
        return [lines[0]] + [" " * self.rng.choice([column + 1, self.deeper(column)]) * bool(part) + part for part in lines[1:]][:len(lines)] \
            if len(lines) > 1 else [lines[0] + ("" if flow else self.tail())]

    def plain_may_hold(self, text, flow=False):
        if re.fullmatch(r"\d+:\d\d( ?[AaPp][Mm])?", text):
            return True
        return bool(re.match(r"[A-Za-z0-9$(./€“‘~^_;+]", text)) and text == fold(text) and \
            not re.search(r"^\.\.\.|^\d{1,2}[.)] |^[\w-]+:|:( |$)| #" + (r"|[,\[\]{}?:]" if flow else ""), text)

    def gaps(self, text, breaks="", tabs=False, hold=None):
        """A text with other white space between its words: runs of spaces, and the given break instead of some."""
        text = self.normal(text) if isinstance(text, Scalar) and text.takes == "text" else text
        free = isinstance(text, Scalar) and text.takes == "text"
        words = (fold(text) if free else text).split(" ")
        breaks = "" if "" in words else breaks
        out = self.hold(words[0], hold)
        for word in words[1:]:
            space = " "
            if breaks and self.rng.random() < 0.3 and (hold or SAFE_WORD.match(word)):
                space = breaks + (breaks if free and self.rng.random() < 0.15 else "")
            elif free and self.may("spaces", 0.1):
                # A wide space directly after the colon of a first word is a slip.
                wide = [] if out.endswith(":") else [" \u00a0", "\u00a0", "\u00a0 "]
                space = self.rng.choice(["  ", "     "] + wide + ["\t", " \t "] * tabs)
            out += space + self.hold(word, hold)
        return out

    def hold(self, word, hold):
        return hold(word) if hold else word

    def normal(self, text):
        """Another text with the same Normalization Form C."""
        text = unicodedata.normalize("NFC", text)
        if self.may("normal-form", 0.5):
            text = unicodedata.normalize("NFD", text)
        if "normal-form" in self.layout:
            text = "".join({"K": "\u212a", ";": "\u037e", "`": "\u1fef", "Å": "\u212b"}[letter] if letter in "K;`Å" and self.rng.random() < 0.5
                           else letter for letter in text)
        return Scalar(text)

    def plain(self, text, wrap=False):
        return self.gaps(text, "\n" if wrap else "")

    def ends(self, text):
        """White space around a text in quotes."""
        return self.rng.choice(["", " ", "   ", "\t", "\u00a0", " \u00a0"]) if isinstance(text, Scalar) and text.takes == "text" \
            and self.may("spaces", 0.1) else ""

    def single(self, text, wrap=False):
        inner = text if not fold(text) else self.ends(text) + self.gaps(text, "\n" if wrap else "", True, lambda word: word) + self.ends(text)
        return "'" + inner.replace("'", "''") + "'"

    def double(self, text, wrap=False):
        def escape(letter):
            if letter == "\n":
                return "\\n"
            code = ord(letter)
            if letter in "\"\\" or self.may("quotes", 0.02):
                forms = [f"\\U{code:08X}"] + [f"\\u{code:04x}"] * (code < 0x10000) + [f"\\x{code:02X}"] * (code < 0x100)
                return self.rng.choice(forms + ["\\" + letter] * 3 * (letter in "\"\\/"))
            return letter

        def word(letters):
            out = "".join(escape(letter) for letter in letters)
            at = self.rng.randint(1, max(1, len(letters) - 1))
            return escape_break(letters, at) if wrap and len(letters) > 2 and self.rng.random() < 0.1 else out

        def escape_break(letters, at):
            return "".join(map(escape, letters[:at])) + "\\\n" + "".join(map(escape, letters[at:]))

        if not fold(text) or not isinstance(text, Scalar) or text.takes == "armor":
            return '"' + "".join(escape(letter) for letter in text) + '"'
        body = self.gaps(text, "\n" if wrap else "", True, word)
        if text.takes == "text" and self.may("spaces", 0.3):
            body = re.sub("(?<=[a-z]) (?=[a-z])", lambda _: self.rng.choice([" "] * 20 + ["\\t", "\\n", "\\_", "\\r\\n", "\\x20", "\\ ", "\\u00A0"]), body)
        return '"' + self.ends(text) + body + self.ends(text) + '"'

    def block(self, text, column, style):
        """A literal or folded block. Its lines break anywhere in a text, and where one space is due in a folded form of its own."""
        free = text.takes == "text"
        body = self.gaps(text, "\n" if free or style == "folded" and text.takes != "key" else "", free, lambda word: word)
        lines = body.split("\n")
        deep = self.rng.randint(1, 6)
        lead = self.rng.randint(1, 3) if free and self.may("spaces", 0.1) else 0
        mark = str(deep) if lead or self.may("quotes", 0.2) else ""
        chomp = self.rng.choice(["", "-", "+"]) if free else "-"
        lines[0] = " " * lead + lines[0]
        if free and self.may("spaces", 0.2):
            lines = [part and part + self.rng.choice(["", " ", "  ", "\t"]) for part in lines]
        if free and self.may("spaces", 0.2):
            lines[1:] = [part and self.rng.choice(["", "", "  "]) + part for part in lines[1:]]
        if free and self.may("blank-lines", 0.2):
            lines += [""] * self.rng.randint(1, 3)
        header = ("|" if style == "literal" else ">") + self.rng.choice([mark + chomp, chomp + mark]) + self.tail()
        return [header] + [part and " " * (column + deep) + part for part in lines]


def variant(rng, root, kind):
    """Changes a tree, and returns the text of the variant and the names of its edits."""
    edits = []
    if kind == "other":
        names = rng.sample(OTHER, len(OTHER))
        edits.append(next(edit for edit in names if edit(rng, root)).__name__.replace("_", "-"))
    for edit in SAME:
        if rng.random() < 0.25 and edit(rng, root):
            edits.append(edit.__name__.replace("_", "-"))
    layout = {edit for edit in LAYOUT if rng.random() < 0.3} or {rng.choice(LAYOUT)}
    return Writer(rng, layout).document(root), edits + sorted(layout)


def main():
    parser = argparse.ArgumentParser(description="Writes variants of agreements.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--output", required=True, metavar="DIR")
    parser.add_argument("samples", nargs="+", metavar="SAMPLE")
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    manifest = []
    for number in range(options.count):
        rng = random.Random(f"{options.seed} {number}")
        sample = options.samples[number % len(options.samples)]
        kind = ["same", "other"][number // len(options.samples) % 2]
        text, edits = variant(rng, typed(read(sample), FILE), kind)
        name = f"{number:04}-{kind}.agreement.yaml"
        with open(os.path.join(options.output, name), "wb") as file:
            file.write(text.encode())
        manifest.append({"file": name, "sample": sample, "kind": kind, "edits": edits})
    with open(os.path.join(options.output, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
