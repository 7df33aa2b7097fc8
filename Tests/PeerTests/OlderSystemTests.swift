import TestSupport
import Testing

/// Systems without the calls that open a file beneath a folder and exchange two names.
@Suite struct OlderSystemTests {
  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      [
        "-c", "cd \"$1\" && \(line)".replacing("concord lint", with: "\"$0\" lint"), Program.absoluteConcord,
        scratch.path, Python.path(),
      ])
  }

  /// Where the system lacks the calls, the same holds for what is there when a run begins.
  @Test func olderSystemsFollowNoLinksEither() async throws {
    guard try await Program.run("uname", []).output == "Linux\n" else { return }
    let scratch = try Scratch()
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
    let fixed = try await run("cd repo; \"$2\" ../old.py concord lint --fix s --select nonstandard-year", in: scratch)
    #expect(fixed.output.contains("1 fixed") && fixed.error.contains("s/y.agreement.yaml: it is a link"), "\(fixed)")
    #expect(try Root.text(scratch.path + "/repo/s/x.agreement.yaml").contains("2026-27"))
    #expect(try Root.text(scratch.path + "/out/y.agreement.yaml").contains("SY27"))
    for line in [
      "concord lint s --format json=l/r", "concord lint s --baseline l/secret", "concord lint s --config l/secret",
      "concord lint l/y.agreement.yaml", "concord lint l", "concord lint s/y.agreement.yaml",
    ] {
      let outcome = try await run("cd repo; \"$2\" ../old.py \(line)", in: scratch)
      #expect(outcome.status == 2 && outcome.error.contains("link") && !outcome.error.contains("abcdef"), "\(outcome)")
    }
    #expect(try await run("cd repo; \"$2\" ../old.py concord lint s/z.agreement.yaml", in: scratch).status == 1)
    #expect(try await run("ls -A out repo/s | xargs", in: scratch).output.contains(".concord") == false)
  }
}
