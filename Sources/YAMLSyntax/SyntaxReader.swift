internal import CLibYAML
package import Diagnostics

/// Reads a YAML file into a `Document`; anything wrong with the text becomes a diagnostic, and reading goes on.
package enum SyntaxReader {
  /// Reads a file.
  ///
  /// What YAML accepts is left alone, unless the outline of the format is to be followed there, too. The vocabulary is
  /// computed when the first slip is handled. A known slip is repaired in a copy, so that the next one is found as
  /// well; ranges always refer to the file itself.
  package static func read(
    _ source: SourceFile, vocabulary: @escaping @autoclosure () -> Vocabulary, limits: Limits = .standard,
    followsOutline: Bool = false
  ) -> Document {
    guard source.bytes.count <= limits.bytes else {
      let found = Diagnostic(
        .limit, at: SourceRange(0..<0),
        "the file has more than \(limits.bytes) characters, too many to be read",
        help: "an agreement has about 10,000; check whether something else was pasted into the file")
      return Document(source: source, diagnostics: [found], isComplete: false)
    }
    let contentStart = source.byteOrderMarkCount
    let check = ByteCheck(source.bytes, from: contentStart)
    guard check.isReadable else {
      return Document(source: source, diagnostics: check.diagnostics, isComplete: false)
    }
    var reading = Reading(
      source: source, contentStart: contentStart, check: check, vocabulary: vocabulary, limits: limits)
    reading.followsOutline = followsOutline
    return reading.run()
  }
}

/// One file while it is being read and repaired.
private struct Reading {
  private let source: SourceFile
  private let vocabulary: () -> Vocabulary
  private let limits: Limits
  private var bytes: [UInt8]
  private var isASCII: Bool
  private var map: OffsetMap
  private var diagnostics: [Diagnostic]
  /// Possible bullets, which become findings if none of them was taken for one.
  private let bullets: [Diagnostic]
  /// Whether a repair was about bullets.
  private var hasBullets = false
  private var repairCount = 0
  private var layoutWork = Limits.layoutWork
  private var ignoredFrom: Int?
  /// Whether lines that YAML accepts are repaired, too, if the format has no place for them.
  var followsOutline = false

  init(source: SourceFile, contentStart: Int, check: ByteCheck, vocabulary: @escaping () -> Vocabulary, limits: Limits)
  {
    self.source = source
    self.vocabulary = vocabulary
    self.limits = limits
    bytes = contentStart == 0 ? source.bytes : Array(source.bytes[contentStart...])
    isASCII = check.isASCII
    map = OffsetMap(sourceStart: contentStart)
    diagnostics = check.diagnostics
    bullets = check.bullets
    if !check.edits.isEmpty {
      apply(
        check.edits.map {
          Edit(SourceRange(Int($0.range.start) - contentStart..<Int($0.range.end) - contentStart), with: $0.replacement)
        })
    }
  }

  mutating func run() -> Document {
    if let directive = Self.leadingDirective(in: bytes) {
      return refused(
        Diagnostic(
          .yamlFeature, at: map.source(SourceRange(directive)),
          "this line begins with `%`, which has a special meaning in YAML",
          help: "delete the line, or put quotes around the text"))
    }
    if let directive = Self.manyDirectives(in: bytes) {
      return refused(
        Diagnostic(
          .limit, at: map.source(SourceRange(directive)),
          "more than \(Self.mostDirectives) lines begin with `%`, which has a special meaning in YAML",
          help: "delete them, or put quotes around the texts"))
    }
    if mayRepair, PaperSignatures.mayEnd(bytes), let repair = PaperSignatures.find(context) { _ = take(repair) }
    while true {
      var composer = Composer(limits: limits, isASCII: isASCII, byteCount: bytes.count)
      unsafe bytes.withUnsafeBufferPointer { unsafe composer.compose($0) }
      if let failure = composer.failure {
        if repairControlCharacters(failure) || repair(failure, composer) { continue }
        diagnostics.append(located(FallbackDiagnostic.diagnostic(for: failure, context: context)))
        return document(composer, isComplete: false)
      }
      if let second = composer.secondDocument {
        if repairSeparator(at: Int(second), composer) { continue }
        diagnostics.append(
          located(Feature.secondDocument.diagnostic("", at: context.contentRange(ofLineAt: Int(second)))))
        ignoredFrom = Int(second)
        return document(composer, isComplete: true)
      }
      if !composer.suspects.isEmpty, repairSilentSlips(composer) { continue }
      if mayRepair, composer.hasUnknownTopLevelKey(in: bytes, vocabulary()), repairMisplacedKeys() { continue }
      if mayRepair, followsOutline, let repair = OutlineRepair.find(in: context, work: &layoutWork), take(repair) {
        continue
      }
      return document(composer, isComplete: !composer.isRefused)
    }
  }

