/// An edit of an agreement and the classes of change that it has, beginning with the class that it is an example of.
package struct ChangeExample: Sendable {
  /// What is edited, and how.
  package enum Edit: Sendable {
    /// Words of `agreement` and what takes their place.
    case words(from: String, to: String)
    /// What happens, in a few words, and how it is done to agreements that the tests make.
    case steps(String, [Step])
    /// The same agreement with the dates of the next school year.
    case nextYear
  }

  /// A change of a key or an item, which a path such as `work-records.commitments[0].due` names: the first key of this name, the
  /// first one of that name beneath it, and so on.
  package enum Step: Sendable {
    /// Adds a key, as a line, to a mapping.
    case add(String, String)
    /// Makes one text of a list of texts.
    case join(String)
    /// Moves an item to the end of another list.
    case move(String, to: String)
    /// Puts what is beneath a key beneath a second one.
    case nest(String, under: String)
    /// Takes a key or an item away, and the key above it if that was all.
    case remove(String)
    /// Gives an id another name wherever it is used.
    case rename(String, to: String)
    /// Changes the words of a text.
    case reword(String, @Sendable (String) -> String)
    /// Gives a key or an item another value.
    case set(String, String)
  }

  package let edit: Edit
  /// The ids of the other classes of change that it has.
  package let also: [String]

  private init(_ edit: Edit, _ also: [String]) { (self.edit, self.also) = (edit, also) }

  init(from: String, to: String, also: [String] = []) { self.init(.words(from: from, to: to), also) }

  init(_ name: String, also: [String] = [], _ steps: Step...) { self.init(.steps(name, steps), also) }

  static func nextYear(also: [String] = []) -> ChangeExample { ChangeExample(.nextYear, also) }

  package static let agreement = """
    format: 1
    id: school
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: agreed
    campuses: {north: North School, south: South School}
    participants:
      adams: {name: Ada Adams, role: principal, concerns: [classroom-access]}
      brown: {name: Bo Brown, role: [instructional-coach, teacher], campuses: [north], elsewhere: A class of his own}
    others: {office: The front office, grade-4: {name: Grade 4, about: Three teachers}}
    conversation:
      date: 2026-08-05
      facilitator: adams
      note-taker: brown
      purposes: [align-leadership, set-relationship-terms]
    norms:
      agreed: Phones away and doors open
      reviewed: 2026-08-05
    focus:
      role-documents: Handbook, chapter 2
      roles: {mentor: New teachers in the first month}
      challenges: Two buses leave early
      strengths: Teams plan together already
      expected-results: Every team writes common tests
      confidentiality: {shared: Teams, private: Talks, exceptions: The law}
    topics:
      access:
        planning-days:
          agreed: Twice a year
          notes: Thursdays were the first choice
        classroom-access:
          agreed: Open
          told-to-teachers: In August
      feedback-review: {not-relevant: Not in the first year}
      planning-data:
        learning-targets:
          agreed: On the board
          commitments:
            - {owner: [adams, brown], does: Look at the boards and the exit tickets together}
      specific-issues:
        staff-learning-budget:
          open: {until: 2026-10-01}
    drafting: {owner: adams, sign: {how: On paper}}
    meetings:
      schedule:
        - {what: Check-in, every: week, weekday: monday, kind: check-in}
        - {what: Data day, dates: [2026-10-15, 2027-01-14], place: Library}
        - {what: Team time, every: month, weekday: first and third tuesday}
      invitations: adams
      if-canceled: It is moved by a week
      if-absent: The others write to her
    signatures:
      adams: {signed: 2026-08-12, method: typed}
    """
}
