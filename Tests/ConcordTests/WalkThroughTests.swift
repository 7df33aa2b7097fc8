import TestSupport
import Testing

/// The walk-through of the README, from an empty folder to a renewed agreement.
@Suite struct WalkThroughTests {
  /// The lines as they stand on the page.
  private func lines() throws -> String {
    let page = try Root.text("README.md")
    let block = try #require(page.split(separator: "<!-- walk-through -->\n```sh\n").last)
    return String(block.prefix(upTo: try #require(block.firstRange(of: "\n```")).lowerBound))
  }

  /// What stands before the lines: each day has its own today, the editor is a person who writes, and the key is a real one.
  private static let before = """
    set -euo pipefail
    export HOME="$PWD/home" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
    export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.org
    mkdir -p home/.ssh && ssh-keygen -q -t ed25519 -N '' -C munoz -f home/.ssh/id_ed25519
    concord() {
      case "$1" in
        lint | sign | amend | verify | status | print | new | calendar) "$CONCORD" "$@" --today "$(cat "$HOME/today")" ;;
        *) "$CONCORD" "$@" ;;
      esac
    }
    day() { echo "$1" > "$HOME/today"; }
    day 2026-08-10
    cat > home/editor <<'EDITOR'
    #!/bin/bash
    if [ -e "$HOME/edited" ]; then sed -i.old 's/Facts first/Feelings first/' "$1" && rm "$1.old"
    else sed -e '/^signatures:/,$d' -e 's/^status: agreed/status: draft/' "$SAMPLE" > "$1"; touch "$HOME/edited"; fi
    EDITOR
    chmod +x home/editor; export EDITOR="$HOME/editor"

    """

  private func script() throws -> String {
    // Only the days of the headings are put in; every line stays as it is.
    var script = Self.before
    for line in try lines().split(separator: "\n", omittingEmptySubsequences: false) {
      for (heading, day) in [
        ("# August 12", "2026-08-12"), ("# August 13", "2026-08-13"), ("# January", "2027-01-20"),
        ("# The next August", "2027-08-02"),
      ] where line.hasPrefix(heading) { script += "day \(day)\n" }
      script += line + "\n"
    }
    return script + "\necho walked\n"
  }

  private func expect(_ said: String, in scratch: borrowing Scratch) async throws {
    #expect(said.contains("3 of 3 signed (1 verified, 1 paper, 1 typed)"), "\(said)")
    #expect(said.contains("2027-28.agreement.yaml: written, a draft for 2027-28"), "\(said)")
    let files = try await Program.run(
      "bash",
      [
        "-c",
        "cd \"$0\" && grep -c 'Karin Lindqvist' riverbend/alder-creek-literacy/{worksheet,agenda,agreement}.html && grep -c BEGIN:VEVENT year.ics && grep -c carried: riverbend/alder-creek-literacy/2027-28.agreement.yaml",
        scratch.path,
      ])
    #expect(files.status == 0, "\(files.output)\(files.error)")
  }

  /// Walks in a folder: without a terminal, or on one on which somebody types.
  private func walk(_ script: String, in scratch: borrowing Scratch, typing text: String? = nil) async throws -> Outcome
  {
    let file = try scratch.write("walk.sh", script.utf8)
    let arguments = ["-c", "cd \"$1\" && bash \"$0\" \(text == nil ? "2>&1" : "")", file, scratch.path]
    let sample = "samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml"
    let environment: [_: String?] = [
      Program.key("CONCORD"): Program.absoluteConcord, Program.key("SAMPLE"): Program.absolute(sample),
    ]
    guard let text else { return try await Program.run("bash", arguments, environment: environment) }
    return try await Program.onTerminal("bash", arguments, typing: text, environment: environment)
  }

  @Test func theLinesOfThePageWork() async throws {
    let scratch = try Scratch()
    let outcome = try await walk(script(), in: scratch)
    #expect(outcome.status == 0 && outcome.output.hasSuffix("walked\n"), "\(outcome.output)\(outcome.error)")
    try await expect(outcome.output, in: scratch)
  }

  /// On a terminal, whoever signs is asked, as the page says.
  @Test func theLinesOfThePageWorkOnATerminal() async throws {
    let scratch = try Scratch()
    let asking = try script().replacing(" --yes", with: "")
    #expect(asking != (try script()))
    let outcome = try await walk(asking, in: scratch, typing: "yes\nyes\nKarin Lindqvist\nyes\nyes\n")
    #expect(outcome.status == 0 && outcome.output.hasSuffix("walked\n"), "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.contains("To sign, type your name as it stands here (Karin Lindqvist)"), "\(outcome.error)")
    try await expect(outcome.output + outcome.error, in: scratch)
  }
}
