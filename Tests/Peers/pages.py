#!/usr/bin/env python3
"""Prints the pages of concord with Chromium and says what is wrong with them.

    pages.py CONCORD FOLDER

Every text of a page must be in its PDF, in Letter and in A4; a sample takes three to five pages; a hostile name neither
shrinks the print nor runs; and axe, which checks whether everybody can read a page, finds no violation. The pages are
left in FOLDER. Exit status: 0 when all of that holds, 1 when not.
"""
import json, os, pathlib, re, shutil, subprocess, sys, unicodedata
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CONCORD, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = sorted(pathlib.Path("samples").glob("*/*/*.agreement.yaml"))
DRAFT = "samples/draft/juniper-hill-humanities/2026-27.agreement.yaml"
SHARED = "samples/fox-prairie/fox-prairie-literacy/2026-27.agreement.yaml"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
problems, commands = [], {}


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def page(name, *words):
    path = FOLDER / f"{name}.html"
    path.write_text(run(CONCORD, *map(str, words), "--format", "html"), encoding="utf-8")
    commands[path] = words[0]
    return path


def hostile():
    """A sample in which names and answers are as bad as the format allows."""
    text = pathlib.Path(SHARED).read_text(encoding="utf-8")
    text = text[: text.index("\nsignatures:")] + "\n"
    for old, new in {
        "Petra Lindqvist": "'<script>document.title = \"run\"</script><img src=x onerror=\"document.title=1\">'",
        "Joel Redfern": "'" + "Supercalifragilistic" * 30 + "'",
        "Ruth Castellano": "'</style></title></main><h1>Signed by everybody</h1> & &lt;'",
        "Samuel Oduya": "'مريم عبد الله שרה 山田太郎 👩‍🏫 Ñandú می‌خواهم'",
        "By phone": "'" + "x" * 500 + "'",
        "Held by phone within the same week": "'" + "a long answer that goes on, " * 200 + "'",
    }.items():
        text = text.replace(old, new)
    path = FOLDER / "hostile.agreement.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def squeezed(text):
    """A text without white space and with compatible letters joined, as a PDF may have it."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def printed(path, size):
    """The squeezed text of the PDF of a page without the feet, which may stand within a text, and the number of pages."""
    raw = run("pdftotext", "-raw", "-enc", "UTF-8", str(path.with_suffix(f".{size}.pdf")), "-").split("\f")[:-1]
    feet = re.findall(r'content: "([^"]+)"; font', path.read_text(encoding="utf-8"))
    pages = []
    for number, text in enumerate(raw, 1):
        whole = squeezed(text)
        if f"page{number}of{len(raw)}" not in whole:
            problems.append(f"{path.name} {size}: page {number} has no number in its foot")
        for foot in feet + [f"page {number} of {len(raw)}"]:
            whole = whole.replace(squeezed(foot), "")
        pages.append(whole)
    return "".join(pages), len(raw)


def without(feet, text):
    """A squeezed text without what is also in the feet, as the title of an agreement is."""
    result = squeezed(text)
    for foot in feet:
        result = result.replace(foot, "")
    return result


def height(pdf, word):
    """How tall a word is, in points."""
    box = re.search(rf'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">{word}<', run("pdftotext", "-bbox", str(pdf), "-"))
    return round(float(box[2]) - float(box[1]), 1)


def main():
    pages = {}
    for sample in SAMPLES:
        name = f"{sample.parent.name}-{sample.name[:7]}"
        pages[page(name, "print", sample)] = (3, 5)
    pages[page("agenda", "agenda", DRAFT, "--start", "1:30 pm")] = (1, 1)
    pages[page("worksheet", "worksheet", SHARED)] = (4, 5)
    pages[page("worksheets", "worksheet", DRAFT, "--for", "abernathy,achterberg")] = (8, 10)
    bad = hostile()
    pages[page("hostile", "print", bad)] = (3, 9)
    pages[page("hostile-worksheet", "worksheet", bad, "--for", "lindqvist")] = (4, 6)
    pages[page("hostile-agenda", "agenda", bad)] = (1, 2)
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if not found:
        sys.exit("there is no Chromium here; `make test-peers` installs it")
    heights = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        for path, (fewest, most) in pages.items():
            tab = browser.new_page(viewport={"width": 1100, "height": 900})
            asked = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.goto(path.resolve().as_uri())
            if len(asked) > 1:
                problems.append(f"{path.name}: loads {asked[1:]}")
            texts = tab.evaluate(
                """() => { const result = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) if (walk.currentNode.data.trim()) result.push(walk.currentNode.data);
                return result }""")
            if tab.locator("script, img, link, iframe, h1 + h1").count() or tab.title() in ("run", "1"):
                problems.append(f"{path.name}: something of the file is markup")
            for width in (1100, 390):
                tab.set_viewport_size({"width": width, "height": 900})
                if tab.evaluate("document.documentElement.scrollWidth") > width:
                    problems.append(f"{path.name}: wider than {width} points on a screen")
                result = Axe().run(tab)
                if result.violations_count:
                    problems.append(f"{path.name} at {width}: {result.generate_report()}")
            for size in ("Letter", "A4"):
                pdf = path.with_suffix(f".{size}.pdf")
                tab.pdf(path=str(pdf), format=size)
                whole, count = printed(path, size)
                if not fewest <= count <= most:
                    problems.append(f"{pdf.name}: {count} pages, not {fewest} to {most}")
                feet = [squeezed(foot) for foot in re.findall(r'content: "([^"]+)"; font', path.read_text(encoding="utf-8"))]
                lost = [text for text in texts if without(feet, text) not in whole]
                # What is written from right to left comes in another order.
                lost = [text for text in lost if not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)]
                if lost:
                    problems.append(f"{pdf.name}: not on paper: {str(lost[:5])[:300]}, {len(lost)} in all")
                if commands[path] == "print":
                    heights.add(height(pdf, "agreement"))
            tab.close()
        browser.close()
    if len(heights) != 1:
        problems.append(f"the print is not always of one size: the heading is {sorted(heights)} points tall")
    for sample in SAMPLES:
        canonical = run(CONCORD, "show", str(sample), "--format", "canonical")
        path = FOLDER / f"{sample.parent.name}-{sample.name[:7]}.html"
        for size in ("Letter", "A4"):
            whole = printed(path, size)[0].lower()
            for leaf in re.findall(r'"((?:[^"\\]|\\.)* (?:[^"\\]|\\.)*)"', canonical):
                # The days of a month are said with a capital.
                if squeezed(json.loads(f'"{leaf}"')).lower() not in whole:
                    problems.append(f"{path.name} {size}: not on paper: {leaf}")
    print("\n".join(problems) or f"ok {len(pages)} pages")
    sys.exit(1 if problems else 0)


main()
