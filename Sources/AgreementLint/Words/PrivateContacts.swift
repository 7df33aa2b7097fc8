internal import SchoolEnglish

/// Telephone numbers as written outside the United States, and numbers that a nearby word marks as private.
enum TelephoneNumber {
  /// Whether a text has a number that reaches somebody.
  ///
  /// A number is in international form, has the leading zero of a national number and three groups, or follows a word
  /// such as "cell".
  static func isPrivate(in words: [Word], text: String) -> Bool {
    let behindPlus = text.numbersBehindPlus
    var index = words.startIndex
    while index < words.endIndex {
      guard words[index].isDigits else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.endIndex, end - index < 8, words[end].isDigits,
        words[end].gap == .space || words[end].gap == .clause || words[end].gap == .comma && isArea(words[index..<end])
      {
        end += 1
      }
      if isPrivate(words[index..<end], after: words[..<index], behindPlus) { return true }
      index = end
    }
    return false
  }

  /// Whether a word says that the number after it is not a telephone number, or is one that everybody may call.
  static func isOther(_ word: String) -> Bool { others.contains(word) }

  /// Whether the digits so far are the area code of a national number, which a slash may end: "0171/5550123".
  private static func isArea(_ number: ArraySlice<Word>) -> Bool {
    guard number.count == 1, let first = number.first else { return false }
    return first.base.utf8.first == 0x30 && (3...6).contains(first.base.utf8.count)
  }

  private static func isPrivate(
    _ number: ArraySlice<Word>, after words: ArraySlice<Word>, _ behindPlus: Set<String>
  ) -> Bool {
    let digits = number.reduce(0) { $0 + $1.base.utf8.count { (0x30...0x39).contains($0) } }
    guard (7...15).contains(digits), let first = number.first else { return false }
    let before = words.suffix(4)
    guard !before.suffix(3).contains(where: { others.contains($0) }) else { return false }
    // With its country code it can be dialed from anywhere.
    if digits >= 9, behindPlus.contains(first.base) { return true }
    if before.contains(where: { telephones.contains($0) }) { return isNumber(number, digits) }
    guard first.base.utf8.first == 0x30, (9...12).contains(digits), first.base.utf8.count >= 2 else { return false }
    // "079 123 45 67" and "0171 5550123", and not a date or an account.
    return first.base.hasPrefix("00") && digits >= 11
      || number.count >= 2 && (2...5).contains(first.base.utf8.count)
        && !first.base.contains("-")
  }

  /// Whether digits after "cell" or "call" are a number and not days: 555-0144, 5550144.
  private static func isNumber(_ number: ArraySlice<Word>, _ digits: Int) -> Bool {
    guard let first = number.first else { return false }
    let groups = number.flatMap { $0.base.split(separator: "-") }
    // "Call by 2026-09-01" has a date.
    if groups.count == 3, groups[0].utf8.count == 4 { return false }
    return digits >= 10 || groups.map(\.utf8.count) == [3, 4] || groups.count == 1 && first.base.utf8.count >= 7
      || groups.count >= 3 && first.base.utf8.first == 0x30
  }

  private static let telephones: WordSet = [
    "call", "cell", "cellphone", "celular", "cellulaire", "handy", "home", "mobile", "móvil", "natel", "phone",
    "portable", "privat", "private", "privé", "tel", "telefon", "teléfono", "telephone", "text", "téléphone",
    "whatsapp",
  ]

  private static let others: WordSet = [
    "account", "budget", "code", "conference", "desk", "extension", "form", "fund", "helpdesk", "helpline", "hotline",
    "invoice", "isbn", "meeting", "office", "order", "passcode", "policy", "report", "school's", "serial", "session",
    "switchboard", "webinar", "zoom",
  ]
}

/// Mail addresses at personal mail services, in all countries where many people use one.
enum PrivateMail {
  /// Whether a word is such an address, whatever is around it.
  static func isAddress(_ word: Substring) -> Bool {
    guard let at = word.utf8.firstIndex(of: UInt8(ascii: "@")), at > word.startIndex else { return false }
    let host = word[word.utf8.index(after: at)...].lowercased()
    guard let name = host.split(separator: ".").first.map(String.init) else { return false }
    if names.contains(name) { return host.dropFirst(name.count).first == "." }
    let whole = host.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    return hosts.contains(String(whole).trimmingFullStop)
  }

  /// Whether a word is the name of such a service.
  static func isService(_ word: String) -> Bool { names.contains(word) }

  /// Services whose addresses have several endings.
  private static let names: Set<String> = [
    "aim", "aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "hushmail", "icloud", "live", "msn", "netzero",
    "outlook", "pobox", "proton", "protonmail", "rediffmail", "rocketmail", "tuta", "tutanota", "yahoo", "yandex",
    "ymail", "zoho", "zohomail",
  ]

  /// Services with one address, and the mail of the large internet providers.
  private static let hosts: Set<String> = [
    "126.com", "163.com", "arcor.de", "att.net", "bell.net", "bellsouth.net", "bigpond.com", "bluewin.ch",
    "bol.com.br", "btinternet.com", "centurylink.net", "charter.net", "comcast.net", "cox.net", "daum.net", "duck.com",
    "earthlink.net", "email.com", "embarqmail.com", "free.fr", "freenet.de", "frontier.com", "frontiernet.net",
    "gmail.com", "hanmail.net", "hey.com", "inbox.com", "juno.com", "laposte.net", "libero.it", "mac.com", "mail.com",
    "mail.ru", "me.com", "mindspring.com", "naver.com", "ntlworld.com", "optonline.net", "optusnet.com.au",
    "orange.fr", "pacbell.net", "pm.me", "posteo.de", "prodigy.net", "ptd.net", "q.com", "qq.com", "roadrunner.com",
    "rogers.com", "rr.com", "sbcglobal.net", "seznam.cz", "sfr.fr", "shaw.ca", "sina.com", "sky.com", "suddenlink.net",
    "swbell.net", "sympatico.ca", "t-online.de", "talktalk.net", "tds.net", "telus.net", "terra.com.br", "tiscali.it",
    "twc.com", "uol.com.br", "verizon.net", "videotron.ca", "virginmedia.com", "virgilio.it", "wanadoo.fr", "web.de",
    "windstream.net", "wp.pl", "xtra.co.nz",
  ]
}

extension Word {
  /// Whether it consists of digits and hyphens only.
  fileprivate var isDigits: Bool {
    hasDigit && base.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension String {
  /// The digits and hyphens right after each plus sign, as in "+41 79" or "+(44) 20".
  fileprivate var numbersBehindPlus: Set<String> {
    var result: Set<String> = []
    guard utf8.contains(0x2B) else { return result }
    for piece in split(separator: "+", omittingEmptySubsequences: false).dropFirst() {
      let digits = piece.drop { $0 == " " || $0 == "(" }.prefix { $0.isNumber || $0 == "-" }
      if !digits.isEmpty { result.insert(String(digits)) }
    }
    return result
  }

  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
