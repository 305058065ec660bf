#pragma once
// The reports of an archive again, as if told of later years: other days, other ids, other words, other people.
#include <algorithm>

#include "link/marks.h"

namespace attest {

// The `round`-th later archive, `days` a round. One sentence in ten and one name in three recur, as formulas and known people do.
inline void move_to_later_years(Analysis& a, ReportMarks& marks, std::uint32_t round, int days) {
  const std::string salt = "-" + std::to_string(round);
  const std::string old_id = a.report.id;
  a.report.id = sha256_id(old_id + salt);
  a.report.input += salt;
  a.report.text += salt;  // another text under the same outlet is no copy
  const auto later = [&](std::optional<Date>& d) {
    if (d) d = Date::from_days(d->days() + days * static_cast<int>(round));
  };
  later(a.findings.dates.reference);
  for (auto* claims : {&a.findings.claims, &a.findings.unquantified})
    for (Claim& c : *claims) later(c.time.days.start), later(c.time.days.end), later(c.as_of);
  for (Passages* p : {&marks.sentences, &marks.quotes}) {
    p->report = hash64(a.report.id);
    p->day += days * static_cast<int>(round);
    std::vector<bool> formula;
    for (const Passage& s : p->all) {
      formula.push_back(p->words[s.first] % 10 == 0);
      for (auto i = s.first; i < s.last && !formula.back(); ++i) p->words[i] = p->words[i] * 2654435761U + round;
    }
    std::vector<std::pair<std::uint32_t, std::uint16_t>> keys;
    for (std::size_t i = 0; i < p->keys.size(); ++i)
      keys.emplace_back(formula[p->of_passage[i]] ? p->keys[i] : p->keys[i] * 2654435761U + round, p->of_passage[i]);
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size(); ++i) p->keys[i] = keys[i].first, p->of_passage[i] = keys[i].second;
  }
  for (NamedHere& n : marks.names.all) {
    if (const auto at = n.key.find(old_id); at != std::string::npos) n.key.replace(at, old_id.size(), a.report.id);
    const bool known = n.key.rfind("person:", 0) != 0 && n.key.rfind("name:", 0) != 0;
    if (known || hash64(n.key) % 3 == 0) continue;
    n.key += "aeiou"[round % 5], n.key += "lmnrs"[round / 5 % 5];
    n.name += "aeiou"[round % 5], n.name += "lmnrs"[round / 5 % 5];
  }
}

}  // namespace attest
