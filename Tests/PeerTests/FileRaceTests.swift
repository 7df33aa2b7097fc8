import TestSupport
import Testing

/// What becomes of files that somebody else changes while concord reads and writes them.
@Suite struct FileRaceTests {
  private static let slip = "format: 1\nid: a\nschool-year: SY27\n"

  /// Editors rename a new file over the old one, or write to the old one; what they saved must be there in the end.
  @Test(arguments: ["rename", "append"]) func whatOthersSaveMeanwhileStays(way: String) async throws {
    let scratch = try Scratch()
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
    let outcome = try await Python.run(["-c", script, Program.absoluteConcord, scratch.path, way])
    #expect(outcome.output == "[]\n", "\(outcome.error)")
  }

  /// Attributes go over to the repaired file, where the file system has them.
  @Test func attributesStay() async throws {
    let scratch = try Scratch()
    try scratch.write("x.agreement.yaml", Self.slip.utf8)
    let set = "import os, sys; os.setxattr(sys.argv[1], 'user.note', b'a\\0b')"
    let get = "import os, sys; print(os.getxattr(sys.argv[1], 'user.note'))"
    let path = scratch.path + "/x.agreement.yaml"
    guard try await Python.run(["-c", set, path]).status == 0 else { return }
    _ = try await Program.run(
      "sh", ["-c", "cd \"$1\"; chmod 2664 x.agreement.yaml; \"$0\" lint --fix", Program.absoluteConcord, scratch.path])
    #expect(try Root.text(path).contains("school-year: 2026-27"))
    #expect(try await Python.run(["-c", get, path]).output == "b'a\\x00b'\n")
    #expect(try await Program.run("stat", ["-c", "%a", path]).output == "2664\n")
  }

  private func repository() async throws -> Scratch {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/repo/s", scratch.path + "/out"])
    _ = try await Program.run("git", ["init", "-q", scratch.path + "/repo"])
    try scratch.write("repo/s/x.agreement.yaml", Self.slip.utf8)
    try scratch.write("out/secret", "TOKEN: abcdef\n".utf8)
    try scratch.write("out/y.agreement.yaml", (Self.slip + "TOKEN: abcdef\n").utf8)
    return scratch
  }

  /// A link that is put in between the search and the reading, for the file or for a folder above it, leads nowhere.
  @Test func nothingIsSwappedIn() async throws {
    let scratch = try await repository()
    let script = """
      import os, subprocess, sys, threading
      concord, folder = sys.argv[1:]
      os.chdir(folder + '/repo')
      slip = open('s/x.agreement.yaml', 'rb').read()
      for n in range(60):
          os.makedirs('d%02d' % n); open('d%02d/x.agreement.yaml' % n, 'wb').write(slip.replace(b'id: a', b'id: b%d' % n))
      os.makedirs('z/real'); open('z/real/y.agreement.yaml', 'wb').write(slip)
      os.symlink('../../out', 'z/link')
      stop = False
      def swap():
          n = 0
          while not stop:
              n += 1
              if n % 2:
                  os.symlink('../../out/y.agreement.yaml', 't'); os.rename('t', 's/x.agreement.yaml')
                  try: os.rename('z/real', 'z/gone'); os.rename('z/link', 'z/real')
                  except OSError: pass
              else:
                  open('t', 'wb').write(slip); os.rename('t', 's/x.agreement.yaml')
                  try: os.rename('z/real', 'z/link'); os.rename('z/gone', 'z/real')
                  except OSError: pass
      thread = threading.Thread(target=swap); thread.start()
      secret = open('../out/y.agreement.yaml', 'rb').read()
      for _ in range(15):
          run = subprocess.run([concord, 'lint', '--fix', '--jobs', '1', '.'], capture_output=True)
          if b'abcdef' in run.stdout + run.stderr: print('read outside')
          if open('../out/y.agreement.yaml', 'rb').read() != secret: print('wrote outside')
          if len(os.listdir('../out')) != 2: print('left something outside')
      stop = True; thread.join()
      """
    let outcome = try await Python.run(["-c", script, Program.absoluteConcord, scratch.path])
    #expect(outcome.output == "" && outcome.error == "")
  }

  /// The same for a file or a folder that somebody names: what was looked at is what is read and written.
  @Test(arguments: ["s/x.agreement.yaml", "s"])
  func whatIsNamedIsNotSwapped(path: String) async throws {
    let scratch = try await repository()
    let script = """
      import os, subprocess, sys, threading
      concord, folder, path = sys.argv[1:]
      os.chdir(folder + '/repo')
      slip = open('s/x.agreement.yaml', 'rb').read()
      secret = open('../out/y.agreement.yaml', 'rb').read()
      open('../out/x.agreement.yaml', 'wb').write(secret)
      os.symlink('../out', '.link')
      stop = False
      def swap():
          while not stop:
              os.symlink('../../out/x.agreement.yaml', '.t'); os.rename('.t', 's/x.agreement.yaml')
              open('.t', 'wb').write(slip); os.rename('.t', 's/x.agreement.yaml')
              os.rename('s', '.gone'); os.rename('.link', 's')
              os.rename('s', '.link'); os.rename('.gone', 's')
      thread = threading.Thread(target=swap); thread.start()
      for _ in range(60):
          run = subprocess.run([concord, 'lint', '--fix', path], capture_output=True)
          if b'abcdef' in run.stdout + run.stderr: print('read outside')
          if open('../out/x.agreement.yaml', 'rb').read() != secret: print('wrote outside'); break
      stop = True; thread.join()
      """
    let outcome = try await Python.run(["-c", script, Program.absoluteConcord, scratch.path, path])
    #expect(outcome.output == "" && outcome.error == "")
  }
}
