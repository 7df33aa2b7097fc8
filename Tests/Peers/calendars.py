#!/usr/bin/env python3
"""Reads the calendars of concord with the `icalendar` package and says what is wrong with them.

    calendars.py CONCORD FOLDER

For each time zone, and without one: the file has no error, its lines are those of RFC 5545, each meeting takes place on
the days and at the times that its agreement says, counted here anew, and a second export takes the place of the first.
Exit status: 0 when all of that holds, 1 when not.
"""
import datetime, pathlib, re, subprocess, sys, zoneinfo
import icalendar, recurring_ical_events, yaml

CONCORD, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
ZONES = (
    "America/Chicago", "Australia/Sydney", "America/Phoenix", "Europe/London", "Asia/Kolkata", "Europe/Dublin",
    "Africa/Casablanca", None)
SAMPLES = sorted(pathlib.Path("samples").glob("*/*/2026*.agreement.yaml"))
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EXTRA = """\
    - {what: 'BEGIN:VEVENT; a, b\\c', every: month, weekday: first and last friday, at: "0:05", minutes: 1}
    - {what: All day, every: two-weeks, weekday: sunday}
    - {what: Twice, dates: [2026-11-01, 2027-03-14], at: 1:30 am, minutes: 90, place: 'Room; 1, 2'}
    - {what: Twice, date: 2027-05-06, at: "23:45"}
    - {what: 🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊 é, every: week, weekday: monday, at: "12:00"}
"""
problems = []


def export(path, today):
    result = subprocess.run([CONCORD, "calendar", str(path), "--today", today], capture_output=True, check=True)
    return result.stdout


def expected(agreement):
    """The meetings of an agreement: name, day, and time if there is one."""
    starts, ends = (datetime.date.fromisoformat(agreement[key]) for key in ("starts", "ends"))
    year = [starts + datetime.timedelta(n) for n in range((ends - starts).days + 1)]
    for meeting in agreement.get("meetings", {}).get("schedule", []):
        dates = meeting.get("dates", [meeting["date"]] if "date" in meeting else [])
        days = [datetime.date.fromisoformat(date) for date in ([dates] if isinstance(dates, str) else dates)]
        if "every" in meeting:
            words = meeting["weekday"].split()
            same = [day for day in year if DAYS[day.weekday()] == words[-1]]
            ranks = [("first", "second", "third", "fourth").index(w) + 1 if w != "last" else 0 for w in words[:-1] if w != "and"]
            if meeting["every"] == "month":
                days = [
                    day for day in same
                    if (day.day - 1) // 7 + 1 in ranks or 0 in ranks and (day + datetime.timedelta(7)).month != day.month]
            else:
                days = same[:: 2 if meeting["every"] == "two-weeks" else 1]
        time = None
        if "at" in meeting:
            found = re.fullmatch(r"(\d+):(\d\d) ?([ap]m)?", meeting["at"])
            hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0) if found[3] else int(found[1])
            time = datetime.time(hour, int(found[2]))
        for day in days:
            yield meeting["what"], day, time, int(meeting["minutes"]) if "minutes" in meeting and time else None


def found(calendar, zone):
    """The meetings of a calendar, expanded, as they stand on the clock of their place."""
    for event in recurring_ical_events.of(calendar).between((2026, 1, 1), (2028, 1, 1)):
        if str(event["CATEGORIES"].to_ical(), "utf-8") in ("Commitment", "Agreement"):
            continue
        start = event["DTSTART"].dt
        # An event that recurs is expanded with its end in place of its length.
        length = event["DTEND"].dt - start if "DTEND" in event and event["DTEND"].dt != start else None
        if isinstance(start, datetime.datetime):
            if zone:
                # The zone of the file and the one of this computer have to agree on the moment.
                if start.utcoffset() != start.replace(tzinfo=zoneinfo.ZoneInfo(zone)).utcoffset():
                    problems.append(f"{zone}: {start} is at {start.utcoffset()} from Greenwich")
            elif start.tzinfo is not None:
                problems.append(f"{start} has a time zone, and there is none")
            yield str(event["SUMMARY"]), start.date(), start.time(), length and int(length.total_seconds() // 60)
        else:
            yield str(event["SUMMARY"]), start, None, None


def check_lines(name, data):
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        problems.append(f"{name}: a line does not end with CR LF")
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            problems.append(f"{name}: a line of {len(line)} octets")
        line.decode("utf-8")


def main():
    count = 0
    for zone in ZONES:
        for sample in SAMPLES:
            name = f"{sample.parent.name} in {zone}"
            folder = FOLDER / (zone or "none").replace("/", "-") / sample.parent.name
            folder.mkdir(parents=True)
            (folder / "concord.yaml").write_text(f"time-zone: {zone}\n" if zone else "district: Here\n", encoding="utf-8")
            text = sample.read_text(encoding="utf-8").replace("  schedule:\n", "  schedule:\n" + EXTRA)
            path = folder / sample.name
            path.write_text(text, encoding="utf-8")
            data = export(path, "2026-08-14")
            check_lines(name, data)
            calendar = icalendar.Calendar.from_ical(data)
            problems.extend(f"{name}: {error}" for part in calendar.walk() for error in part.errors)
            want = sorted(expected(yaml.load(text, Loader=yaml.BaseLoader)), key=str)
            have = sorted(found(calendar, zone), key=str)
            count += len(want)
            if want != have:
                problems.append(f"{name}: {[w for w in have if w not in want][:3]} is not said, {[w for w in want if w not in have][:3]} is missing")
            if export(path, "2026-08-14") != data:
                problems.append(f"{name}: two exports of a day differ")
            # The name of a room changes, and the day of a meeting.
            path.write_text(text.replace("Room; 1, 2", "Hall").replace("2027-05-06, at", "2027-05-13, at"), encoding="utf-8")
            later = icalendar.Calendar.from_ical(export(path, "2026-08-15"))
            old = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
            new = {str(event["UID"]): event for event in later.walk("VEVENT")}
            if len(old) != len(calendar.walk("VEVENT")) or old.keys() != new.keys():
                problems.append(f"{name}: a second export has other events")
            if any(new[uid]["SEQUENCE"] != old[uid]["SEQUENCE"] + 1 for uid in old.keys() & new.keys()):
                problems.append(f"{name}: a second export is not newer")
    print("\n".join(problems[:40]) or f"ok {count} meetings")
    sys.exit(1 if problems else 0)


main()