  private var context: SlipContext { SlipContext(bytes: bytes, vocabulary: vocabulary()) }

  // MARK: - Repairs

  private var mayRepair: Bool {
    repairCount < Limits.repairs && diagnostics.count < Limits.slips && bytes.count <= Limits.repairableBytes
  }

  private mutating func repair(_ failure: Failure, _ composer: Composer) -> Bool {
    guard mayRepair else { return false }
    let context = context
    let lines =
      context.lines.line(at: min(failure.origin, failure.problemOffset))...context.lines.line(at: failure.problemOffset)
    for mistake in Mistake.all {
      guard let repair = mistake.find(failure, context) else { continue }
      if !mistake.isCertain, let better = OutlineRepair.find(near: lines, context, rival: repair, work: &layoutWork) {
        return take(better)
      }
      return take(repair)
    }
    return OutlineRepair.find(near: lines, context, work: &layoutWork).map { take($0) } ?? false
  }

  private mutating func repairMisplacedKeys() -> Bool {
    MisplacedKeys.find(context, afterFailure: false).map { take($0) } ?? false
  }

  private mutating func repairSilentSlips(_ composer: Composer) -> Bool {
    guard mayRepair else { return false }
    let context = context
    var edits: [Edit] = []
    var end: UInt32 = 0
    // Each check reads whole lines, and one line can have any number of suspects.
    var work = Limits.slipWork * (bytes.count + 4096)
    for suspect in composer.suspects {
      guard diagnostics.count < Limits.slips else { break }
      let node = composer.nodes[suspect]
      work -= context.bytesOfLines(node.sourceRange.indices)
      guard work > 0 else { break }
      // A repair often serves many lines; searching for one at each of them again would take quadratic time.
      guard node.end > end || edits.isEmpty,
        let repair = SilentSlip.find(node.sourceRange.indices, context: context), repair.fits(bytes.count),
        let first = repair.edits.map(\.range.start).min(), let last = repair.edits.map(\.range.end).max()
      else { continue }
      // A slip inside another waits for the next reading.
      guard first > end || edits.isEmpty else { continue }
      let found = located(repair.withFix(in: bytes))
      end = max(end, last)
      guard !diagnostics.suffix(32).contains(found) else { continue }
      diagnostics.append(found)
      hasBullets = hasBullets || repair.isAboutBullets
      edits += repair.edits
    }
    guard !edits.isEmpty else { return false }
    repairCount += 1
    apply(edits)
    return true
  }

  private mutating func repairControlCharacters(_ failure: Failure) -> Bool {
    guard failure.isReader else { return false }
    let found = ByteCheck.controlCharacters(in: bytes, from: 0)
    guard !found.isEmpty else { return false }
    diagnostics += found.map(located)
    apply(found.map { Edit($0.range, with: Array(repeating: 0x20, count: $0.range.indices.count)) })
    // Those that were not reported one by one would stop the reader again.
    bytes = bytes.map { ByteCheck.isControl($0) ? 0x20 : $0 }
    return true
  }

