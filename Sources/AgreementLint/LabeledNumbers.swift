internal import SchoolEnglish

/// Numbers that a word for them is written together with, as in a key: `SSN-219-09-9917`, "student-id-448812", "cell402-555-0142".
extension TextVisit {
  /// The words of the text, where the word for a number is one of its own.
  var wordsWithLabels: [Word] {
    words.contains(where: \.mayHaveLabel) ? Word.compounds(in: text.withLabelsParted) : words
  }
}

extension Word {
  /// Whether letters come before four digits or more.
  fileprivate var mayHaveLabel: Bool {
    guard hasDigit, let first = base.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return base.utf8.count { (0x30...0x39).contains($0) } >= 4
  }
}

extension String {
  /// The text with a space behind each word for a number that a hyphen or a digit follows.
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

/// Words for a number of somebody.
private let labels: Set<String> = [
  "badge", "call", "cell", "cellphone", "emp", "employee", "handy", "home", "id", "mobile", "no", "nr", "number",
  "payroll", "phone", "private", "pupil", "security", "social", "ssid", "ssn", "staff", "student", "teacher", "tel",
  "telefon", "telephone", "text", "whatsapp", "x",
]
