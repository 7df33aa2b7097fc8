// swift-tools-version: 6.2
import PackageDescription

// libFuzzer brings a `main` of its own, so its target is there only when `make fuzz` asks for it.
let isFuzzing = Context.environment["CONCORD_FUZZ"] != nil
let fuzzing: [Target] =
  isFuzzing
  ? [.executableTarget(name: "concord-fuzz", dependencies: ["TestSupport"], swiftSettings: strict)]
  : []

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// `Package.resolved` is not committed, so every version is exact.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "concord",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "concord", targets: ["concord"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CSystemCalls"),
    .target(name: "Diagnostics", swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "TextSupport", swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "SSHSignatures", dependencies: [crypto], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "SchoolEnglish", dependencies: ["TextSupport"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "YAMLSyntax", dependencies: ["CLibYAML", "Diagnostics"],
      swiftSettings: strict + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]),
    .target(
      name: "Schema", path: "schema",
      exclude: [
        "README.md", "agreement.schema.json", "changes.md", "config.schema.json", "diff-report.schema.json",
        "history-report.schema.json",
        "lint-report.schema.json", "rules.md", "vectors", "verify-report.schema.json",
      ],
      sources: ["Schema.swift"], resources: [.embedInCode("topics.yaml")], swiftSettings: strict),
    .target(
      name: "Agreement", dependencies: ["Diagnostics", "Schema", "TextSupport", "YAMLSyntax", crypto],
      swiftSettings: strict + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]),
    .target(
      name: "AgreementLint",
      dependencies: ["Agreement", "Diagnostics", "SSHSignatures", "SchoolEnglish", "TextSupport", "YAMLSyntax"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "AgreementEditing",
      dependencies: ["Agreement", "Diagnostics", "TextSupport", "YAMLSyntax"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "AgreementMerging",
      dependencies: ["Agreement", "AgreementEditing", "Diagnostics", "TextSupport", "YAMLSyntax"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "AgreementDiff", dependencies: ["Agreement", "Diagnostics", "SchoolEnglish", "TextSupport"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "Repository",
      dependencies: ["Agreement", "CSystemCalls", "Diagnostics", "SSHSignatures", "TextSupport", system],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "AgreementReporting",
      dependencies: ["Agreement", "AgreementDiff", "AgreementLint", "Diagnostics", "SSHSignatures", "TextSupport"],
      swiftSettings: strict),
    .target(
      name: "AgreementPaper",
      dependencies: ["Agreement", "AgreementLint", "AgreementReporting", "Diagnostics", "TextSupport", crypto],
      swiftSettings: strict),
    .executableTarget(
      name: "concord",
      dependencies: [
        "Agreement", "AgreementDiff", "AgreementEditing", "AgreementLint", "AgreementMerging", "AgreementPaper",
        "AgreementReporting", "Diagnostics", "Repository", "SSHSignatures", "Schema", "TextSupport", "YAMLSyntax",
        argumentParser, system,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "concord-bench",
      dependencies: [
        "Agreement", "AgreementLint", "AgreementReporting", "CLibYAML", "Diagnostics", "Repository", "TestSupport",
        "TextSupport", argumentParser, system,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "concord-generate",
      dependencies: [
        "Agreement", "AgreementReporting", "Diagnostics", "Repository", "Schema", argumentParser, system,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "Agreement", "AgreementLint", "AgreementMerging", "AgreementReporting", "Diagnostics", "Repository",
        "TextSupport", "YAMLSyntax", subprocess, system,
      ],
      path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "YAMLSyntaxTests", dependencies: ["Diagnostics", "TestSupport", "YAMLSyntax"], swiftSettings: strict),
    .testTarget(
      name: "AgreementTests", dependencies: ["Agreement", "Diagnostics", "TestSupport", "TextSupport", "YAMLSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests",
      dependencies: ["Agreement", "Repository", "SSHSignatures", "TestSupport", crypto, system],
      swiftSettings: strict),
    .testTarget(name: "SchoolEnglishTests", dependencies: ["SchoolEnglish", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AgreementDiffTests",
      dependencies: [
        "Agreement", "AgreementDiff", "AgreementReporting", "Diagnostics", "SchoolEnglish", "TestSupport",
        "TextSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "AgreementEditingTests",
      dependencies: ["Agreement", "AgreementEditing", "Diagnostics", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "AgreementMergingTests",
      dependencies: ["Agreement", "AgreementEditing", "AgreementMerging", "Diagnostics", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "AgreementLintTests",
      dependencies: ["Agreement", "AgreementLint", "AgreementReporting", "Diagnostics", "TestSupport", "YAMLSyntax"],
      swiftSettings: strict),
    .testTarget(
      name: "AgreementReportingTests",
      dependencies: ["Agreement", "AgreementLint", "AgreementReporting", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AgreementPaperTests",
      dependencies: ["Agreement", "AgreementPaper", "Diagnostics", "TestSupport", "TextSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ConcordTests",
      dependencies: [
        "Agreement", "AgreementLint", "AgreementReporting", "Diagnostics", "Repository", "TestSupport", "concord",
        "concord-generate", argumentParser,
      ],
      swiftSettings: strict),
    .testTarget(name: "PeerTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ] + fuzzing
)
