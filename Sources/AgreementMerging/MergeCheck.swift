internal import Agreement
internal import AgreementEditing
internal import Diagnostics
internal import YAMLSyntax

/// Compares a merged agreement with what it was made from: what one side changed and the other left alone is there, and so is every
/// comment.
///
/// It looks only at what the files say, so it knows nothing of how they were merged.
enum MergeCheck {
  /// Whether nothing is lost, and nothing came from nowhere.
  static func holds(
    base: AgreementReading?, ours: AgreementReading, theirs: AgreementReading, merged: AgreementReading
  ) -> Bool {
    guard let mine = ours.agreement, let other = theirs.agreement, let result = merged.agreement else { return false }
    return holds(base?.agreement.map { FormTree($0) }, FormTree(mine), FormTree(other), FormTree(result))
      && keepsComments(base?.document, ours.document, theirs.document, merged.document)
  }

  private static func keepsComments(_ base: Document?, _ ours: Document, _ theirs: Document, _ merged: Document) -> Bool
  {
    func comments(_ document: Document?) -> Set<ArraySlice<UInt8>> {
      Set((document?.comments ?? []).map { LineText.trimmed((document?.source.bytes ?? [])[$0.indices]) })
    }
    let (old, mine, other, result) = (comments(base), comments(ours), comments(theirs), comments(merged))
    return mine.union(other).allSatisfy { comment in
      old.contains(comment) && !(mine.contains(comment) && other.contains(comment)) || result.contains(comment)
    }
  }

  private static func holds(_ base: FormTree?, _ ours: FormTree?, _ theirs: FormTree?, _ merged: FormTree?) -> Bool {
    if ours == theirs || theirs == base { return merged == ours }
    if ours == base { return merged == theirs }
    let sides = [base, ours, theirs, merged]
    if let parts = mappings(sides) {
      return Set(parts.flatMap(\.keys)).allSatisfy { key in
        holds(parts[0][key], parts[1][key], parts[2][key], parts[3][key])
      }
    }
    if let parts = lists(sides) { return holdsList(parts[0], parts[1], parts[2], parts[3]) }
    return false
  }

  /// The members of mappings, some of which may be missing.
  private static func mappings(_ sides: [FormTree?]) -> [[String: FormTree]]? {
    var result: [[String: FormTree]] = []
    for side in sides {
      switch side {
      case nil: result.append([:])
      case .mapping(let members): result.append(Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first })
      case .list, .text: return nil
      }
    }
    return result
  }

  /// The items of lists, some of which may be missing.
  private static func lists(_ sides: [FormTree?]) -> [[FormTree]]? {
    var result: [[FormTree]] = []
    for side in sides {
      switch side {
      case nil: result.append([])
      case .list(let items): result.append(items)
      case .mapping, .text: return nil
      }
    }
    return result
  }

  /// Whether a merged list has each text that a side added, and none that one removed. Items that are mappings may be merged
  /// themselves.
  private static func holdsList(
    _ base: [FormTree], _ ours: [FormTree], _ theirs: [FormTree], _ merged: [FormTree]
  ) -> Bool {
    let (old, mine, other, result) = (counts(base), counts(ours), counts(theirs), counts(merged))
    let isText = result.keys.allSatisfy { $0.text != nil }
    for item in result.keys where isText && mine[item] == nil && other[item] == nil { return false }
    for (side, rest) in [(mine, other), (other, mine)] {
      for (item, count) in side where item.text != nil && count > old[item] ?? 0 {
        guard result[item] ?? 0 >= 1 else { return false }
      }
      for (item, count) in old where item.text != nil && side[item] == nil && rest[item] ?? 0 <= count {
        guard result[item] == nil else { return false }
      }
    }
    return true
  }

  private static func counts(_ items: [FormTree]) -> [FormTree: Int] {
    items.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
