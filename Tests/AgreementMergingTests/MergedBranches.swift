import AgreementMerging
import TestSupport
import Testing

/// A small agreement, and what two people make of it.
struct MergedBranches {
  static let base = """
    format: 1
    id: b
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: draft

    campuses:
      b: B School

    # who
    participants:
      whitfield:
        name: Marcus Whitfield
        role: principal
      novak:
        name: Jill Novak
        role: instructional-coach
        concerns: [classroom-access]

    norms:
      agreed:
        - Start and end on time
        - Ask before you conclude

    topics:
      access:
        # doors
        classroom-access: Doors are open
        weekly-planning:
          - Tuesdays
          - The coach comes every other week
        planning-days:
          carried: One day a semester
      engagement:
        individual-cycles:
          agreed: Six-week cycles
          commitments:
            - owner: novak
              does: Offer six cycles
              every: semester

    """

  /// A part of the text, and what somebody wrote in its place.
  typealias Change = (old: String, new: String)

  static func edited(_ changes: [Change]) -> String { edited(base, changes) }

  static func edited(_ text: String, _ changes: [Change]) -> String {
    changes.reduce(text) { text, change in
      #expect(text.contains(change.old), "\(change.old)")
      return text.replacing(change.old, with: change.new)
    }
  }

  let text: String
  let conflicts: [MergeConflict]
  let unbound: [String]

  /// Merges two texts; both have to give the same when they are swapped.
  init(_ base: String, _ ours: String, _ theirs: String, markers: MergeMarkers = MergeMarkers()) throws {
    let merged = try Self.merge(base, ours, theirs, markers)
    (text, conflicts, unbound) = (String(decoding: merged.bytes, as: UTF8.self), merged.conflicts, merged.unbound)
    let swapped = try Self.merge(base, theirs, ours, markers)
    #expect(Set(swapped.conflicts) == Set(conflicts))
    if conflicts.isEmpty { #expect(Findings.digest(of: swapped.bytes) == Findings.digest(of: merged.bytes)) }
  }

  /// Merges what two people changed in the agreement.
  init(ours: [Change], theirs: [Change], markers: MergeMarkers = MergeMarkers()) throws {
    try self.init(Self.base, Self.edited(ours), Self.edited(theirs), markers: markers)
  }

  static func merge(_ base: String, _ ours: String, _ theirs: String, _ markers: MergeMarkers) throws(CannotMerge)
    -> MergedAgreement
  {
    try AgreementMerge.merge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), name: "b.agreement.yaml",
      markers: markers)
  }

  /// The lines that are in the merged text and not in the base, and the other way round.
  var changedLines: (added: [String], removed: [String]) {
    let (old, new) = (Self.lines(Self.base), Self.lines(text))
    return (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// A text signed by somebody.
  static func signed(_ text: String, by id: String, withDigest: Bool = true) -> String {
    let digest = withDigest ? "    digest: \(Findings.digest(of: Array(text.utf8)))\n" : ""
    return text + (text.contains("\nsignatures:\n") ? "" : "\nsignatures:\n")
      + "  \(id):\n    signed: 2026-08-13\n    method: typed\n\(digest)"
  }
}
