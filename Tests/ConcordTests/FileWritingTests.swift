import TestSupport
import Testing

/// What repairs and reports do to files that others have a hand in.
@Suite struct FileWritingTests {
  private static let slip = "format: 1\nid: a\nschool-year: SY27\n"

  private func run(_ line: String, in scratch: Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      [
        "-c", "cd \"$1\" && \(line)".replacing("concord lint", with: "\"$0\" lint"), Program.absoluteConcord,
        scratch.path,
      ]
    )
  }

  /// Editors rename a new file over the old one, or write to the old one; what they saved must be there in the end.
  @Test(arguments: ["rename", "append"]) func whatOthersSaveMeanwhileStays(way: String) async throws {
    let scratch = try await Scratch()
    try scratch.write("slip", Self.slip.utf8)
    let script = """
      import os, random, subprocess, sys, time
      concord, folder, way = sys.argv[1:]
      os.chdir(folder)
      path, old, mark = 'x.agreement.yaml', open('slip', 'rb').read(), b'# saved by somebody\\n'
      words = [concord, 'lint', '--fix', '--select', 'nonstandard-year', path]
      def fresh(): open(path, 'wb').write(old)
      fresh(); start = time.time(); subprocess.run(words, capture_output=True); whole = time.time() - start
      for _ in range(40):
          fresh()
          run = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
          time.sleep(random.uniform(0.2, 1) * whole)
          if way == 'rename':
              open('new', 'wb').write(old + mark); os.rename('new', path)
          else:
              with open(path, 'ab') as file: file.write(mark)
          run.wait()
          if mark not in open(path, 'rb').read(): print('lost')
      print(sorted(name for name in os.listdir('.') if name.endswith('.concord')))
      """
    let outcome = try await Program.run("python3", ["-c", script, Program.absoluteConcord, scratch.path, way])
    #expect(outcome.output == "[]\n", "\(outcome.error)")
    try await scratch.remove()
  }

  /// Somebody who has the file open for writing is not left with one that has no name anymore.
  @Test func whatIsOpenForWritingIsLeftAlone() async throws {
    guard try await Program.run("uname", []).output == "Linux\n" else { return }
    let scratch = try await Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    let outcome = try await run(
      "exec 5>> x.agreement.yaml; concord lint --fix; echo '# more' >&5; cat x.*", in: scratch)
    #expect(outcome.output.hasSuffix(Self.slip + "# more\n") && outcome.error.contains("another program has it open"))
    try await scratch.remove()
  }

  @Test(arguments: [
    ("ln x.agreement.yaml second", "it has more than one name"), ("chmod 444 x.agreement.yaml", "it is read-only"),
    ("mkdir d && mv x.agreement.yaml d && chmod 555 d", ""),
  ])
  func whatCannotBeKeptIsLeftAlone(line: String, reason: String) async throws {
    let scratch = try await Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    let outcome = try await run(
      "\(line); concord lint --fix; chmod -R u+w .; find . -name '*.yaml' | xargs cat", in: scratch)
    if !reason.isEmpty {
      #expect(outcome.output.hasSuffix(Self.slip) && outcome.error.contains(reason), "\(outcome.error)")
    }
    #expect(try await run("find . -name '.*.concord' | wc -l", in: scratch).output == "0\n")
    let report = try await run(
      "rm -f second; touch r; \(line.replacing("x.agreement.yaml", with: "r")); concord lint --format json=r",
      in: scratch)
    if !reason.isEmpty { #expect(report.status == 2 && report.error.contains(reason), "\(report.error)") }
    try await scratch.remove()
  }

  /// Attributes go over to the repaired file, where the file system has them.
  @Test func attributesStay() async throws {
    let scratch = try await Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    let set = "import os, sys; os.setxattr(sys.argv[1], 'user.note', b'a\\0b')"
    let get = "import os, sys; print(os.getxattr(sys.argv[1], 'user.note'))"
    let path = scratch.path + "/x.agreement.yaml"
    guard try await Program.run("python3", ["-c", set, path]).status == 0 else { return }
    _ = try await run("chmod 2664 x.agreement.yaml; concord lint --fix", in: scratch)
    #expect(try Root.text(path).contains("school-year: 2026-27"))
    #expect(try await Program.run("python3", ["-c", get, path]).output == "b'a\\x00b'\n")
    #expect(try await Program.run("stat", ["-c", "%a", path]).output == "2664\n")
    try await scratch.remove()
  }

  /// A run that is killed leaves a temporary file; a later one takes it away, unless it may still be in use.
  @Test func leftoversAreTakenAway() async throws {
    let scratch = try await Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    // Names that a run gives its files, by their last digit; one that looks alike is somebody's own.
    let name = "t() { echo .concord-000000000000000$1.tmp; }; own=.concord-1.tmp"
    _ = try await run(
      """
      \(name); mkdir d l; for n in 1 2 3; do echo a > $(t $n); done; cp $(t 1) d; echo a > $own; echo a > precious
      ln -s ../precious l/$(t 4); ln precious d/$(t 5); mkfifo $(t 6)
      touch -d '1 hour ago' $(t 1) $(t 3) d/$(t 1) $own precious
      """, in: scratch)
    let outcome = try await run(
      "\(name); exec 5< $(t 3); flock -x 5; concord lint --fix .; concord lint . --format json=l/r", in: scratch)
    let left = "find . -name '.concord-*' | sed 's/000000000000000//' | sort | xargs"
    #expect(
      try await run(left, in: scratch).output
        == "./.concord-1.tmp ./.concord-2.tmp ./.concord-3.tmp ./.concord-6.tmp ./d/.concord-5.tmp ./l/.concord-4.tmp\n",
      "\(outcome.error)")
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    _ = try await run(
      "\(name); touch -d '1 hour ago' $(t 2) $(t 3); concord lint x.agreement.yaml --fix", in: scratch)
    #expect(
      try await run(left, in: scratch).output
        == "./.concord-1.tmp ./.concord-6.tmp ./d/.concord-5.tmp ./l/.concord-4.tmp\n")
    try await scratch.remove()
  }

  /// Where the system lacks the calls, the same holds for what is there when a run begins.
  @Test func olderSystemsFollowNoLinksEither() async throws {
    guard try await Program.run("uname", []).output == "Linux\n" else { return }
    let scratch = try await Scratch()
    // A filter of system calls that answers openat2 and renameat2 as a kernel does that does not know them.
    let script = """
      import ctypes, os, platform, struct, sys
      libc = ctypes.CDLL(None, use_errno=True)
      numbers = [437, 316 if platform.machine() == 'x86_64' else 276]
      code = struct.pack('HBBI', 0x20, 0, 0, 0)
      for n in numbers: code += struct.pack('HBBI', 0x15, 0, 1, n) + struct.pack('HBBI', 0x06, 0, 0, 0x50000 | 38)
      code += struct.pack('HBBI', 0x06, 0, 0, 0x7fff0000)
      text = ctypes.create_string_buffer(code, len(code))
      class Program(ctypes.Structure): _fields_ = [('count', ctypes.c_ushort), ('code', ctypes.c_void_p)]
      program = Program(len(code) // 8, ctypes.cast(text, ctypes.c_void_p))
      assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, ctypes.byref(program), 0, 0) == 0
      os.execvp(sys.argv[1], sys.argv[1:])
      """
    try scratch.write("old.py", script.utf8)
    _ = try await run(
      """
      mkdir -p repo/s out; git init -q repo; cp -r repo r2
      printf 'format: 1\\nid: a\\nschool-year: SY27\\n' | tee out/y.agreement.yaml > repo/s/x.agreement.yaml
      echo 'TOKEN: abcdef' > out/secret; cd repo; ln -s ../../out/y.agreement.yaml s/y.agreement.yaml; ln -s ../out l
      ln -s x.agreement.yaml s/z.agreement.yaml
      """, in: scratch)
    let fixed = try await run("cd repo; python3 ../old.py concord lint --fix s --select nonstandard-year", in: scratch)
    #expect(fixed.output.contains("1 fixed") && fixed.error.contains("s/y.agreement.yaml: it is a link"), "\(fixed)")
    #expect(try Root.text(scratch.path + "/repo/s/x.agreement.yaml").contains("2026-27"))
    #expect(try Root.text(scratch.path + "/out/y.agreement.yaml").contains("SY27"))
    for line in [
      "concord lint s --format json=l/r", "concord lint s --baseline l/secret", "concord lint s --config l/secret",
      "concord lint l/y.agreement.yaml", "concord lint l", "concord lint s/y.agreement.yaml",
    ] {
      let outcome = try await run("cd repo; python3 ../old.py \(line)", in: scratch)
      #expect(outcome.status == 2 && outcome.error.contains("link") && !outcome.error.contains("abcdef"), "\(outcome)")
    }
    #expect(try await run("cd repo; python3 ../old.py concord lint s/z.agreement.yaml", in: scratch).status == 1)
    #expect(try await run("ls -A out repo/s | xargs", in: scratch).output.contains(".concord") == false)
    try await scratch.remove()
  }
}
