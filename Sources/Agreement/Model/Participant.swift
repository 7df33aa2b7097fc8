package import Diagnostics
internal import YAMLSyntax

/// One of the people who make the agreement.
package struct Participant: View {
  package enum Key: Int { case name, roles, title, campuses, elsewhere, concerns, joined, left }
  package let record: Record
  package init(_ place: CellPlace) { record = Record(place) }

  package var name: Part<Text> { self[.name] }
  package var roles: Part<List<Located<ParticipantRole>>> { self[.roles] }
  package var title: Part<Text> { self[.title] }
  package var campuses: Part<List<CampusShare>> { self[.campuses] }
  package var elsewhere: Part<Text> { self[.elsewhere] }
  package var concerns: Part<List<Part<Reference>>> { self[.concerns] }
  package var joined: Part<CalendarDate> { self[.joined] }
  package var left: Part<CalendarDate> { self[.left] }

  package static let table = MappingDescription([
    Field(
      Key.name, "name", .text, required: true, title: "Name", about: "The person's name, as it should appear.",
      examples: ["Jill Novak", "Linh Tran, Ed.D."]),
    Field(
      Key.roles, "role", .oneOrMore(.oneOf(ParticipantRole.self)), required: true, title: "Role",
      about:
        "The person's part in this: one word, or several in brackets. A facilitator leads the conversation and does not sign.",
      examples: ["principal", "instructional-coach", "[assistant-principal, instructional-coach]"]),
    Field(
      Key.title, "title", .text, title: "Title", about: "The person's title, if the role does not say enough.",
      examples: ["K-5 literacy coordinator"]),
    Field(
      Key.campuses, "campuses", .either([.list(of: .campus), .dictionary(value: .form(.share), requiresValue: true)]),
      title: "Campuses",
      about:
        "Where the person works: a list of campuses, or each campus with a share of the time. Leave it out for all campuses.",
      examples: ["[brookside]", "{brookside: 60%, harmon: 40%}"]),
    Field(
      Key.elsewhere, "elsewhere", .text, title: "Elsewhere",
      about: "Where the rest of the person's time goes, if the shares add up to less than 100%.",
      examples: ["20% in the district office"]),
    Field(
      Key.concerns, "concerns", .list(of: .topic), title: "Key concerns",
      about: "The topics that this person most wants to settle.", examples: ["[teacher-naming, campus-schedule]"]),
    Field(
      Key.joined, "joined", .date, title: "Joined",
      about: "The day the person joined, after the others had signed. Nobody else has to sign again.",
      examples: ["2027-01-12"]),
    Field(
      Key.left, "left", .date, signed: false, title: "Left",
      about: "The day the person left. From then on nothing more is asked of them, and the signed text stays as it is.",
      examples: ["2027-03-06"]),
  ])
}

extension Participant {
  /// Whether the person has a role.
  package func has(_ role: ParticipantRole) -> Bool { roles.value?.contains { $0.value == role } ?? false }

  /// Whether the person has left by a day, or at all if there is none. A `left` that cannot be read counts, because it
  /// has a finding already.
  package func hasLeft(by day: CalendarDate?) -> Bool {
    switch left {
    case .absent: false
    case .broken: true
    case .present(let left): day.map { left.value <= $0 } ?? true
    }
  }

  /// Whether the person takes part and is asked to sign, unlike somebody who only leads the conversation.
  package var isParty: Bool { roles.value?.contains { $0.value != .facilitator } ?? false }
}

/// A campus where a person works, with the share of the person's time if it is given.
package struct CampusShare: CellItem {
  /// The campus.
  package let campus: Reference
  /// The share of the person's time, in percent.
  package let share: Located<Int>?

  /// The first cell has the campus, the second its share.
  package static var width: Int { 2 }

  package init(item place: CellPlace) {
    campus = Reference(place)
    let share = place.next(1)
    self.share = share.cell.state == .present ? Located(Int(share), at: share.range) : nil
  }
}

