internal import Agreement
internal import TextSupport

extension PrintedAgreement {
  /// When people meet, and what happens if somebody cannot.
  var meetings: [Block] {
    guard let meetings = content.meetings.value else { return [] }
    var rows: [[Line]] = []
    for part in meetings.schedule.value ?? [] {
      guard let meeting = part.value else { continue }
      var what: Line = "\(names.text(meeting.what) ?? "")"
      if let kind = meeting.kind.value { what = "\(what) \(small: Spoken.kind(kind))" }
      let times = [
        meeting.at.value.map { Spoken.time($0) }, meeting.minutes.value.map { Prose.count($0, "minute") },
        names.text(meeting.place),
      ]
      rows.append([
        what, Spoken.when(meeting, in: names.year), Line(times.compactMap { $0 }.joined(separator: ", ")),
      ])
    }
    var blocks: [Block] = []
    if !rows.isEmpty {
      blocks.append(
        .table(
          Block.Table(
            columns: [.init("What"), .init("When"), .init("At")],
            groups: rows.count <= Block.Table.mostTogether
              ? [.init(rows: rows)] : rows.map { .init(rows: [$0]) })))
    }
    for (title, text) in [
      ("When a meeting is canceled", names.text(meetings.ifCanceled)),
      ("When someone cannot come", names.text(meetings.ifAbsent)),
      ("Invitations", meetings.invitations.value.map { names.party($0) }),
    ] {
      if let text { blocks.append(.paragraph("\(strong: "\(title):") \(text)")) }
    }
    return blocks.isEmpty ? [] : [.section([.heading("Meetings")] + blocks)]
  }

  /// Who writes the text, and how everyone reads and signs it.
  var drafting: [Block] {
    guard let drafting = content.drafting.value else { return [] }
    var blocks: [Block] = []
    let writer: Line = names.person(drafting.owner).map { "\($0) writes it" } ?? Line()
    let due: Line = drafting.due.value.map { "the draft by \($0)" } ?? Line()
    let line = Line.joined([writer, due], by: ", ")
    if !line.isEmpty { blocks.append(.paragraph("\(line).")) }
    for (title, step) in [("Everyone reads it", drafting.review.value), ("Everyone signs", drafting.sign.value)] {
      let how: Line = names.text(step?.how).map { Line($0) } ?? Line()
      let day: Line = step?.due.value.map { "by \($0)" } ?? Line()
      let line = Line.joined([how, day], by: ", ")
      if !line.isEmpty { blocks.append(.paragraph("\(strong: "\(title):") \(line)")) }
    }
    return blocks.isEmpty ? [] : [.section([.heading("Writing and signing")] + blocks, isTogether: true)]
  }
}
