internal import Agreement
internal import Diagnostics

extension Rule {
  static let unknownReference = Rule(
    .unknownReference, .error, .structure, source: .format,
    summary: "a person, campus, topic, section or role that the file or the catalog does not have",
    rationale: """
      Owners, signers and campuses are named by their ids, so that a promise can be traced to a person from year to year.
      """,
    failing: [
      Example(
        #"""
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        conversation:
          note-taker: ↓nowak↑
        """#, #"there is no participant `nowak`"#, help: #"did you mean `novak`?"#),
      Example(
        #"""
        format: 1
        topics:
          access:
            ↓clasroom-access↑: Doors are open
        """#, #"there is no topic `clasroom-access` in `access`"#, help: #"did you mean `classroom-access`?"#),
    ],
    passing: [
      Example(
        #"""
        format: 1
        participants:
          novak: {name: Jill Novak, role: instructional-coach}
        conversation:
          note-taker: novak
        """#)
    ],
    check: .whileReading)
}
