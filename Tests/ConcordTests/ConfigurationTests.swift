import TestSupport
import Testing

/// `concord.yaml`: found upward, read as strictly as agreements, and in force.
@Suite struct ConfigurationTests {
  private static let agreement = """
    format: 1
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft
    campuses: {b: Brookside}
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}
    topics:
      access:
        classroom-access: As needed
    """

  /// A folder `district` with `concord.yaml`, and an agreement two folders below.
  private func district(_ configuration: String) async throws -> Scratch {
    let scratch = try Scratch()
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/schools/brookside"])
    try scratch.write("concord.yaml", configuration.utf8)
    try scratch.write("schools/brookside/2026-27.agreement.yaml", Self.agreement.utf8)
    return scratch
  }

  private func lint(_ scratch: borrowing Scratch, _ more: [String] = []) async throws -> Outcome {
    try await Program.concord(
      ["lint", "--format", "short", "--today", "2026-08-01", scratch.path + "/schools"] + more)
  }

  @Test func levelsAndCategories() async throws {
    let scratch = try await district("rules: {completeness: off, vague-answer: info, telling-unclear: off}\n")
    let outcome = try await lint(scratch)
    let rules = outcome.output.split(separator: "\n").map { $0.split(separator: " ").last.map(String.init) ?? "" }
    #expect(rules == ["[vague-answer]", "[signature-missing]"])
    #expect(outcome.output.contains("13:23: info: this answer could mean anything"))
  }

