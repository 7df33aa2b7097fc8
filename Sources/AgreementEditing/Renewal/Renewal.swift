package import Agreement
internal import Diagnostics
internal import YAMLSyntax

/// What a new school year does to an agreement: the answers become last year's, and its days move.
package struct Renewal: Sendable {
  /// The new school year.
  package let year: SchoolYear
  /// Its first day.
  package let starts: CalendarDate
  /// Its last day.
  package let ends: CalendarDate
  /// Who takes over from whom, by id.
  package let successors: [String: String]
  /// The people who do not go on, besides those who have left and those with a successor.
  package let without: Set<String>

  package init(
    to year: SchoolYear, starts: CalendarDate, ends: CalendarDate, successors: [String: String] = [:],
    without: Set<String> = []
  ) {
    self.year = year
    self.starts = starts
    self.ends = ends
    self.successors = successors
    self.without = without
  }

  /// Why an agreement cannot be renewed in this way, in plain words.
  package struct Refusal: Error, Sendable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// A renewed agreement, and what its authors should know about it.
  package struct Result: Sendable {
    /// The new file.
    package let bytes: [UInt8]
    /// The topics whose answer is last year's now, by id.
    package fileprivate(set) var carried: [String] = []
    /// The topics whose reason or date was put aside, by id.
    package fileprivate(set) var putAside: [String] = []
    /// The people who have concerns that were put aside, by id.
    package fileprivate(set) var concerns: [String] = []
    /// The people who are no longer in it, by id.
    package fileprivate(set) var gone: [String] = []
    /// The people who left and are still in it, because something refers to them; how often, by id.
    package fileprivate(set) var needed: [(id: String, count: Int)] = []
    /// By how many days everything moved.
    package fileprivate(set) var days = 0
  }

  /// Renews an agreement.
  ///
  /// The result was read back: apart from what a renewal changes, it says the same.
  ///
  /// - Throws: `Refusal` if it cannot be done.
  package func renew(_ reading: AgreementReading) throws(Refusal) -> Result {
    guard reading.isSound, let agreement = reading.agreement else {
      throw Refusal(reason: "it has errors")
    }
    var renewer = try Renewer(agreement, self)
    try renewer.run()
    guard let bytes = renewer.plan.applied(to: agreement.document.source.bytes) else { throw Self.fault }
    let expected = RenewedForm(self, renewer.people, renewer.moved).form(of: agreement)
    let result = AgreementReader.read(
      SourceFile(name: agreement.document.source.name, bytes: bytes), catalog: agreement.catalog)
    guard result.isSound, let renewed = result.agreement, FormTree(renewed) == expected else { throw Self.fault }
    var told = Result(bytes: bytes)
    told.carried = renewer.carried
    told.putAside = renewer.putAside
    told.concerns = renewer.concerns
    told.gone = renewer.people.gone
    told.needed = renewer.people.needed
    told.days = renewer.moved.count
    return told
  }

  private static let fault = Refusal(
    reason:
      "concord could not write it so that it reads back as meant; nothing was written. Please report this, with the layout of the file"
  )
}
