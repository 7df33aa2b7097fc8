/// The difference between two texts, as `diff -u` and git print it.
package enum UnifiedDiff {
  private static let context = 3
  /// The most lines between the first and the last change to compare pairwise.
  private static let mostCompared = 1_000

  /// Which lines of both sides are not shown.
  package struct Cover: Sendable {
    /// The notice shown in place of a line.
    package let notice: String
    /// Whether a line of the old side, given by its byte range, is covered.
    package let coversOld: @Sendable (Range<Int>) -> Bool
    /// Whether a line of the new side is covered.
    package let coversNew: @Sendable (Range<Int>) -> Bool
    /// Whether a line is also covered if the line that it replaces, or that replaces it, is covered, because one may be
    /// made from the other.
    package let coversReplacements: Bool

    /// Makes a cover.
    package init(
      notice: String, old: @escaping @Sendable (Range<Int>) -> Bool, new: @escaping @Sendable (Range<Int>) -> Bool,
      replacements: Bool = false
    ) {
      self.notice = notice
      coversReplacements = replacements
      coversOld = old
      coversNew = new
    }
  }

  /// The difference, with the names of both sides; empty if there is none. Covered lines are compared but not shown.
  package static func text(
    _ old: [UInt8], _ new: [UInt8], from oldName: String, to newName: String, cover: Cover? = nil
  ) -> [UInt8] {
    let body = self.body(old, new, cover: cover)
    return body.isEmpty ? [] : Array("--- \(header(oldName))\n+++ \(header(newName))\n".utf8) + body
  }

  /// What comes below the names; with `showsSection`, including the last line before each part that begins with a
  /// letter, as git shows it.
  package static func body(
    _ old: [UInt8], _ new: [UInt8], showsSection: Bool = false, cover: Cover? = nil
  ) -> [UInt8] {
    let (before, after) = (lines(of: old), lines(of: new))
    var same = 0
    while same < min(before.count, after.count), before[same] == after[same] { same += 1 }
    var tail = 0
    while tail < min(before.count, after.count) - same, before[before.count - 1 - tail] == after[after.count - 1 - tail]
    {
      tail += 1
    }
    guard before.count != same || after.count != same else { return [] }
    let steps = self.steps(before, after, same, tail)
    var result: [UInt8] = []
    var section = Section()
    for hunk in hunks(of: steps) {
      let shown = showsSection ? section.text(before: steps[hunk], before, cover) : []
      write(steps[hunk], before, after, shown, cover, to: &result)
    }
    return result
  }

  /// The line that says which part of a file a hunk belongs to.
  private struct Section {
    /// The number of lines checked; each is checked only once, however many hunks there are.
    private var looked = 0
    private var last: ArraySlice<UInt8> = []
    /// The most bytes of it to show.
    private static let most = 80

    mutating func text(
      before steps: ArraySlice<Step>, _ lines: [ArraySlice<UInt8>], _ cover: Cover?
    ) -> ArraySlice<UInt8> {
      let start =
        switch steps.first {
        case .kept(let old, _)?, .removed(let old, _)?, .added(let old, _)?: old
        case nil: 0
        }
      while looked < start {
        let line = lines[looked]
        if let first = line.first, (0x61...0x7A).contains(first | 0x20) || first == 0x5F || first == 0x24 {
          last = line
        }
        looked += 1
      }
      if let cover, !last.isEmpty, cover.coversOld(last.indices) { return Array(cover.notice.utf8)[...] }
      var shown = last.prefix(Self.most)
      // Never cuts a character in two.
      if shown.count < last.count {
        while let byte = last[shown.endIndex...].first, byte & 0xC0 == 0x80, !shown.isEmpty { shown.removeLast() }
      }
      while let byte = shown.last, byte == 0x20 || (0x09...0x0D).contains(byte) { shown.removeLast() }
      return shown
    }
  }

  /// A name as `patch` and git read it: a tab follows a name with spaces, and a name with other special characters is
  /// quoted as in C. Names that are not UTF-8 come in the form of `RawText`.
  package static func header(_ name: String) -> String {
    let isOdd = name.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || "\"\\".unicodeScalars.contains($0)
        || RawText.stands(forByte: $0)
    }
    guard isOdd else { return name.contains(" ") ? name + "\t" : name }
    var result = "\""
    for byte in RawText.bytes(name) {
      switch byte {
      case 0x22, 0x5C: result += "\\" + String(Unicode.Scalar(byte))
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return result + "\""
  }

  private enum Step {
    case kept(Int, Int)
    case removed(Int, Int)
    case added(Int, Int)

    var isKept: Bool { if case .kept = self { true } else { false } }
  }

  /// Every line with its number on both sides, 0-based.
  private static func steps(
    _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>], _ same: Int, _ tail: Int
  ) -> [Step] {
    let (old, new) = (before[same..<before.count - tail], after[same..<after.count - tail])
    var removed: Set<Int> = []
    var added: Set<Int> = []
    if max(old.count, new.count) > mostCompared {
      // Finding the shortest difference takes time quadratic in the number of lines; line by line is correct, too.
      removed = Set(old.indices.filter { old.count != new.count || before[$0] != after[$0] })
      added = Set(new.indices.filter { old.count != new.count || before[$0] != after[$0] })
    } else {
      for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(same + offset)
        case .insert(let offset, _, _): added.insert(same + offset)
        }
      }
    }
    var result: [Step] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, removed.contains(left) {
        result.append(.removed(left, right))
        left += 1
      } else if right < after.count, added.contains(right) {
        result.append(.added(left, right))
        right += 1
      } else {
        result.append(.kept(left, right))
        left += 1
        right += 1
      }
    }
    return result
  }

  /// The ranges to show: changes with some lines around them, merged where they meet.
  private static func hunks(of steps: [Step]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (place, step) in steps.enumerated() where !step.isKept {
      let range = max(0, place - context)..<min(steps.count, place + context + 1)
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
    }
    return result
  }

  private static func write(
    _ steps: ArraySlice<Step>, _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>],
    _ section: ArraySlice<UInt8>, _ cover: Cover?, to result: inout [UInt8]
  ) {
    var counts = (old: 0, new: 0)
    var first: (old: Int, new: Int)?
    for step in steps {
      switch step {
      case .kept(let old, let new):
        first = first ?? (old, new)
        counts.old += 1
        counts.new += 1
      case .removed(let old, let new):
        first = first ?? (old, new)
        counts.old += 1
      case .added(let old, let new):
        first = first ?? (old, new)
        counts.new += 1
      }
    }
    // An empty side has the number of the line before it; a count of one is left out.
    func side(_ first: Int, _ count: Int) -> String {
      count == 1 ? "\(first + 1)" : "\(count == 0 ? first : first + 1),\(count)"
    }
    result += "@@ -\(side(first?.old ?? 0, counts.old)) +\(side(first?.new ?? 0, counts.new)) @@".utf8
    if !section.isEmpty { result += [0x20] + section }
    result.append(0x0A)
    let isCovered = cover.map { self.isCovered(steps, before, after, $0) }
    for (place, step) in steps.enumerated() {
      let cover = isCovered?[place] == true ? cover : nil
      switch step {
      case .kept(let old, _): write(covered(before[old], cover), 0x20, to: &result)
      case .removed(let old, _): write(covered(before[old], cover), 0x2D, to: &result)
      case .added(_, let new): write(covered(after[new], cover), 0x2B, to: &result)
      }
    }
  }

  /// Whether each line is covered.
  private static func isCovered(
    _ steps: ArraySlice<Step>, _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>], _ cover: Cover
  ) -> [Bool] {
    var result: [Bool] = []
    // The indices of the lines removed and added since the last one that was kept.
    var (removed, added): ([Int], [Int]) = ([], [])
    func coverReplacements() {
      if removed.count == added.count {
        for (old, new) in zip(removed, added) where result[old] != result[new] {
          (result[old], result[new]) = (true, true)
        }
      } else if !removed.isEmpty, !added.isEmpty, (removed + added).contains(where: { result[$0] }) {
        // Nobody knows which line replaces which.
        for place in removed + added { result[place] = true }
      }
      (removed, added) = ([], [])
    }
    for step in steps {
      switch step {
      case .kept(let old, let new):
        if cover.coversReplacements { coverReplacements() }
        // Both sides say the same, and either may know why it is not shown.
        result.append(cover.coversOld(before[old].indices) || cover.coversNew(after[new].indices))
      case .removed(let old, _):
        removed.append(result.count)
        result.append(cover.coversOld(before[old].indices))
      case .added(_, let new):
        added.append(result.count)
        result.append(cover.coversNew(after[new].indices))
      }
    }
    if cover.coversReplacements { coverReplacements() }
    return result
  }

  /// A line, or the notice of a cover in its place.
  private static func covered(_ line: ArraySlice<UInt8>, _ cover: Cover?) -> ArraySlice<UInt8> {
    cover.map { (Array($0.notice.utf8) + (line.last == 0x0A ? [0x0A] : []))[...] } ?? line
  }

  private static func write(_ line: ArraySlice<UInt8>, _ mark: UInt8, to result: inout [UInt8]) {
    result.append(mark)
    result += line
    if line.last != 0x0A { result += "\n\\ No newline at end of file\n".utf8 }
  }

  /// The lines with their line feeds.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      result.append(bytes[start...place])
      start = place + 1
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
  }
}
