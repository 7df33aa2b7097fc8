internal import CLibYAML

extension SyntaxReader {
  /// The version of libyaml that reads the files, such as `0.2.5`.
  package static var libyamlVersion: String { unsafe String(cString: yaml_get_version_string()) }
}
