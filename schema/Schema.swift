/// The published schema files that the program carries inside itself.
///
/// Only the topic catalog is embedded: the schemas and the pages beside it are generated from it and from the model.
package enum Schema {
  /// The bytes of `topics.yaml`, the built-in topic catalog.
  package static var topics: [UInt8] { PackageResources.topics_yaml }
}
