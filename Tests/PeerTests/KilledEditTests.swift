import TestSupport
import Testing

/// A command that is killed while it writes leaves the old file or the new one.
@Suite struct KilledEditTests {
  @Test(arguments: [
    ["sign", "--as", "brandt", "--yes", "--date", "2026-08-11"], ["amend", "--date", "2026-11-02"],
    ["leave", "munoz", "--date", "2026-11-02"], ["withdraw", "munoz", "--date", "2026-11-02"],
    ["join", "pratt", "--name", "Dana Pratt", "--role", "principal", "--date", "2026-11-02"],
  ])
  func theOldFileOrTheNewOne(words: [String]) async throws {
    let scratch = try Scratch()
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let unsigned = try #require(text.split(separator: "  brandt:\n    signed").first)
    let changed = words[0] == "amend" ? text.replacing("By invitation. The coach", with: "The coach") : String(unsigned)
    try scratch.write("old", changed.utf8)
    let script = """
      import os, random, signal, subprocess, sys, time
      concord, folder, *words = sys.argv[1:]
      os.chdir(folder)
      path, old = 'x.agreement.yaml', open('old', 'rb').read()
      command = [concord, words[0], path] + words[1:] + ['--today', '2026-11-02']
      def fresh():
          with open(path, 'wb') as file: file.write(old)
      fresh(); start = time.time()
      run = subprocess.run(command, capture_output=True); whole = time.time() - start
      new = open(path, 'rb').read()
      if run.returncode != 0 or new == old: print('not written', run.stderr)
      seen = set()
      for turn in range(120):
          fresh()
          run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
          time.sleep(random.uniform(0, 1.2) * whole)
          run.send_signal(signal.SIGKILL); run.wait()
          left = open(path, 'rb').read()
          if left not in (old, new): print('neither', len(left))
          seen.add(left)
      print(len(seen))
      """
    let outcome = try await Python.run(["-c", script, Program.absoluteConcord, scratch.path] + words)
    #expect(outcome.output == "2\n", "\(outcome.output)\(outcome.error)")
  }
}
