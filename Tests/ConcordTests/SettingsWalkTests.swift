import Agreement
import AgreementLint
import TestSupport
import Testing

/// Every setting of `concord.yaml` changes something that a person can see; one that does nothing would be believed.
@Suite struct SettingsWalkTests {
  /// For each setting two files that differ in nothing else, and the command that tells them apart.
  private static let settings: [(key: String, one: String, other: String, command: String)] = [
    ("agreements", "agreements: [a]", "agreements: [b]", "lint"),
    ("authors", "authors: {tran: [a@example.org]}", "authors: {tran: [b@example.org]}", "authors"),
    ("calendar", "", "calendar: {2026-27: {starts: 2026-08-17, ends: 2027-05-28, closed: [2026-10-05]}}", "lint"),
    ("catalog.ask", "", "catalog: {ask: [boundaries]}", "lint"),
    (
      "catalog.roles", "",
      "catalog: {roles: {bilingual-coach: {title: Bilingual coach, means: Works in two languages}}}", "topics"
    ),
    ("catalog.sections", "", "catalog: {sections: {access: {topics: {weekly-planning: {until: 2025-26}}}}}", "lint"),
    ("district", "district: Ours", "district: Theirs", "summary"),
    ("exclude", "", "exclude: [a]", "lint"),
    (
      "overrides.paths", "overrides: [{paths: [a], rules: {completeness: off}}]",
      "overrides: [{paths: [b], rules: {completeness: off}}]", "lint"
    ),
    (
      "overrides.rules", "overrides: [{paths: [a], rules: {completeness: off}}]",
      "overrides: [{paths: [a], rules: {signatures: off}}]", "lint"
    ),
    ("required-parties", "", "required-parties: [facilitator]", "lint"),
    ("rules", "", "rules: {completeness: off}", "lint"),
    ("school-years.first", "", "school-years: {first: 2028-29}", "lint"),
    ("school-years.last", "", "school-years: {last: 2024-25}", "lint"),
    ("signatures.allowed-signers", "", "signatures: {allowed-signers: signers}", "lint"),
    ("signatures.required", "", "signatures: {required: {principal: paper}}", "lint"),
    ("thresholds.fewest-roles", "", "thresholds: {fewest-roles: 1}", "lint"),
    ("thresholds.most-roles", "thresholds: {fewest-roles: 1}", "thresholds: {fewest-roles: 1, most-roles: 1}", "lint"),
    ("thresholds.review-gap-weeks", "", "thresholds: {review-gap-weeks: 1}", "lint"),
    ("thresholds.stale-years", "thresholds: {stale-years: 2}", "thresholds: {stale-years: 3}", "lint"),
    ("time-zone", "time-zone: Etc/GMT+12", "time-zone: Pacific/Kiritimati", "today"),
  ]

  /// The settings of the format, from the same table that reads the file.
  private static func keys(_ mapping: MappingDescription, _ prefix: String = "") -> [String] {
    mapping.fields.flatMap { field -> [String] in
      let key = prefix + field.key
      switch field.shape {
      case .mapping(let mapping): return keys(mapping, key + ".")
      case .list(.mapping(let mapping)): return keys(mapping, key + ".")
      default: return [key]
      }
    }
  }

  @Test func everySettingIsWalked() {
    let walked = Set(Self.settings.map(\.key))
    let missing = Self.keys(ConfigurationFile.description).filter { !walked.contains($0) }
    #expect(missing == [], "give each new setting two files that a command tells apart")
  }

  /// Two schools; the first has a text that stays for years, two roles and a signature of the day that it is far in the east.
  private func district() async throws -> Scratch {
    let scratch = try Scratch()
    let keys = SSHKeys(in: scratch.path)
    try await keys.make("novak")
    try scratch.write("signers", "tran \(try await keys.line("novak"))\n".utf8)
    let east = try await Program.run("date", ["+%F"], environment: [Program.key("TZ"): "Pacific/Kiritimati"]).output
    for (folder, first) in [("a", 2025), ("b", 2026)] {
      _ = try await Program.run("mkdir", [scratch.path + "/" + folder])
      for year in first...2026 {
        let text = """
          format: 1
          id: school-\(folder)
          school-year: \(year)-\(year - 1999)
          starts: \(year)-08-17
          ends: \(year + 1)-05-28
          status: agreed
          campuses: {x: \(folder.uppercased()) School}
          participants:
            novak: {name: Jill Novak, role: instructional-coach}
            tran: {name: Linh Tran, role: principal}
          focus:
            roles:
              data-coach:
              mentor:
          topics:
            access:
              classroom-access: Two days before each visit we write to the teacher
              planning-days: One day in each term
          meetings:
            schedule:
              - {what: Review of priorities, date: \(year)-10-05, kind: priorities-review}
              - {what: Review of priorities, date: \(year + 1)-02-01, kind: priorities-review}
          signatures:
            tran: {signed: \(east.prefix(10)), method: typed}

          """
        let file = try scratch.write("\(folder)/\(year)-\(year - 1999).agreement.yaml", text.utf8)
        // One signature says which text it is for, and nobody could check the other.
        let digest = try await Program.concord(["show", "--digest", file]).output.prefix(64)
        let armor = try await keys.sign("concord-1 \(digest) novak 2026-08-13\n", with: "novak")
        let lines = armor.split(separator: "\n").map { "      \($0)\n" }.joined()
        try scratch.write(
          "\(folder)/\(year)-\(year - 1999).agreement.yaml",
          (text.replacing("method: typed}", with: "method: typed, digest: \(digest)}")
            + "  novak:\n    signed: 2026-08-13\n    method: ssh\n    digest: \(digest)\n    signature: |\n\(lines)")
            .utf8)
      }
    }
    return scratch
  }

  private func outcome(_ configuration: String, _ command: String, _ scratch: borrowing Scratch) async throws -> String
  {
    try scratch.write("concord.yaml", [UInt8]())
    _ = try await Program.run("rm", [scratch.path + "/concord.yaml"])
    try scratch.write("concord.yaml", (configuration + "\n").utf8)
    let lines = [
      "lint": "lint --format short --today 2026-09-01", "summary": "lint --format github --today 2026-09-01",
      "today": "lint --format short --select signed-in-future", "topics": "topics",
      "authors": """
      rules > rules; rm -rf rules .git; git init -q . && git add -A \
        && git -c user.name=a -c user.email=a@example.org -c commit.gpgsign=false commit -qm 1; \
        "$0" lint --format short --today 2026-09-01 --since \(String(repeating: "0", count: 40)) --check-authors
      """,
    ]
    let outcome = try await Program.run(
      "bash",
      [
        "-c", "cd \"$1\"; rm -f summary.md; \"$0\" \(lines[command] ?? ""); echo \"exit $?\"; cat summary.md",
        Program.absoluteConcord,
        scratch.path,
      ], environment: [Program.key("GITHUB_STEP_SUMMARY"): scratch.path + "/summary.md"])
    return outcome.output + outcome.error
  }

  @Test(arguments: settings.indices)
  func eachChangesSomething(place: Int) async throws {
    let setting = Self.settings[place]
    let scratch = try await district()
    let one = try await outcome(setting.one, setting.command, scratch)
    let other = try await outcome(setting.other, setting.command, scratch)
    #expect(one != other, "`\(setting.key)` does nothing: \(one)")
    #expect(!one.contains("has errors, so nothing was checked"), "\(one)")
    #expect(!other.contains("has errors, so nothing was checked"), "\(other)")
  }
}
