import TestSupport
import Testing

/// `concord new` and `concord init` as people run them.
@Suite struct NewTests {
  private func run(_ line: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash", ["-c", "cd \"$1\" && PATH=\"${0%/*}:$PATH\" && \(line)", Program.absoluteConcord, scratch.path])
  }

  private static let days = "--year 2026-27 --starts 2026-08-17 --ends 2027-05-28"
  private static let people = "--principal 'Marcus Whitfield' --coach 'Jill Novak'"

  @Test func aDraftHasEveryQuestionAndNoError() async throws {
    let scratch = try Scratch()
    let outcome = try await run(
      "concord new brookside-math --school 'Brookside Elementary' \(Self.people) \(Self.days); echo $?; cat */*; concord lint --today 2026-08-01",
      in: scratch)
    #expect(
      outcome.output.hasPrefix("0\nformat: 1\nid: brookside-math            # names this agreement in every year\n"))
    #expect(outcome.output.contains("\n  brookside-elementary: Brookside Elementary\n"))
    #expect(
      outcome.output.contains("\n  whitfield:\n    name: Marcus Whitfield\n    role: principal\n    concerns:   "))
    #expect(
      outcome.output.contains(
        "\n    # If only with some teams, name them, so the others know what to expect.\n    team-coaching:\n"))
    #expect(!outcome.output.contains("multi-campus:") && !outcome.output.contains("boundaries:"))
    #expect(outcome.output.hasSuffix("\n1 agreement: 44 warnings\n"), "\(outcome.output.suffix(300))")
    #expect((180...200).contains(try await run("cat */* | wc -l", in: scratch).output.lineCount))
    #expect(
      outcome.error == """
        brookside-math/2026-27.agreement.yaml: written, with every question in it
        Next:
          concord worksheet brookside-math/2026-27.agreement.yaml > worksheet.html    what each person fills in before the talk
          concord agenda brookside-math/2026-27.agreement.yaml > agenda.html          the talk itself, step by step
          concord guide brookside-math/2026-27.agreement.yaml                         each question, one by one
          concord lint brookside-math/2026-27.agreement.yaml                          what is still missing, after the talk

        """)
    let again = try await run(
      "concord new brookside-math --school A \(Self.people) --year 2027-28 --starts 2027-08-16 --ends 2028-05-26; echo $?",
      in: scratch)
    #expect(again.output == "2\n")
    #expect(again.error.contains("`concord renew brookside-math/2026-27.agreement.yaml` starts the next year from it"))
  }

  /// Each name, and the id that is made from it.
  @Test(arguments: [
    ("Linh Tran, Ed.D.", "tran"), ("Alicia Muñoz", "munoz"), ("Martin King Jr.", "king"),
    ("Anne Smith-Jones III", "smith-jones"),
    ("Sean O'Brien", "obrien"), ("Łukasz Groß", "gross"), ("Cher", "cher"), ("Ann No", "ann-no"), ("no=Ann No", ""),
    ("Нина Петрова", ""), ("petrova=Нина Петрова", "petrova"), ("山田 太郎", ""), ("Ann: \"the coach\" Lee", "lee"),
    ("", ""),
    ("=Ann", ""), ("Ann Lee\u{202E}", ""),
  ])
  func idsComeFromNames(name: String, id: String) async throws {
    let scratch = try Scratch()
    let outcome = try await Program.run(
      "bash",
      [
        "-c",
        "cd \"$1\" && \"$0\" new a --school B --principal 'Marcus Whitfield' --coach=\"$2\" \(Self.days); echo $?; ls; sed -n '/^participants/,/^conv/p' a/*",
        Program.absoluteConcord, scratch.path, name,
      ])
    if id.isEmpty {
      #expect(outcome.output == "2\n", "\(outcome.error)")
    } else {
      #expect(outcome.output.contains("\n  \(id):\n    name: "), "\(outcome.output)\(outcome.error)")
    }
  }

  /// A person or a school keeps the id that other agreements have; an id of somebody else is not taken.
  @Test func idsAreThoseOfTheRepository() async throws {
    let scratch = try Scratch()
    _ = try await run(
      "concord new one --school brook=Brookside --principal 'Marcus Whitfield' --coach coach-1='Jill Novak' \(Self.days)",
      in: scratch)
    let outcome = try await run(
      """
      concord new two --school Brookside --principal 'Ann Whitfield' --coach 'JILL  NOVAK' \(Self.days) &&
      grep -A9 ^campuses two/*; concord lint --select repository
      concord new three --school Brookside --principal 'Bo Whitfield' --principal 'Bo Whitfield' --coach 'Jo Lee' \(Self.days); echo $?
      concord new three --school 'Brook' --principal 'Bo Whitfield' --coach 'Jo Lee' \(Self.days); echo $?
      """, in: scratch)
    #expect(
      outcome.output.hasPrefix(
        "campuses:\n  brook: Brookside\n\nparticipants:\n  ann-whitfield:\n    name: Ann Whitfield\n    role: principal\n"
      ),
      "\(outcome.output)")
    #expect(outcome.output.contains("\n  coach-1:\n") && outcome.output.contains("2 agreements: nothing to report"))
    #expect(outcome.output.hasSuffix("2\n2\n"))
    #expect(outcome.error.contains("as in --principal 'tran=Bo Whitfield'"), "\(outcome.error)")
    #expect(outcome.error.contains("as in --school brook=Brook"), "\(outcome.error)")
  }

  @Test func severalSchoolsHaveTheirSection() async throws {
    let scratch = try Scratch()
    let outcome = try await run(
      """
      mkdir in && echo 'catalog: {ask: [boundaries]}' > concord.yaml && echo 'agreements: [in]' >> concord.yaml
      concord new math --school 'Brookside' --school 'Harmon High' \(Self.people) --coordinator 'Al Bo' --facilitator 'Cy Do' \
        --assistant-principal 'Ed Fo' --starts 2026-08-17 --ends 2027-05-28; echo $?; cat in/math/2026-27*; concord lint --format short --today 2026-08-01
      """, in: scratch)
    #expect(outcome.output.hasPrefix("0\n"), "\(outcome.error)")
    for line in [
      "    campuses:                 # which school: [brookside]\n",
      "    campuses:                 # how much time at each: {brookside: 50%, harmon-high: 50%}\n",
      "\n  multi-campus:\n",
      "\n  boundaries:\n", "\n  do:\n    name: Cy Do\n    role: facilitator\n\nconversation:\n",
    ] {
      #expect(outcome.output.contains(line), "\(line)")
    }
    #expect(!outcome.output.contains(": error: "))
  }

  @Test(arguments: [
    (
      "new Brookside --school A",
      "'Brookside' is not an id; write it in small letters, digits and hyphens, such as brookside"
    ),
    ("new a \(people) \(days)", "answer it with `--school NAME`"),
    ("new a --school A --coach 'Jill Novak' \(days)", "answer it with `--principal NAME`"),
    ("new a --school A \(people)", "answer it with `--year 2026-27`"),
    ("new a --school A \(people) --year 2026-27 --starts 2026-08-17", "answer it with `--ends YYYY-MM-DD`"),
    ("new a --school A \(people) --year 26/27", "'26/27' is not a school year; write it as in 2026-27"),
    (
      "new a --school A \(people) --year 2026-27 --starts 2025-08-17 --ends 2027-05-28",
      "2025-08-17 is not in the school year"
    ),
    ("new a --school A \(people) \(days) --folder f", "f/a: a part of the path is a file, not a folder"),
    ("new a --school A \(people) \(days) --folder link", "links"),
    ("init f", "f: it is a file, and a folder has to be there"),
    ("init g", "g/.github/workflows: a part of the path is a file, not a folder"),
    ("init h --time-zone Chicago", "did you mean `America/Chicago`?"),
  ])
  func whatCannotBeIsRefused(words: String, reason: String) async throws {
    let scratch = try Scratch()
    let outcome = try await run(
      "touch f && mkdir g out && touch g/.github && ln -s out link && git init -q . && concord \(words); echo $?; ls -A out; ls -A g; ls -d a h",
      in: scratch)
    #expect(outcome.output == "2\n.github\n", "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.contains(reason), "\(outcome.error)")
  }

  // MARK: - init

  @Test func aDistrictIsSetUp() async throws {
    let scratch = try Scratch()
    let outcome = try await run(
      """
      TZ=America/Denver concord init d --district 'Riverbend: Area *Schools*'; echo $?; cd d; find . -type f | sort; cat concord.yaml | head -3
      head -1 README.md; concord config show | grep zone; echo mine > README.md; rm .gitignore; concord init; cat README.md
      concord new a --school S \(Self.people) \(Self.days); head -1 a/*; concord lint --today 2026-08-01
      """, in: scratch)
    #expect(
      outcome.output.hasPrefix(
        """
        0
        ./.gitattributes
        ./.github/CODEOWNERS
        ./.github/workflows/concord.yml
        ./.gitignore
        ./.pre-commit-config.yaml
        ./README.md
        ./agreement.schema.json
        ./allowed_signers
        ./concord.yaml
        # The settings of concord for everything in this folder. `concord config show` says what is in force.
        district: "Riverbend: Area *Schools*"
        time-zone: America/Denver
        # Riverbend: Area \\*Schools\\* partnership agreements
        """), "\(outcome.output)")
    #expect(
      outcome.output.contains("\nmine\n# yaml-language-server: $schema=../agreement.schema.json\n"), "\(outcome.output)"
    )
    #expect(outcome.output.hasSuffix("\n1 agreement: 44 warnings\n"))
    #expect(
      outcome.error.contains("\nREADME.md: there already, left alone\n")
        && outcome.error.contains("\n.gitignore: written\n"))
    #expect(outcome.error.contains("Next:\n  cd d\n  git init\n  git add .\n"))
    #expect(
      outcome.error.contains(
        "Nothing checks your changes yet: fill in d/.github/workflows/concord.yml and d/.github/CODEOWNERS."),
      "\(outcome.error)")
    let all = try await run(
      "concord init d --ci gitlab > /dev/null 2>&1; echo $?; concord init e --ci none; ls -A d e", in: scratch)
    #expect(all.output.contains(".gitlab\n.gitlab-ci.yml") && all.output.hasPrefix("0\n"))
    #expect(all.output.split(separator: "e:").last?.contains(".github") == false)
  }

  /// The settings as they are written are settings that concord reads, also without their comment signs.
  @Test func examplesInTheSettingsAreTrue() async throws {
    let scratch = try Scratch()
    let outcome = try await run(
      "concord init; sed -i.bak -E 's/^# ( *[a-z0-9-]+:.*)/\\1/' concord.yaml; rm *.bak; concord config show; echo $?",
      in: scratch)
    #expect(outcome.output.hasSuffix("\n0\n"), "\(outcome.error)")
  }

  /// The calendar gives the days of the next school year.
  @Test func daysComeFromTheCalendar() async throws {
    let scratch = try Scratch()
    let calendar =
      "calendar: {2026-27: {starts: 2026-08-19, ends: 2027-05-27}, 2027-28: {starts: 2027-08-18, ends: 2028-05-26, closed: [2027-10-20]}}"
    let outcome = try await run(
      """
      echo '\(calendar)' > concord.yaml; for day in 2026-08-01 2026-09-01 2028-01-01; do
      concord new a --school A \(Self.people) --today $day; grep -E '^(starts|ends)' a/*; rm -r a; done
      concord new a --school A \(Self.people) --today 2026-08-01
      printf '    - {what: Review, date: 2026-10-21, kind: priorities-review}\n' > m; sed -i.bak '/^  schedule:/r m' a/*.yaml
      concord renew a/2026-27.agreement.yaml 2>&1; grep -E '^(starts|ends)|Review' a/2027*
      """, in: scratch)
    #expect(
      outcome.output == """
        starts: 2026-08-19
        ends: 2027-05-27
        starts: 2027-08-18
        ends: 2028-05-26
        starts: 2027-08-18
        ends: 2028-05-26
        a/2027-28.agreement.yaml: written, a draft for 2027-28
          from 2027-08-18 to 2028-05-26, as the calendar in concord.yaml says; all other dates moved by 52 weeks
          days to look at:
            line 181: there is no school on 2027-10-20
        Next: concord agree a/2027-28.agreement.yaml
        starts: 2027-08-18
        ends: 2028-05-26
            - {what: Review, date: 2027-10-20, kind: priorities-review}

        """, "\(outcome.error)")
  }

  /// What is missing is asked where somebody can answer.
  @Test func whatIsMissingIsAsked() async throws {
    let scratch = try Scratch()
    let outcome = try await Program.concordOnTerminal(
      ["new", "brookside", "--folder", scratch.path, "--coach", "Jill Novak"],
      typing: "Brookside Elementary\n  Linh Tran, Ed.D. \nnext\n2026-2027\nsoon\nAugust 17, 2026\n2027-05-28\n")
    #expect(outcome.status == 0, "\(outcome.error)")
    for question in [
      "The name of the school: ", "The name of the principal: ", "The first day of school, as in 2026-08-17: ",
    ] {
      #expect(outcome.error.contains(question))
    }
    #expect(!outcome.error.contains("coach:"))
    // One slip does not throw away what was typed before it.
    #expect(outcome.error.contains("  Please write it as in the example.\nThe school year"))
    let text = try Root.text(scratch.path + "/brookside/2026-27.agreement.yaml")
    #expect(text.contains("  tran:\n    name: Linh Tran, Ed.D.\n    role: principal\n"))
    let stopped = try await Program.concordOnTerminal(
      ["new", "other", "--folder", scratch.path], typing: "Brookside\n\u{4}")
    #expect(stopped.status == 2 && stopped.error.contains("nothing was written"))
  }
}

extension String {
  /// The number that `wc` printed.
  fileprivate var lineCount: Int { Int(filter(\.isNumber)) ?? 0 }
}
