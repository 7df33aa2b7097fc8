internal import SchoolEnglish

/// Numbers joined to the word for them, as in a key: `SSN-219-09-9917`, "student-id-448812", "cell402-555-0142".
extension TextVisit {
  /// The words of the text, with each label separated from its number.
  var wordsWithLabels: [Word] {
    words.contains(where: \.mayHaveLabel) ? Word.compounds(in: text.withLabelsParted) : words
  }
}

extension Word {
  /// Whether letters come before four or more digits.
  fileprivate var mayHaveLabel: Bool {
    guard hasDigit, let first = base.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return base.utf8.count { (0x30...0x39).contains($0) } >= 4
  }
}

extension String {
  /// The text with a space after each label that a hyphen or a digit follows.
  fileprivate var withLabelsParted: String {
    var result: [UInt8] = []
    var letters: [UInt8] = []
    for byte in utf8 {
      if (0x61...0x7A).contains(byte | 0x20) {
        letters.append(byte | 0x20)
      } else {
        let isHyphen = byte == 0x2D
        if !letters.isEmpty, isHyphen || (0x30...0x39).contains(byte),
          labels.contains(String(decoding: letters, as: UTF8.self))
        {
          result.append(0x20)
          letters = []
          if isHyphen { continue }
        }
        letters = []
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Words for somebody's number.
private let labels: Set<String> = [
  "badge", "call", "cell", "cellphone", "emp", "employee", "handy", "home", "id", "mobile", "no", "nr", "number",
  "payroll", "phone", "private", "pupil", "security", "social", "ssid", "ssn", "staff", "student", "teacher", "tel",
  "telefon", "telephone", "text", "whatsapp", "x",
]
