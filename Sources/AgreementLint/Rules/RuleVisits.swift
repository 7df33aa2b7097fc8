package import Agreement
package import Diagnostics

/// A participant, as the rules see it.
package struct PersonVisit {
  package let agreement: Agreement
  package let entry: Entry<Participant>
  package let person: Participant

  /// The name, or the id if there is no name.
  var name: String { agreement.name(of: entry) }
}

/// A planned meeting, as the rules see it.
package struct MeetingVisit {
  package let agreement: Agreement
  package let meeting: Meeting
}

/// A topic, as the rules see it.
package struct TopicVisit {
  package let agreement: Agreement
  /// The topic of the catalog.
  package let topic: Topic
  package let keyRange: SourceRange
  package let answer: TopicAnswer
}

/// A commitment, as the rules see it.
package struct CommitmentVisit {
  package let agreement: Agreement
  package let commitment: Commitment
}