  /// Turns three dashes that only separate parts of one agreement into a comment; a second agreement is left alone.
  private mutating func repairSeparator(at offset: Int, _ composer: Composer) -> Bool {
    let context = context
    let line = context.lines.line(at: offset)
    let content = context.content(of: line)
    guard mayRepair, bytes[content].starts(with: [0x2D, 0x2D, 0x2D]),
      let next = context.nextContentLine(after: line)
    else { return false }
    let shape = context.shape(of: next)
    // A repeated key means that another agreement begins; an indented line continues this one.
    if shape.indent == 0, let key = shape.key, composer.topLevelKeys(in: bytes).contains(context.string(key)) {
      return false
    }
    return take(
      Repair(
        Feature.separator.diagnostic(context.string(content), at: SourceRange(content)),
        [Edit(insert: "# ", at: content.lowerBound)]))
  }

  private mutating func take(_ repair: Repair) -> Bool {
    guard repair.fits(bytes.count), bytes.count <= 2 * source.bytes.count + Limits.repairGrowth else { return false }
    let found = located(repair.withFix(in: bytes))
    // The same words at the same place mean that the repair did not help.
    guard !repair.edits.isEmpty,
      !diagnostics.contains(where: { $0.range == found.range && $0.message == found.message })
    else { return false }
    repairCount += 1
    if !isAboutRepair(repair.diagnostic.range, found.range) {
      diagnostics.append(found)
      hasBullets = hasBullets || repair.isAboutBullets
    }
    apply(repair.edits)
    return true
  }

  /// Whether the underlined text is different in the file, because an earlier repair changed it. That repair has been
  /// reported already, and nothing may be said about characters that nobody typed.
  private func isAboutRepair(_ copy: SourceRange, _ place: SourceRange) -> Bool {
    guard !map.isIdentity, !bytes[copy.indices].elementsEqual(source.bytes[place.indices]) else { return false }
    return diagnostics.contains { $0.range.start <= place.end && $0.range.end >= place.start }
  }

  private func located(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.range = map.source(diagnostic.range)
    diagnostic.notes = diagnostic.notes.map { Note(at: map.source($0.range), $0.message) }
    diagnostic.fix = diagnostic.fix.flatMap(located)
    return diagnostic
  }

  /// An edit of the copy as an edit of the file; nil if an earlier repair has touched the same place.
  private func located(_ fix: Fix) -> Fix? {
    var edits: [Edit] = []
    for edit in fix.edits {
      let range = map.source(edit.range)
      guard range.indices.count == edit.range.indices.count,
        source.bytes[range.indices].elementsEqual(bytes[edit.range.indices]),
        // The bytes before and after must be the file's own, too.
        isSame(Int(range.start) - 1, Int(edit.range.start) - 1), isSame(Int(range.end), Int(edit.range.end))
      else { return nil }
      edits.append(Edit(range, with: edit.replacement))
    }
    return Fix(fix.safety, edits)
  }

  private func isSame(_ place: Int, _ copy: Int) -> Bool {
    guard source.bytes.indices.contains(place), bytes.indices.contains(copy) else { return true }
    return source.bytes[place] == bytes[copy]
  }

