internal import YAMLSyntax

extension Outline {
  /// The keys allowed under each key of an agreement, with the sections, topics and roles of a catalog.
  init(of agreement: MappingDescription, _ catalog: Catalog) {
    self.init()
    let root = place(of: .mapping(agreement), catalog)
    setRoot(root)
  }

  private mutating func add(_ shape: ShapeDescription, _ catalog: Catalog) -> Int {
    let place = place(of: shape, catalog)
    return add(place)
  }

  private mutating func place(of shape: ShapeDescription, _ catalog: Catalog) -> Place {
    switch shape {
    case .text, .form, .word, .reference, .topicReference: return Place(takesText: true)
    case .textList: return Place(item: add(.text, catalog), takesText: true)
    case .list(let item): return Place(item: add(item, catalog))
    case .oneOrMore(let item): return Place(item: add(item, catalog), takesText: true)
    case .someOf(let item): return Place(item: add(item, catalog))
    case .mapping(let mapping):
      var keys: [String: Int] = [:]
      for field in mapping.fields { keys[field.key] = add(field.shape, catalog) }
      return Place(keys: keys)
    case .dictionary(let value, _, _): return Place(anyKey: add(value, catalog))
    case .either(let shapes):
      var result = Place()
      for place in shapes.map({ self.place(of: $0, catalog) }) {
        result.keys.merge(place.keys) { first, _ in first }
        result.anyKey = result.anyKey ?? place.anyKey
        result.item = result.item ?? place.item
        result.takesText = result.takesText || place.takesText
      }
      return result
    case .topics(let answer):
      let (answer, text) = (add(answer, catalog), add(.text, catalog))
      var sections = catalog.sections.map { _ in Place(keys: ["not-relevant": text, "told-to-teachers": text]) }
      for topic in catalog.topics { sections[topic.section].keys[topic.id] = answer }
      var keys: [String: Int] = [:]
      for (section, place) in zip(catalog.sections, sections) { keys[section.id] = add(place) }
      return Place(keys: keys)
    case .roles:
      let text = add(.text, catalog)
      return Place(keys: Dictionary(catalog.roles.map { ($0.id, text) }) { first, _ in first })
    case .ruleLevels: return Place()
    }
  }
}
