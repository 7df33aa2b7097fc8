package import Agreement

/// What an agreement says, as a tree: short forms written out, white space folded, nothing empty, and without its layout.
///
/// An edit is checked by it: the tree after the edit is the tree before it with the one change that was meant.
package enum FormTree: Hashable, Sendable {
  case text(String)
  case list([FormTree])
  /// The keys are sorted, and no value is empty.
  case mapping([Member])

  /// A key with its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: FormTree
  }

  /// Reads everything that an agreement says, whether it is signed or not.
  package init(_ agreement: Agreement) {
    let form = agreement.fullForm
    var reader = FormReader(bytes: form)
    self = form.isEmpty ? .mapping([]) : reader.value()
  }

  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .mapping(let members): members.isEmpty
    }
  }

  /// The text, if it is one.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The items of a list; a text counts as a list of one.
  package var items: [FormTree] {
    switch self {
    case .text: [self]
    case .list(let items): items
    case .mapping: []
    }
  }

  /// The keys of a mapping, in order.
  package var keys: [String] { if case .mapping(let members) = self { members.map(\.key) } else { [] } }

  /// The value of a key; setting nothing, or something empty, removes the key.
  package subscript(key: String) -> FormTree? {
    get {
      guard case .mapping(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .mapping(var members) = self else { return }
      members.removeAll { $0.key == key }
      if let newValue, !newValue.isEmpty {
        let bytes = Array(key.utf8)
        let place = members.firstIndex { bytes.lexicographicallyPrecedes($0.key.utf8) } ?? members.count
        members.insert(Member(key: key, value: newValue), at: place)
      }
      self = .mapping(members)
    }
  }

  /// Changes the value of a key, if there is one.
  package mutating func edit(_ key: String, _ body: (inout FormTree) -> Void) {
    guard var value = self[key] else { return }
    body(&value)
    self[key] = value
  }

  /// Changes the value of each key; a key goes if its value becomes nil or empty.
  package mutating func editMembers(_ body: (String, FormTree) -> FormTree?) {
    guard case .mapping(let members) = self else { return }
    self = .mapping(
      members.compactMap { member in
        guard let value = body(member.key, member.value), !value.isEmpty else { return nil }
        return Member(key: member.key, value: value)
      })
  }

  /// Changes each item of a list.
  package mutating func editItems(_ body: (inout FormTree) -> Void) {
    guard case .list(var items) = self else { return }
    for index in items.indices { body(&items[index]) }
    self = .list(items)
  }
}

/// Reads the JSON that concord itself writes: strings, lists and objects without white space.
private struct FormReader {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private func peek() -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  mutating func value() -> FormTree {
    switch peek() {
    case 0x7B:
      var members: [FormTree.Member] = []
      parts(until: 0x7D) { reader in
        let key = reader.string()
        reader.place += 1
        members.append(FormTree.Member(key: key, value: reader.value()))
      }
      return .mapping(members)
    case 0x5B:
      var items: [FormTree] = []
      parts(until: 0x5D) { items.append($0.value()) }
      return .list(items)
    default: return .text(string())
    }
  }

  private mutating func parts(until end: UInt8, _ body: (inout FormReader) -> Void) {
    place += 1
    while place < bytes.count, peek() != end {
      body(&self)
      if peek() == 0x2C { place += 1 }
    }
    place += 1
  }

  private mutating func string() -> String {
    place += 1
    var text: [UInt8] = []
    while place < bytes.count, peek() != 0x22 {
      if peek() == 0x5C { place += 1 }
      text.append(peek())
      place += 1
    }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }
}
