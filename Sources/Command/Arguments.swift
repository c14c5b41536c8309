/// Moves a leading `-C DIR`, as git users type it, behind the command that it is meant for.
///
/// `nobat -C acme plan` and `nobat plan -C acme` are the same.
func leadingWorkspaceMoved(_ arguments: [String]) -> [String] {
  guard arguments.count >= 3, arguments[0] == "-C" else { return arguments }
  return [arguments[2], "-C", arguments[1]] + arguments.dropFirst(3)
}
