import Statistics

extension Search {
  mutating func anneal() {}
}
