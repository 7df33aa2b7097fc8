internal import Repository
internal import SystemPackage

extension Measure {
  /// What people would use instead, on the same files: another YAML linter, and validators with concord's own schema.
  func measurePeers(_ tools: String, _ folder: String, _ table: inout Table) throws {
    let rules = "\(self.folder)/yamllint.yaml"
    try Files.write(
      Array("rules:\n  key-duplicates: enable\n  trailing-spaces: enable\n  indentation: enable\n".utf8), to: rules)
    var ratios: [Double] = []
    for _ in 0..<rounds {
      let mine = try Run(concord, ["lint", "--today", "2026-09-01", folder])
      let ryl = try Run("\(tools)/ryl", ["--no-cache", "-c", rules, folder])
      ratios.append(mine.wall / ryl.wall)
    }
    table.add("concord / ryl, wall", ratios.median, bar: 0.85)
    // The others are slow: a tenth of the files is enough.
    let few = "\(self.folder)/agreements-\(files / 10)"
    try Files.write(few, count: files / 10)
    let mine = try Run(concord, ["lint", "--today", "2026-09-01", few]).wall
    let schema = "schema/agreement.schema.json"
    let paths = AgreementFinder([FilePath(few)]).files.map(\.string)
    let others: [(String, [String])] = [
      ("yamllint", ["-c", rules, few]), ("check-jsonschema", ["--schemafile", schema] + paths),
      ("jsonschema", ["validate", schema] + paths),
    ]
    for (tool, arguments) in others {
      let run = try Run("\(tools)/\(tool)", arguments)
      table.add("concord / \(tool), wall", mine / run.wall)
    }
  }
}
