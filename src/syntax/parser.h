#pragma once
#include "syntax/linear.h"
#include "syntax/sentence.h"

namespace attest::syntax {

// The arc-hybrid transition system (Kuhlmann et al. 2011). Words are 1..n, 0 is the root; class 0 shifts, then a left and a right arc a relation.
class ParserState {
 public:
  explicit ParserState(std::size_t words);

  bool done() const { return next_ > size_ && stack_.size() == 1; }
  bool may_shift() const { return next_ <= size_; }
  bool may_left() const { return stack_.size() > 1 && next_ <= size_; }
  bool may_right() const { return stack_.size() > 1; }
  bool may(std::size_t action, std::size_t relations) const { return action == 0 ? may_shift() : action <= relations ? may_left() : may_right(); }
  void apply(std::size_t action, std::size_t relations);

  std::int32_t stack(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : -1; }
  std::int32_t buffer(std::size_t i) const { return next_ + i <= size_ ? static_cast<std::int32_t>(next_ + i) : -1; }
  std::size_t next() const { return next_; }
  const std::vector<std::int32_t>& stack_words() const { return stack_; }

  struct Node {
    std::int32_t head = -1;
    std::int32_t left1 = -1, left2 = -1, right1 = -1, right2 = -1;
    std::uint8_t relation = 0;
    std::uint8_t lefts = 0, rights = 0;
  };
  const Node& node(std::int32_t word) const { return nodes_[static_cast<std::size_t>(word)]; }

 private:
  void attach(std::int32_t head, std::int32_t child, std::size_t relation);
  std::vector<Node> nodes_;
  std::vector<std::int32_t> stack_;
  std::size_t next_ = 1;
  std::size_t size_;
};

void parser_features(const Words& s, const std::vector<std::uint16_t>& tags, const ParserState& state, Features& out);

// How many gold arcs each kind of action would lose (dynamic oracle, Goldberg and Nivre 2013).
struct ActionCosts {
  int shift, left, right;
};
ActionCosts action_costs(const ParserState& state, const std::vector<std::int32_t>& gold_head, const std::vector<std::vector<std::int32_t>>& gold_children);

// The best action that is allowed; classes = 1 + 2 * relations.
template <class Score>
std::size_t best_action(const Score* scores, const ParserState& state, std::size_t relations) {
  std::size_t best = 0;
  bool any = state.may_shift();
  const auto consider = [&](std::size_t first, std::size_t last) {
    for (std::size_t a = first; a <= last; ++a)
      if (!any || scores[a] > scores[best]) best = a, any = true;
  };
  if (state.may_left() && state.stack(0) != 0) consider(1, relations);
  if (state.may_right()) consider(relations + 1, 2 * relations);
  return best;
}

}  // namespace attest::syntax
