#!/usr/bin/env python3
"""Packs the built program: an archive, a wheel for PyPI, or the checksums of a release.

    package.py archive FOLDER --system x86_64-linux --out .build/dist      FOLDER holds what the archive will hold
    package.py wheel PROGRAM --system x86_64-linux --out .build/dist
    package.py notices --checkouts .build/checkouts                        the licenses of what is linked, on standard output
    package.py pin SHA256SUMS                                              the list of archives for the GitHub Action, on standard output

The same input gives the same bytes: entries are sorted, and no time, owner or folder of this computer is kept.
Nothing but Python's standard library is needed.
"""
import argparse
import base64
import glob
import gzip
import hashlib
import io
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
DISTRIBUTION = "concord-agreements"  # PyPI has had another "concord" since 2016
SUMMARY = "Checks the partnership agreements of instructional coaches and school administrators"

# What pip calls each system. The Linux program is static, so it runs beside glibc and musl alike.
SYSTEMS = {
    "x86_64-linux": ["manylinux_2_17_x86_64", "musllinux_1_1_x86_64"],
    "aarch64-linux": ["manylinux_2_17_aarch64", "musllinux_1_1_aarch64"],
    "arm64-macos": ["macosx_15_0_arm64"],
}


def version():
    text = (ROOT / "Sources/AgreementReporting/Version.swift").read_text()
    return re.search(r'concordVersion = "(\d+\.\d+\.\d+)"', text)[1]


def archive(arguments):
    """A tar.gz of a folder, below one folder that carries the version."""
    folder = pathlib.Path(arguments.folder)
    top = f"concord-{version()}-{arguments.system}"
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            data = path.read_bytes()
            entry = tarfile.TarInfo(f"{top}/{path.relative_to(folder).as_posix()}")
            entry.size = len(data)
            entry.mode = 0o755 if path.stat().st_mode & 0o100 else 0o644
            tar.addfile(entry, io.BytesIO(data))  # time, user and group stay 0
    target = pathlib.Path(arguments.out) / f"{top}.tar.gz"
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write(raw.getvalue())
    print(target)


def wheel(arguments):
    """A wheel whose only content is the program, which pip puts on the PATH."""
    tags = [f"py3-none-{tag}" for tag in SYSTEMS[arguments.system]]
    base = f"{DISTRIBUTION.replace('-', '_')}-{version()}"
    info = f"{base}.dist-info"
    metadata = (
        f"Metadata-Version: 2.3\nName: {DISTRIBUTION}\nVersion: {version()}\nSummary: {SUMMARY}\n"
        "Requires-Python: >=3.8\nDescription-Content-Type: text/markdown\n\n" + readme())
    about = "Wheel-Version: 1.0\nGenerator: concord\nRoot-Is-Purelib: false\n" + "".join(f"Tag: {tag}\n" for tag in tags)
    files = {
        f"{base}.data/scripts/concord": (pathlib.Path(arguments.program).read_bytes(), 0o755),
        f"{info}/METADATA": (metadata.encode(), 0o644),
        f"{info}/WHEEL": (about.encode(), 0o644),
        f"{info}/licenses/NOTICES": (pathlib.Path(arguments.notices).read_bytes(), 0o644),
    }
    record = ""
    for name, (data, _) in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(data)}\n"
    files[f"{info}/RECORD"] = ((record + f"{info}/RECORD,,\n").encode(), 0o644)  # the last entry, as the specification of wheels asks
    joined = ".".join(SYSTEMS[arguments.system])
    target = pathlib.Path(arguments.out) / f"{base}-py3-none-{joined}.whl"
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as packed:
        for name, (data, mode) in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, data, compresslevel=9)
    print(target)


def readme():
    """The README as PyPI shows it, where links into the repository lead nowhere and become plain words."""
    text = (ROOT / "README.md").read_text()
    return re.sub(r"\[([^\]]+)\]\((?!https?:|#)[^)]*\)", r"\1", text)


def notices(arguments):
    """The licenses of what is linked into the program."""
    parts = []

    def add(name, *patterns):
        found = [pathlib.Path(path) for pattern in patterns for path in sorted(glob.glob(str(pattern)))]
        if not found:
            sys.exit(f"there is no license text for {name}: looked for {', '.join(map(str, patterns))}")
        parts.append((name, "\n\n".join(path.read_text(errors="replace").strip() for path in found)))

    checkouts = pathlib.Path(arguments.checkouts)
    for package in ["swift-argument-parser", "swift-asn1", "swift-crypto", "swift-system"]:
        add(package, checkouts / package / "LICENSE*", checkouts / package / "NOTICE*")
    swift = pathlib.Path(subprocess.run(["which", arguments.swift], capture_output=True, text=True, check=True).stdout.strip()).resolve()
    toolchain = swift.parents[1]
    add("the Swift standard library and FoundationEssentials", toolchain / "share/swift/LICENSE*")
    if sys.platform == "linux":
        add("libyaml", "/usr/share/doc/libyaml-dev/copyright", "/usr/share/licenses/libyaml*/*")
        add("the GNU C Library", "/usr/share/doc/libc6-dev/copyright", "/usr/share/licenses/glibc*/COPYING*")
    else:
        brew = subprocess.run(["brew", "--prefix", "libyaml"], capture_output=True, text=True, check=True).stdout.strip()
        add("libyaml", f"{brew}/License*", f"{brew}/LICENSE*")
    print("concord is linked with the following. Each part is under its own license, which follows.\n")
    print("\n".join(f"- {name}" for name, _ in parts))
    for name, text in parts:
        print(f"\n\n{'=' * 100}\n{name}\n{'=' * 100}\n\n{text}")


def pin(arguments):
    """The version and the checksum of each archive, as `.github/actions/lint/release.txt` keeps them."""
    lines = [line for line in pathlib.Path(arguments.sums).read_text().splitlines() if line.endswith(".tar.gz")]
    wanted = {f"concord-{version()}-{system}.tar.gz" for system in SYSTEMS}
    found = {}
    for line in lines:
        match = re.fullmatch(r"([0-9a-f]{64})  (\S+)", line) or sys.exit(f"not a line of sha256sum: {line!r}")
        found[match[2]] = match[1]
    if set(found) != wanted:
        sys.exit(f"version {version()} has the archives {', '.join(sorted(wanted))}, but the file lists {', '.join(sorted(found)) or 'none'}")
    print(version())
    for name in sorted(found):
        print(f"{found[name]}  {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for name, run in [("archive", archive), ("wheel", wheel), ("notices", notices), ("pin", pin)]:
        command = commands.add_parser(name, help=run.__doc__)
        command.set_defaults(run=run)
        if name in ("archive", "wheel"):
            command.add_argument("folder" if name == "archive" else "program")
            command.add_argument("--system", choices=SYSTEMS, required=True)
            command.add_argument("--out", default=".build/dist")
        if name == "wheel":
            command.add_argument("--notices", required=True)
        if name == "notices":
            command.add_argument("--checkouts", default=".build/checkouts")
            command.add_argument("--swift", default="swift")
        if name == "pin":
            command.add_argument("sums")
    commands.add_parser("version", help="The version that the sources carry.").set_defaults(run=lambda _: print(version()))
    arguments = parser.parse_args()
    arguments.run(arguments)


main()
