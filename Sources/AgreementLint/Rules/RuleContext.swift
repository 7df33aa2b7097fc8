package import Agreement
package import Diagnostics

/// What a rule knows besides the agreement, and where it puts its findings.
package struct RuleContext {
  /// The day that counts as today.
  package let today: CalendarDate
  /// What the repository expects.
  package let settings: LintSettings
  /// The agreement as it was read, with its digest.
  package let reading: AgreementReading
  /// The digest of the agreement, if it has one; computed on first use.
  package private(set) lazy var digest: Digest? = reading.digest
  private(set) var found: [Diagnostic] = []
  /// Everybody who has to sign, found once for all rules.
  private(set) lazy var signers: [Signer] = reading.agreement?.signers(on: today) ?? []
  /// What happened to the text that people signed; nil if everybody who signed has signed this one. Found once for all
  /// rules.
  private(set) lazy var stale: StaleSignatures? = StaleSignatures.find(
    in: reading, signers: signersWithoutInvalid, digest: digest, today: today)
  /// What the SSH signatures are worth; asked once for all rules, and only where there are any.
  private(set) lazy var verdicts: SignatureVerdicts? = reading.agreement.map { agreement in
    SignatureVerdicts(agreement, among: settings.signing.allowedSigners, asking: isAsking ? check : nil)
  }
  private let check: SignatureCheck?
  /// Asks which commits brought a signature; nil if nobody is to be asked.
  let origins: SignatureOrigins?
  /// Whether a rule that runs needs to know whether signatures hold.
  private var isAsking: Bool {
    running.contains(.signatureInvalid) || origins != nil
      || running.contains(.signatureTier) && !settings.signing.required.isEmpty
  }
  /// The days that a school year's dates can have.
  private(set) lazy var yearBounds: YearBounds? = reading.agreement.flatMap { YearBounds($0) }
  /// Whether rules that are not about signatures found errors; signature rules, which run last, need to know.
  var hasOtherErrors = false
  /// Whether the word rules can read the texts: they are in English, or nobody can tell.
  private(set) lazy var isInEnglish: Bool =
    reading.agreement.map { Language.firstForeignText(in: $0) == nil } ?? true
  /// The rules that are on, and those that comments in the file allow somewhere.
  let running: RuleSet
  let allowed: RuleSet
  var rule: RuleID

  init(
    today: CalendarDate, settings: LintSettings, reading: AgreementReading, running: RuleSet = [],
    allowed: RuleSet = [], check: SignatureCheck? = nil, origins: SignatureOrigins? = nil
  ) {
    self.today = today
    self.settings = settings
    self.reading = reading
    self.running = running
    self.allowed = allowed
    self.check = check
    self.origins = origins
    rule = .yamlSyntax
  }

  /// A signature that proves nothing has its own finding, whatever text it is for.
  private var signersWithoutInvalid: [Signer] {
    mutating get {
      guard running.contains(.signatureInvalid), let verdicts else { return signers }
      return signers.filter { !verdicts.isInvalid($0.id) }
    }
  }

  /// What a signature is worth for this text; nil if it cannot be read.
  mutating func state(of signer: Signer) -> SignatureState? {
    guard let agreement = reading.agreement, let verdicts else { return nil }
    return signer.state(for: digest, verdicts, in: agreement)
  }

  /// Adds a finding of the running rule.
  package mutating func report(
    at range: SourceRange, _ message: String, help: String? = nil, notes: [Note] = [], fix: Fix? = nil
  ) {
    if Rule[rule].needsEnglish, !isInEnglish { return }
    found.append(Diagnostic(rule, .mild, at: range, message, help: help, notes: notes, fix: fix))
  }
}
