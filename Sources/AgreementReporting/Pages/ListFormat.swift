/// An output format of `concord rules` and `concord changes`.
package enum ListFormat: String, Sendable, CaseIterable {
  case text
  /// The complete page that is in `schema/`.
  case markdown
  case json
}
