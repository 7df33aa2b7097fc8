package import AgreementLint
internal import Agreement
internal import Diagnostics
internal import TextSupport

/// The rules as pages, made from the rules themselves.
package enum RulePages {
  /// The list of all rules; in Markdown it is the complete rules page.
  package static func list(_ format: ListFormat) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .json: json
    }
  }

  /// One rule, as `concord explain` prints it.
  package static func page(of rule: Rule) -> String {
    "\(rule.id) (\(labels(of: rule)))\n\n\(capitalized(rule.summary)).\n\n\(rule.rationale)\n\nSource: \(rule.source.description)\n\n"
      + examples(of: rule).joined(separator: "\n")
      + "\nTo fix it: \(fixing(rule))\n\nTo configure it: \(configuring(rule))\n"
  }

  private static func labels(of rule: Rule) -> String {
    var words = [rule.level.rawValue, rule.category.rawValue]
    if rule.isDraftRule { words.append("a warning in a draft before the school year") }
    if rule.isHeuristic { words.append("a guess from the words") }
    return words.joined(separator: ", ")
  }

  /// The safety of the fix that the examples show; nil if they show none.
  private static func fixSafety(of rule: Rule) -> Fix.Safety? {
    rule.failing.lazy.compactMap { example in
      example.findings(of: rule).lazy.compactMap { $0.diagnostic.fix?.safety }.first
    }.first
  }

  private static func fixing(_ rule: Rule) -> String {
    switch fixSafety(of: rule) {
    case .safe: "`concord lint --fix` does it and keeps the meaning; `--diff` shows it first."
    case .unsafe: "`concord lint --fix --unsafe` makes a good guess; look at it with `--diff --unsafe` first."
    case nil: "by hand, as the help of the finding says."
    }
  }

  private static func configuring(_ rule: Rule) -> String {
    var result: [String] = []
    if rule.category == .syntax {
      result.append("its level cannot be changed.")
    } else {
      result.append("`rules: {\(rule.id): \(rule.level == .warning ? "info" : "warning")}` or `off` in `concord.yaml`.")
    }
    if let setting = rule.setting { result.append("There, \(setting).") }
    if rule.isSuppressible {
      result.append("For one place: `# concord: allow \(rule.id) -- <why>` on the line before.")
    }
    return result.joined(separator: " ")
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static var text: String {
    let width = Rule.all.map { $0.id.rawValue.count }.max() ?? 0
    return Rule.Category.allCases.map { category in
      "\(category.rawValue)\n"
        + Rule.all.filter { $0.category == category }.map { rule in
          let pad = String(repeating: " ", count: width - rule.id.rawValue.count)
          let level = rule.level.rawValue + String(repeating: " ", count: 7 - rule.level.rawValue.count)
          let fix = fixSafety(of: rule).map { $0 == .safe ? "fix     " : "unsafe  " } ?? "        "
          return "  \(rule.id)\(pad)  \(level)  \(fix)\(rule.summary)\n"
        }.joined()
    }.joined(separator: "\n")
      + "\nfix: `concord lint --fix` repairs it; unsafe: with --unsafe. `concord explain <rule>` says why, with examples.\n"
  }

  private static var json: String {
    var writer = JSONWriter(indented: true)
    writer.array { writer in
      for rule in Rule.all {
        writer.object { writer in
          writer.member("id", rule.id.rawValue)
          writer.member("level", rule.level.rawValue)
          writer.member("category", rule.category.rawValue)
          writer.member("summary", rule.summary)
          writer.member("rationale", rule.rationale)
          writer.member("source", rule.source.description)
          writer.member("draft", rule.isDraftRule)
          writer.member("heuristic", rule.isHeuristic)
          writer.member("fix", fixSafety(of: rule)?.rawValue)
          writer.member("suppressible", rule.isSuppressible)
        }
      }
    }
    return writer.text + "\n"
  }

  private static var markdown: String {
    var result = """
      # The rules

      This page is generated from the rules (`make generate`); `concord explain <rule>` prints the same. Every example is
      a test: the outputs below are the program's own.


      """
    for category in Rule.Category.allCases {
      let rules = Rule.all.filter { $0.category == category }
      result += "## \(capitalized(category.rawValue))\n\n| rule | level | finds |\n|---|---|---|\n"
      for rule in rules { result += "| [\(rule.id)](#\(rule.id)) | \(rule.level.rawValue) | \(rule.summary) |\n" }
      result += "\n"
      for rule in rules {
        result +=
          "### \(rule.id)\n\n*\(labels(of: rule)).* \(capitalized(rule.summary)).\n\n\(rule.rationale)\n\nSource: \(rule.source.description).\n\n"
        for (index, example) in rule.failing.enumerated() {
          result +=
            "\(index == 0 ? "This fails" : "So does this"):\n\n\(fenced(example, "yaml"))\n\(fence(output(of: rule, example), "text"))\n"
        }
        for (index, example) in rule.passing.enumerated() {
          result += "\(index == 0 ? "This passes" : "So does this"):\n\n\(fenced(example, "yaml"))\n"
        }
        result += "To fix it: \(fixing(rule))\n\nTo configure it: \(configuring(rule))\n\n"
      }
    }
    return result
  }

  private static func fenced(_ example: Example, _ language: String) -> String {
    if example.bytes != nil {
      return fence(TerminalText.escape(example.text.split(separator: "\n").joined(separator: "\n")), "text")
    }
    let files = shown(example)
    guard files.count > 1 || example.path != Example.standardPath else { return fence(example.text, language) }
    return files.map { "`\($0.0)`:\n\n\(fence($0.1, language))" }.joined(separator: "\n")
  }

  private static func fence(_ text: String, _ language: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    let body = lines.last == "" ? lines.dropLast().joined(separator: "\n") : lines.joined(separator: "\n")
    return "```\(language)\n\(body)\n```\n"
  }

  /// A line with its invisible characters written as codes.
  private static func visible(_ line: String) -> String { TerminalText.escape(line) }

  private static func examples(of rule: Rule) -> [String] {
    rule.failing.map { "Fails:\n\n\(files($0))\n\n\(indented(output(of: rule, $0)))\n" }
      + rule.passing.map { "Passes:\n\n\(files($0))\n" }
  }

  /// The files of an example, each after its name if there are several.
  private static func files(_ example: Example) -> String {
    let files = shown(example)
    guard files.count > 1 || example.path != Example.standardPath else { return indented(example.text) }
    return files.map { "  \($0.0):\n\n\(indented($0.1))" }.joined(separator: "\n\n")
  }

  /// The files of an example, with their names; its own comes last.
  private static func shown(_ example: Example) -> [(path: String, text: String)] {
    (example.configured.isEmpty ? [] : [("concord.yaml", example.configured)]) + example.beside
      + [(example.path, example.text)]
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \(visible(String($0)))" }
      .joined(separator: "\n").trimmingEnd
  }

  /// What the program prints for an example, running only this rule.
  static func output(of rule: Rule, _ example: Example) -> String {
    func source(_ path: String, _ bytes: [UInt8]) -> SourceFile { SourceFile(name: path, bytes: bytes) }
    let file = source(example.path, example.bytes ?? Array(example.text.utf8))
    var reporter = ReportFormat.text.make(TextStyle(colored: false))
    let others = example.beside.map { beside in
      (beside.path, ReportedFile.Other(source(beside.path, Array(beside.text.utf8)), at: ReportPath(beside.path)))
    }
    let report = ReportedFile(
      file, example.findings(of: rule), others: Dictionary(others, uniquingKeysWith: { first, _ in first }))
    return reporter.file(report).trimmingEnd
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var result = Substring(self)
    while let last = result.last, last == "\n" || last == " " { result.removeLast() }
    return String(result)
  }
}
