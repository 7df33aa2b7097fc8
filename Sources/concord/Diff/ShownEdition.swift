internal import Agreement
internal import AgreementDiff
internal import AgreementLint

extension Edition {
  /// Takes what was read in order to show it, without texts that may be private; nil if the file has errors.
  init?(shown reading: AgreementReading) {
    self.init(reading, withheld: reading.isSound ? WithheldTexts(reading) : .none)
  }
}
