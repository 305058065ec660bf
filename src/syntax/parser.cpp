#include "syntax/parser.h"

#include <algorithm>

namespace attest::syntax {

ParserState::ParserState(std::size_t words) : nodes_(words + 1), stack_{0}, size_(words) {}

void ParserState::attach(std::int32_t head, std::int32_t child, std::size_t relation) {
  Node& h = nodes_[static_cast<std::size_t>(head)];
  nodes_[static_cast<std::size_t>(child)].head = head;
  nodes_[static_cast<std::size_t>(child)].relation = static_cast<std::uint8_t>(relation);
  if (child < head) {
    h.left2 = h.left1, h.left1 = child;
    if (h.lefts < 8) ++h.lefts;
  } else {
    h.right2 = h.right1, h.right1 = child;
    if (h.rights < 8) ++h.rights;
  }
}

void ParserState::apply(std::size_t action, std::size_t relations) {
  if (action == 0) {
    stack_.push_back(static_cast<std::int32_t>(next_++));
    return;
  }
  const auto child = stack_.back();
  stack_.pop_back();
  if (action <= relations) attach(static_cast<std::int32_t>(next_), child, action - 1);
  else attach(stack_.back(), child, action - 1 - relations);
}

ActionCosts action_costs(const ParserState& state, const std::vector<std::int32_t>& gold_head, const std::vector<std::vector<std::int32_t>>& gold_children) {
  const auto s0 = state.stack(0), s1 = state.stack(1), b0 = state.buffer(0);
  const auto next = static_cast<std::int32_t>(state.next());
  ActionCosts cost{0, 0, 0};
  const auto head = [&](std::int32_t w) { return gold_head[static_cast<std::size_t>(w)]; };
  if (s0 > 0) {
    const auto& children = gold_children[static_cast<std::size_t>(s0)];
    const auto waiting = static_cast<int>(std::count_if(children.begin(), children.end(), [&](std::int32_t c) { return c >= next; }));
    cost.left = waiting + ((head(s0) == s1 || head(s0) > b0) && head(s0) >= 0 && b0 >= 0 ? 1 : 0);
    cost.right = waiting + (head(s0) >= next ? 1 : 0);
  }
  if (b0 > 0) {
    const auto& stack = state.stack_words();
    for (std::size_t i = 0; i < stack.size(); ++i) {
      const bool top = i + 1 == stack.size();
      if (!top && head(b0) == stack[i]) ++cost.shift;
      if (stack[i] > 0 && head(stack[i]) == b0) ++cost.shift;
    }
  }
  return cost;
}

void parser_features(const Words& s, const std::vector<std::uint16_t>& tags, const ParserState& state, Features& out) {
  struct View { std::uint32_t word, tag, relation; };
  const auto view = [&](std::int32_t w) -> View {
    if (w < 0) return {1, 1, 0};
    if (w == 0) return {2, 2, 0};
    const auto& node = state.node(w);
    return {s.words[static_cast<std::size_t>(w) - 1].lower_hash, tags[static_cast<std::size_t>(w) - 1] + 3u, node.head >= 0 ? node.relation + 1u : 0};
  };
  const auto child = [&](std::int32_t w, std::int32_t ParserState::Node::*which) { return w < 0 ? -1 : state.node(w).*which; };
  using Node = ParserState::Node;
  const auto w0 = state.stack(0), w1 = state.stack(1), w2 = state.stack(2), v0 = state.buffer(0), v1 = state.buffer(1), v2 = state.buffer(2);
  const View s0 = view(w0), s1 = view(w1), s2 = view(w2), b0 = view(v0), b1 = view(v1), b2 = view(v2);
  const View s0l = view(child(w0, &Node::left1)), s0r = view(child(w0, &Node::right1)), s0l2 = view(child(w0, &Node::left2)), s0r2 = view(child(w0, &Node::right2));
  const View s1l = view(child(w1, &Node::left1)), s1r = view(child(w1, &Node::right1)), s1r2 = view(child(w1, &Node::right2));
  const View b0l = view(child(v0, &Node::left1)), b0l2 = view(child(v0, &Node::left2));
  const auto valency = [&](std::int32_t w) { return w < 0 ? 99u : state.node(w).lefts * 16u + state.node(w).rights; };
  const std::uint32_t distance = w0 >= 0 && v0 >= 0 ? static_cast<std::uint32_t>(std::min(v0 - w0, 12)) : 13u;
  const std::uint32_t distance1 = w0 >= 0 && w1 >= 0 ? static_cast<std::uint32_t>(std::min(w0 - w1, 12)) : 13u;
  out.clear();
  std::uint32_t k = 100;
  for (const View& v : {s0, s1, s2, b0, b1, b2}) out.add(k, v.word), out.add(k + 1, v.tag), out.add(k + 2, v.word, v.tag), k += 3;
  for (const View& v : {s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2, b0l, b0l2}) out.add(k, v.word), out.add(k + 1, v.tag), out.add(k + 2, v.relation), k += 3;
  out.add(150, s0.word, b0.word), out.add(151, s0.word, b0.tag), out.add(152, s0.tag, b0.word), out.add(153, s0.tag, b0.tag);
  out.add(154, s1.word, s0.word), out.add(155, s1.word, s0.tag), out.add(156, s1.tag, s0.word), out.add(157, s1.tag, s0.tag);
  out.add(158, s0.tag, b0.tag, b1.tag), out.add(159, s1.tag, s0.tag, b0.tag), out.add(160, s2.tag, s1.tag, s0.tag), out.add(161, b0.tag, b1.tag, b2.tag);
  out.add(162, s0.tag, s0l.tag, b0.tag), out.add(163, s0.tag, s0r.tag, b0.tag), out.add(164, s0.tag, b0.tag, b0l.tag), out.add(165, s1.tag, s0.tag, s0l.tag);
  out.add(166, s1.tag, s0.tag, s0r.tag), out.add(167, s1.tag, s1r.tag, s0.tag), out.add(168, s1.tag, s1l.tag, s0.tag), out.add(169, s0.tag, s0l.relation, s0r.relation);
  out.add(170, s1.tag, s1l.relation, s1r.relation), out.add(171, b0.tag, b0l.relation), out.add(172, s0.tag, s0l.relation, s0l2.relation), out.add(173, s0.tag, s0r.relation, s0r2.relation);
  out.add(174, s0.word, s0l.relation, s0r.relation), out.add(175, s1.word, s1r.relation, s1r2.relation), out.add(176, s0.tag, valency(w0)), out.add(177, s1.tag, valency(w1));
  out.add(178, b0.tag, valency(v0)), out.add(179, s0.word, valency(w0)), out.add(180, s0.tag, b0.tag, distance), out.add(181, s1.tag, s0.tag, distance1);
  out.add(182, s0.word, distance), out.add(183, b0.word, distance), out.add(184, s1.word, s0.tag, b0.tag), out.add(185, s1.tag, s0.word, b0.tag), out.add(186, s1.tag, s0.tag, b0.word);
  out.add(187, s0.word, b0.tag, b1.tag), out.add(188, s0.tag, b0.word, b1.tag), out.add(189, s1.word, s0.word, b0.tag), out.add(190, s0.relation, b0.tag, s0.tag);
}

}  // namespace attest::syntax
