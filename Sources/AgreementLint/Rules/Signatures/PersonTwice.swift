internal import Agreement
internal import Diagnostics
internal import TextSupport

extension Rule {
  static let personTwice = Rule(
    .personTwice, .warning, .signatures, source: .practice,
    summary: "two participants have the same name",
    rationale: """
      If one person has two ids, two signatures look like those of two people. A second "Alicia Muñoz" with `joined:` could even sign
      in place of the first, because nobody signs who joined. Names count as the same whatever their capitals and
      spaces, and if letters of another alphabet only look the same.
      """,
    failing: [
      Example(
        """
        format: 1
        participants:
          munoz: {name: Alicia Muñoz, role: principal}
          munoz-2: {name: ↓ALICIA  MUÑOZ↑, role: principal, joined: 2026-09-01}
        """, "`munoz` and `munoz-2` have the same name",
        help:
          "if they are one person, take `munoz-2` out; if they are two, make the names differ, as with a middle initial",
        cured: """
          format: 1
          participants:
            munoz: {name: Alicia Muñoz, role: principal}
          """),
      Example(
        """
        format: 1
        participants:
          munoz: {name: Alicia Muñoz, role: principal}
          other: {name: ↓Аlicia Muñoz↑, role: principal}
        """, "`munoz` and `other` have names that look the same",
        help:
          "if they are one person, take `other` out; if they are two, make the names differ, as with a middle initial",
        cured: """
          format: 1
          participants:
            munoz: {name: Alicia Muñoz, role: principal}
          """),
    ],
    passing: [
      Example(
        """
        format: 1
        participants:
          munoz: {name: Alicia Muñoz, role: principal}
          munoz-2: {name: Alicia B. Muñoz, role: assistant-principal}
          munos: {name: Alicia Munoz, role: teacher}
        """)
    ],
    check: .agreement { agreement, context in
      var seen: [String: (id: String, name: String, range: SourceRange)] = [:]
      for entry in agreement.participants {
        guard case .present(let name)? = entry.part.value?.name else { continue }
        let text = agreement.string(name.value)
        let looks = LookAlikes.fold(text)
        guard let first = seen[looks] else {
          if !looks.isEmpty { seen[looks] = (entry.id, text, name.range) }
          continue
        }
        let isSame = Folding.fold(first.name).lowercased() == Folding.fold(text).lowercased()
        context.report(
          at: name.range,
          "`\(first.id)` and `\(entry.id)` have \(isSame ? "the same name" : "names that look the same")",
          help:
            "if they are one person, take `\(entry.id)` out; if they are two, make the names differ, as with a middle initial",
          notes: [Note(at: first.range, "the other one is here")])
      }
    })
}