  @Test func overridesAndExclusions() async throws {
    let scratch = try await district(
      """
      exclude: ["schools/old/**"]
      overrides:
        - {paths: [schools/brookside], rules: {completeness: off, signatures: off, commitments: off}}
      """)
    _ = try await Program.run("mkdir", ["-p", scratch.path + "/schools/old/x"])
    try scratch.write("schools/old/x/2026-27.agreement.yaml", Array("not: [".utf8))
    let outcome = try await lint(scratch)
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("1 agreement: nothing to report; "), "\(outcome.error)")
    #expect(outcome.error.hasSuffix(" rules off and 1 file excluded by concord.yaml\n"), "\(outcome.error)")
    #expect(outcome.status == 0)
    // A file that is named is left out, too, and a run that looked at nothing else says so; hooks, which name the files that changed,
    // take `--allow-empty`.
    let named = ["lint", scratch.path + "/schools/old/x/2026-27.agreement.yaml"]
    #expect(try await Program.concord(named).status == 2)
    #expect(try await Program.concord(named + ["--allow-empty"]).status == 0)
  }

  /// Each file is looked at with each path, and settings may come with a hostile pull request.
  @Test func thousandsOfPathsAreRefused() async throws {
    let paths = (0...1_000).map { "      - a\($0)/**\n" }.joined()
    let scratch = try await district("overrides:\n  - paths:\n\(paths)    rules: {vague-answer: off}\n")
    let outcome = try await lint(scratch)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("concord.yaml:1:1: error[limit] there are 1001 paths under `overrides`"))
  }

  @Test func theCatalogGrowsAndShrinks() async throws {
    let scratch = try await district(
      """
      rules: {signatures: off, commitments: off}
      catalog:
        roles:
          bilingual-coach: {title: Bilingual coach, means: Works in two languages}
        sections:
          access:
            topics:
              planning-days: {until: 2025-26}
              substitutes:
                title: Substitutes
                question: Who covers the class while the teacher is with the coach?
                hint: A name or an office.
                example: The front office calls the pool.
                expects: who
                since: 2026-27
          languages:
            title: Languages
            question: How do we work in two languages?
            topics:
              translation:
                title: Translation
                question: Who translates?
                hint: A name.
                example: Ms. Ortiz translates.
                expects: who
      """)
    let outcome = try await lint(scratch)
    #expect(outcome.output.contains("`substitutes` has no answer"))
    #expect(outcome.output.contains("the section `languages` is missing, with the topics `translation`"))
    #expect(!outcome.output.contains("planning-days"))
  }

  /// An optional section may always be answered, and nothing is missing of it unless the district asks.
  @Test(arguments: [false, true]) func optionalSections(isAsked: Bool) async throws {
    let asking = isAsked ? "catalog: {ask: [boundaries]}\n" : ""
    let scratch = try await district("rules: {signatures: off, commitments: off, structure: off}\n" + asking)
    let silent = try await lint(scratch)
    #expect(silent.output.contains("the section `boundaries` is missing") == isAsked, "\(silent.output)")
    let answered = Self.agreement + "\n  boundaries:\n    evaluation-wall: What the coach sees stays with the coach\n"
    try scratch.write("schools/brookside/2026-27.agreement.yaml", Array(answered.utf8))
    let some = try await lint(scratch)
    #expect(some.output.contains("`recordings` has no answer") == isAsked, "\(some.output)")
    #expect(!some.output.contains("unknown-reference"), "\(some.output)")
    let shown = try await Program.concord(["config", "show", scratch.path])
    #expect(shown.output.contains("catalog.ask") == isAsked)
    #expect(shown.output.contains("boundaries  (\(scratch.path)/concord.yaml:2)") == isAsked, "\(shown.output)")
  }

  /// Every command reads an agreement with the topics of its district.
  @Test func theCatalogCountsEverywhere() async throws {
    let scratch = try await district(
      """
      catalog:
        sections:
          access:
            topics:
              substitutes:
                {title: Substitutes, question: Who covers the class?, hint: A name., example: The office., expects: who}
      """)
    let answer = "\n    substitutes: The front office\n"
    for (year, text) in [(2026, answer), (2027, answer.replacing("front", with: "main"))] {
      let agreement = Self.agreement.replacing("2026-27", with: "\(year)-\(year - 1999)")
        .replacing("starts: 2026", with: "starts: \(year)").replacing("ends: 2027", with: "ends: \(year + 1)")
      try scratch.write("schools/brookside/\(year)-\(year - 1999).agreement.yaml", (agreement + text).utf8)
    }
    let files = [2026, 2027].map { "\(scratch.path)/schools/brookside/\($0)-\($0 - 1999).agreement.yaml" }
    let diff = try await Program.concord(["diff"] + files)
    #expect(diff.status == 0, "\(diff.error)")
    #expect(diff.output.contains("answer changed: Substitutes"), "\(diff.output)")
    let shown = try await Program.concord(["show", files[0]])
    #expect(shown.output.contains("\"substitutes\""), "\(shown.error)")
    let here = ["-c", "cd \"$1\" && exec \"$0\" topics substitutes", Program.absoluteConcord, scratch.path]
    #expect(try await Program.run("bash", here).output.contains("Who covers the class?"))
  }

  @Test func thresholdsAndParties() async throws {
    let scratch = try await district(
      """
      required-parties: [principal, content-coordinator]
      school-years: {first: 2020-21, last: 2025-26}
      """)
    let outcome = try await lint(scratch)
    #expect(outcome.output.contains("no content coordinator takes part"))
    #expect(outcome.output.contains("2026-27 is after 2025-26, the last school year of this repository"))
  }

  /// The nearest file counts, and none above the folder of a git repository.
  @Test func theNearestFileCounts() async throws {
    let scratch = try await district("rules: {vague-answer: off}\n")
    #expect(!(try await lint(scratch)).output.contains("vague-answer"))
    try scratch.write("schools/concord.yaml", Array("rules: {vague-answer: info}\n".utf8))
    #expect((try await lint(scratch)).output.contains("info: this answer could mean anything"))
    try scratch.write("other.yaml", Array("rules: {vague-answer: off}\n".utf8))
    #expect(!(try await lint(scratch, ["--config", scratch.path + "/other.yaml"])).output.contains("vague-answer"))
    _ = try await Program.run("rm", [scratch.path + "/schools/concord.yaml"])
    _ = try await Program.run("mkdir", [scratch.path + "/schools/.git"])
    #expect((try await lint(scratch)).output.contains("warning: this answer could mean anything"))
  }

  /// Every mistake at once, at its place, on standard error, with 2.
  @Test func mistakesAreErrors() async throws {
    let scratch = try await district(
      """
      rules:
        vague-anwser: off
        syntax: warning
        personal-data: error
      threshold: {most-roles: 2}
      required-parties: [principal, wizard]
      school-years: {first: 2026-27, last: 2024-25}
      signatures: {required: {principle: ssh}}
      catalog:
        sections:
          access:
            topics:
              classroom-acces: {until: 2025-26}
              classroom-access: {title: Ours}
              data-review: {until: 2025-26}
      """)
    let outcome = try await lint(scratch)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    let lines = outcome.error.split(separator: "\n").filter { $0.contains(": error[") }.map {
      String($0.drop { $0 != ":" }.dropFirst())
    }
    #expect(
      lines == [
        "2:3: error[unknown-reference] there is no rule `vague-anwser`",
        "3:3: error[wrong-shape] the level of `syntax` cannot be changed",
        "4:18: error[wrong-shape] `personal-data` guesses from words, so it cannot be an error",
        "5:1: error[unknown-key] `threshold` is not a key here",
        "5:25: error[wrong-shape] the most roles, 2, are fewer than the fewest, 3",
        "6:31: error[wrong-shape] `required-parties` takes `principal`, `assistant-principal`, `instructional-coach`, `content-coordinator`, `facilitator`, `coaching-coordinator`, `teacher` or `other`, but here is the text \"wizard\"",
        "7:38: error[invalid-year] the last school year, 2024-25, is before the first, 2026-27",
        "8:25: error[unknown-reference] there is no role `principle`",
        "13:9: error[missing-key] concord has no topic `classroom-acces`, and a new one needs `title`, `question`, `hint`, `example` and `expects`",
        "14:9: error[unknown-key] concord already has the topic `classroom-access`, so only its `since` and `until` can be changed",
        "15:9: error[unknown-reference] the topic `data-review` belongs to the section `planning-data`",
      ])
  }

  /// Numbers, years and ids that cannot be, each in its place and with what can.
  @Test(arguments: [
    ("thresholds: {stale-years: 0}", "1:27: `stale-years` takes a number from 1 to 999, but here is the text \"0\""),
    ("thresholds: {stale-years: 1}", "1:27: `stale-years` takes a number from 2 to 999, but here is the text \"1\""),
    (
      "thresholds: {fewest-roles: 1000}",
      "1:28: `fewest-roles` takes a number from 1 to 999, but here is the text \"1000\""
    ),
    (
      "thresholds: {fewest-roles: 6}",
      "1:28: the fewest roles, 6, are more than the most, which are 5 unless you say so"
    ),
    (
      "catalog: {roles: {catalyst-for-change: {until: 2025-26}}}",
      "1:19: concord already has the role `catalyst-for-change`"
    ),
    (
      "catalog: {sections: {access: {topics: {planning-days: {since: 2026-27, until: 2024-25}}}}}",
      "1:79: the last school year of this topic, 2024-25, is before its first, 2026-27"
    ),
    (
      "catalog: {sections: {access: {topics: {told-to-teachers: {title: a, question: b, hint: c, example: d, expects: who}}}}}",
      "1:40: agreements already have a key `told-to-teachers`, so no topic can have that id"
    ),
    (
      "catalog: {sections: {meetings: {title: a, question: b, topics: {}}}}",
      "1:22: agreements already have a key `meetings`, so no section can have that id"
    ),
    ("catalog: {ask: [boundarys]}", "1:17: there is no optional section `boundarys`"),
    ("catalog: {ask: [access]}", "1:17: `access` is not optional: every agreement is asked for it already"),
    ("catalog: {ask: [boundaries, recordings]}", "1:29: `ask` takes whole sections, and `recordings` is a topic"),
    ("catalog: {ask: boundaries}", "1:16: `ask` takes a list, but here is the text \"boundaries\""),
  ])
  func whatCannotBe(settings: String, finding: String) async throws {
    let scratch = try await district(settings + "\n")
    let outcome = try await lint(scratch)
    #expect(outcome.status == 2)
    let lines = outcome.error.split(separator: "\n").filter { $0.contains(": error[") }.map { line in
      String(line.drop { $0 != ":" }.dropFirst().replacing(#/error\[[a-z-]+\] /#, with: ""))
    }
    #expect(lines == [finding])
  }

  /// Where only one end is set, no message names a year that nobody wrote.
  @Test(arguments: [
    ("first: 2027-28", "2026-27 is before 2027-28, the first school year of this repository"),
    ("last: 2025-26", "2026-27 is after 2025-26, the last school year of this repository"),
  ])
  func openWindows(years: String, message: String) async throws {
    let scratch = try await district("school-years: {\(years)}\n")
    #expect(try await lint(scratch).output.contains(message))
  }

  /// A folder that is not there is named where the settings name it.
  @Test func foldersThatAreMissing() async throws {
    let scratch = try await district("district: Ours\nagreements: [schools, nofolder, .]\n")
    let outcome = try await Program.run(
      "bash", ["-c", "cd \"$1\" && exec \"$0\" lint", Program.absoluteConcord, scratch.path])
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix(
        "concord.yaml:2:23: error[unknown-reference] there is no folder `nofolder` beside this file\n"))
    #expect(!outcome.error.contains("`.`"))
  }

  /// A baseline of another version, or none at all, says what it is.
  @Test(arguments: [
    (#"{"version": 2, "found": []}"#, "this baseline has version 2, and this concord knows version 1"),
    ("", "write the baseline with `concord lint --write-baseline`"),
  ])
  func baselinesThatAreNone(text: String, message: String) async throws {
    let scratch = try await district("district: Ours\n")
    try scratch.write("baseline.json", Array(text.utf8))
    let outcome = try await lint(scratch, ["--baseline", scratch.path + "/baseline.json"])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message))
    #expect(!outcome.error.contains("format: 1") && !outcome.error.contains("is not a key"))
  }

  /// For a path its own overrides are applied, and the rest is named as what it is.
  @Test func whatIsInForceForAPath() async throws {
    let scratch = try await district(
      """
      rules:
        commitments: error
        time-split: warning
      exclude: [schools/old]
      overrides:
        - paths: [schools/brookside]
          rules: {placeholder: info}
        - paths: [schools/harmon]
          rules: {commitments: off}
      """)
    _ = try await Program.run("mkdir", [scratch.path + "/schools/harmon", scratch.path + "/schools/old"])
    func shown(_ path: String) async throws -> [String] {
      try await Program.concord(["config", "show", scratch.path + "/" + path]).output.split(separator: "\n").map {
        $0.split(separator: " ").joined(separator: " ").replacing(scratch.path + "/concord.yaml", with: "")
      }
    }
    let brookside = try await shown("schools/brookside/2026-27.agreement.yaml")
    #expect(brookside.contains("rules.owner-left error (:2)"))
    #expect(brookside.contains("rules.vague-answer warning, because it guesses from words and is never an error (:2)"))
    #expect(brookside.contains("rules.time-split warning (:3)"))
    #expect(brookside.contains("rules.placeholder info (:7)"))
    #expect(brookside.contains("overrides[1].commitments off in schools/harmon only (:9)"))
    #expect(!brookside.contains { $0.hasPrefix("overrides[0]") })
    let harmon = try await shown("schools/harmon")
    #expect(harmon.filter { $0.hasPrefix("rules.") }.allSatisfy { $0.hasSuffix(" off (:9)") })
    #expect(harmon.contains("overrides[0].placeholder info in schools/brookside only (:7)"))
    #expect(try await shown("schools/old").contains { $0.hasSuffix("is left out (`exclude`), so it is not checked") })
  }

  @Test func whatIsInForceIsShown() async throws {
    let scratch = try await district("district: Ours\nthresholds: {stale-years: 4}\nrules: {vague-answer: off}\n")
    let outcome = try await Program.concord(["config", "show", scratch.path + "/schools/brookside"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("district                     Ours  (\(scratch.path)/concord.yaml:1)\n"))
    #expect(outcome.output.contains("thresholds.stale-years       4  (\(scratch.path)/concord.yaml:2)\n"))
    #expect(outcome.output.contains("rules.vague-answer           off  (\(scratch.path)/concord.yaml:3)\n"))
    #expect(outcome.output.contains("thresholds.most-roles        5  (built in)\n"))
  }

  /// Without a path the folders that the settings name are searched.
  @Test func foldersOfTheSettings() async throws {
    let scratch = try await district("agreements: [schools]\n")
    try scratch.write("stray.agreement.yaml", Array("not: [".utf8))
    let outcome = try await Program.run(
      "bash", ["-c", "cd \"$1\" && exec \"$0\" lint --format short", Program.absoluteConcord, scratch.path])
    #expect(!outcome.output.contains("stray"))
    #expect(outcome.output.contains("schools/brookside/2026-27.agreement.yaml:"))
  }

  /// A hostile file costs no time: patterns with many stars, and an unreadable one, end at once.
  @Test func hostileSettings() async throws {
    let stars = String(repeating: "*a", count: 2000)
    let scratch = try await district("exclude: [\"\(stars)\", \"**/**/**/**/**/b\"]\n")
    #expect((try await lint(scratch)).status <= 1)
    try scratch.write("concord.yaml", [0xFF, 0xFE, 0x00])
    #expect((try await lint(scratch)).status == 2)
    try scratch.write("concord.yaml", Array("a: &a [*a]\n".utf8))
    let outcome = try await lint(scratch)
    #expect(outcome.status == 2)
  }
}