extension Decoder {
  /// The shares of a line such as `lakeside 60%, harbor 40%`; nil if one of its parts is something else.
  private mutating func shares(in text: String) -> [(id: String, share: Int)]? {
    guard text.utf8.count <= 200, text.contains("%") else { return nil }
    var result: [(id: String, share: Int)] = []
    for part in Self.parts(of: text) where !part.isEmpty {
      let words = part.split { $0 == " " || $0 == ":" || $0 == "=" || $0 == "(" || $0 == ")" }
      guard let place = words.firstIndex(where: { $0.hasSuffix("%") }), let share = Int(words[place].dropLast()),
        (0...100).contains(share), words.count > 1
      else { return nil }
      let name = (words[..<place] + words[(place + 1)...]).filter { $0 != "-" && $0 != "at" && $0 != "–" }
      guard let ids = ids(named: name.joined(separator: " "), .reference(to: "campus")), ids.count == 1,
        !result.contains(where: { $0.id == ids[0] })
      else { return nil }
      result.append((ids[0], share))
    }
    return result.isEmpty ? nil : result
  }

  /// Reads a list of campus ids, or a mapping of campus ids to shares.
  mutating func campusShares(_ node: NodeID, _ item: Int) -> UInt32? {
    switch document.kind(of: node) {
    case .scalar:
      let expected = "a list of campus ids, or campus ids with shares"
      let text = document.string(of: node)
      if let ids = ids(named: text, .reference(to: "campus")) {
        let list = "[\(ids.joined(separator: ", "))]"
        return wrongShape(
          node, expected: expected, help: "write `\(list)`",
          fix: Fix(.unsafe, [Edit(document.range(of: node), with: list.utf8)]))
      }
      if ["all", "all campuses", "all of them", "all schools", "both", "both campuses", "both schools", "every campus"]
        .contains(PlainWords.joined(text))
      {
        return wrongShape(
          node, expected: expected, help: "delete this line: without it, a person works at all of the campuses",
          fix: Fix(.unsafe, [Edit(document.range(of: node), with: [])]))
      }
      if let shares = shares(in: text), let key {
        let indent = indentation(of: key)
        let lines = shares.map { "\(indent)  \($0.id): \($0.share)%" }
        let start = Int(document.range(of: key).end) + 1
        let newline = usesCRLF ? "\r\n" : "\n"
        return wrongShape(
          node, expected: expected,
          help: (["write each campus on a line of its own:", "\(indent)campuses:"] + lines).joined(separator: "\n"),
          fix: Fix(
            .unsafe,
            [
              Edit(
                SourceRange(start..<Int(document.range(of: node).end)),
                with: lines.map { newline + $0 }.joined().utf8)
            ]))
      }
      return wrongShape(
        node, expected: expected,
        help:
          "write the campus ids in brackets, with a comma between them\(campuses.words.first.map { ", as in `[\($0)]`" } ?? "")"
      )
    case .sequence:
      let start = items(node, item)
      let found = pending[start...].filter { $0.state == .present }
      pending.removeLast(pending.count - start)
      for campus in found { pending += [campus, .absent] }
      return commit(from: start, width: 2)
    case .mapping:
      let start = pending.count
      let document = document
      var isWhole = true
      for (key, value) in document.entries(of: node) {
        if document.bytes(of: key).isOwnKey { continue }
        if document.isAbsent(value) {
          let id = document.string(of: key).split { $0 == ":" || $0 == " " }.first.map(String.init) ?? ""
          report(
            .wrongShape, at: document.range(of: key), "`\(excerpt(key))` has no share here",
            help:
              "give each campus a share, with a colon and a space before it: `\(id): 60%`; or write only the ids, as in `[\(id)]`"
          )
          isWhole = false
          continue
        }
        let campus = reference(key, to: "campus", in: campuses)
        let share = nested(key: key) { $0.scalar(.share, value) }
        isWhole = isWhole && campus != nil && share != nil
        guard let campus else { continue }
        pending += [
          Cell(.present, key, value: UInt32(campus)), share.map { Cell(.present, value, value: $0) } ?? .absent,
        ]
      }
      // If one share is not known, the others do not add up to anything.
      if !isWhole { for index in stride(from: start + 1, to: pending.count, by: 2) { pending[index] = .absent } }
      return commit(from: start, width: 2)
    }
  }
}
