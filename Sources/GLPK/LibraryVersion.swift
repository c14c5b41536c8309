internal import CGLPK

/// The version of the GLPK library that this program runs with, such as `5.0`.
public let libraryVersion = unsafe String(cString: glp_version())
