#include "reconcile/name_index.h"

#include <algorithm>

#include "base/base.h"
#include "reconcile/party_names.h"

namespace attest {

std::string folded_name(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const char32_t code = fold_case(d.code);
    if (is_letter(code) || is_digit(code)) append_utf8(out, code);
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += d.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool same_actor(std::string_view a, std::string_view b) {
  const std::string x = " " + folded_name(a) + " ", y = " " + folded_name(b) + " ";
  return x.size() > 2 && y.size() > 2 && (x.find(y) != std::string::npos || y.find(x) != std::string::npos);
}

bool holds_words(const std::string& folded, std::string_view words) {
  return (" " + folded + " ").find(" " + std::string(words) + " ") != std::string::npos;
}

NameIndex::NameIndex(const Links& links, std::span<const Analysis> analyses) {
  std::set<std::string_view> parties;
  const auto add_party = [&](const std::string& id, std::vector<std::string> names) {
    if (!parties.insert(id).second) return;
    std::string words = " ";
    for (const std::string& name : names) words += name + " ";
    armed.push_back({id, std::move(names), std::move(words)});
  };
  std::map<std::string_view, const DossierSource*> by_id;
  for (const DossierSource& s : links.sources) by_id[s.id] = &s;
  for (const auto& [id, s] : by_id) {
    std::vector<std::string> names = {folded_name(s->name)};
    for (const std::string& alias : s->aliases) names.push_back(folded_name(alias));
    for (const std::string& name : names) sources.emplace(name, s->id);
    if (s->kind == "agency" || s->kind == "outlet") tellers.insert(names.front());
    if (s->kind == "armed_group" || s->kind == "military") add_party(s->id, std::move(names));
  }
  for (const Entity& e : links.entities) {
    std::set<std::string> names = {folded_name(e.name)};
    for (const EntityAlias& a : e.aliases) names.insert(folded_name(a.text));
    for (const std::string& name : names) entities[name].push_back(&e);
    // Only listed groups: a described side ("aligned:SY") is no name, and what no list knows ("group-7") goes by its own words.
    const bool listed = e.id.find(':') == std::string::npos && !e.id.starts_with("group-");
    if (e.type == "group" && listed) add_party(e.id, {names.begin(), names.end()});
  }
  constexpr std::size_t kShortName = 3;
  for (const Analysis& a : analyses)
    for (const NamingUse& n : a.findings.naming)
      if (n.referent.starts_with("person:") && n.own_voice) {
        const std::string text(n.span.in(a.report.text));
        for (std::string& word : capital_stems(text))
          if (word.size() >= kShortName && in_capitals(text, word)) bodies_of[folded_name(n.name)].insert(std::move(word));
      }
}

}  // namespace attest
