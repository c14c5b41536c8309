/// The version of Nobat, as results and `nobat --version` carry it.
package let version = "0.1.0"
