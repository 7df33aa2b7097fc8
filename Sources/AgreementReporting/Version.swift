/// The version of the program, as `concord --version` and reports give it.
package let concordVersion = "0.1.0"