  private mutating func apply(_ edits: [Edit]) {
    let edits = edits.disjoint
    bytes = Fix(.unsafe, edits).applied(to: bytes)
    map.replace(edits)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  // MARK: - The result

  private func refused(_ diagnostic: Diagnostic) -> Document {
    Document(source: source, diagnostics: diagnostics + [diagnostic], isComplete: false)
  }

  private func document(_ composer: Composer, isComplete: Bool) -> Document {
    var nodes = composer.nodes
    var found = diagnostics + composer.diagnostics.map(located)
    let comments = Comments.ranges(in: bytes, nodes: nodes)
    found += Comments.hashCuts(comments, bytes: bytes, nodes: nodes).map(located)
    found += Comments.attached(comments, bytes: bytes).map(located)
    if !hasBullets { found += bullets }
    if !composer.suspects.isEmpty || Comments.hasNumbers(comments, bytes: bytes) {
      let context = context
      found += Comments.numbered(comments, context).map(located)
      found += joinedLines(composer, context)
    }
    let isBlank = nodes.isEmpty && isComplete && found.isEmpty
    if isBlank {
      found.append(
        Diagnostic(
          .yamlSyntax, at: SourceRange(0..<0), "the file is empty", help: "an agreement begins with `format: 1`"))
    }
    if !map.isIdentity || source.byteOrderMarkCount > 0 {
      for index in nodes.indices {
        let range = map.source(nodes[index].sourceRange)
        nodes[index].start = range.start
        nodes[index].end = range.end
      }
    }
    return Document(
      source: source, diagnostics: found, comments: comments.map { map.source($0) },
      isComplete: isComplete && !nodes.isEmpty, isBlank: isBlank, nodes: nodes, text: bytes, arena: composer.arena)
  }

  private func joinedLines(_ composer: Composer, _ context: SlipContext) -> [Diagnostic] {
    // If there are many findings already, one more does not matter, and time stays linear.
    guard diagnostics.count < 100 else { return [] }
    return composer.suspects.compactMap { suspect -> Diagnostic? in
      let node = composer.nodes[suspect]
      // A file that is a single text is not an agreement, which has been reported already.
      guard suspect > 0, node.kind == .scalar, node.style == .plain else { return nil }
      let found = JoinedLines.find(node.sourceRange.indices, context).map { located($0) }
      // Whatever a repair has touched has a finding.
      return found.flatMap { isTold(map.source(node.sourceRange)) ? nil : $0 }
    }
  }

  /// Whether there is a finding in a text, or before it on its first line.
  private func isTold(_ text: SourceRange) -> Bool {
    var start = Int(text.start)
    while start > 0, source.bytes[start - 1] != 0x0A { start -= 1 }
    return diagnostics.contains { $0.range.start <= text.end && Int($0.range.end) >= start }
  }

  private static let mostDirectives = 200

  /// The first line that begins with `%`, if there are many: wherever a document may begin, libyaml compares each
  /// directive with all others. For libyaml, U+0085, U+2028 and U+2029 end a line, too.
  private static func manyDirectives(in bytes: [UInt8]) -> Range<Int>? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var count = 0
      var first: Int?
      var index = 0
      while index < bytes.count, let found = unsafe memchr(base + index, 0x25, bytes.count - index) {
        let place = unsafe found - UnsafeMutableRawPointer(mutating: base)
        let before = place == 0 ? 0x0A : unsafe bytes[place - 1]
        if [0x0A, 0x0D, 0x85, 0xA8, 0xA9].contains(before) {
          first = first ?? place
          count += 1
          if count > mostDirectives, let first { return first..<first + 1 }
        }
        index = place + 1
      }
      return nil
    }
  }

  /// A directive before the first content; agreements have none.
  private static func leadingDirective(in bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      if index > start, bytes[start] == 0x25 { return start..<index }
      let content = bytes[start..<index].drop { $0 == 0x20 || $0 == 0x09 }
      if let first = content.first, first != 0x23 { return nil }
      while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    }
    return nil
  }
}

extension Composer {
  /// Whether a key at the left edge does not belong there.
  fileprivate func hasUnknownTopLevelKey(in bytes: [UInt8], _ vocabulary: Vocabulary) -> Bool {
    guard nodes.first?.kind == .mapping else { return false }
    var index = 1
    while index < nodes.count {
      let key = nodes[index]
      if key.kind == .scalar, !vocabulary.isTopLevel(bytes[key.sourceRange.indices]) { return true }
      guard Int(key.next) < nodes.count else { break }
      index = Int(nodes[Int(key.next)].next)
    }
    return false
  }

  /// The keys at the left edge.
  fileprivate func topLevelKeys(in bytes: [UInt8]) -> Set<String> {
    var result: Set<String> = []
    var index = 1
    while index < nodes.count {
      let key = nodes[index]
      if key.kind == .scalar { result.insert(String(decoding: bytes[key.sourceRange.indices], as: UTF8.self)) }
      guard Int(key.next) < nodes.count else { break }
      index = Int(nodes[Int(key.next)].next)
    }
    return result
  }
}
