#include "link/sources.h"

#include <algorithm>
#include <set>

namespace attest {
namespace {

bool is_outlet(std::string_view kind) { return kind == "outlet" || kind == "agency" || kind == "state_media"; }

// Words that begin a phrase and are no part of a name ("The", "A"), as the language's data have them.
bool is_of_class(std::string_view folded, std::string_view word_class, const Knowledge& know, std::string_view key = "class") {
  if (const RuleFile* file = know.lexicon.find("speech_words"))
    for (const Rule& rule : file->rules)
      if (rule.value(key) == word_class && std::find(rule.words.begin(), rule.words.end(), folded) != rule.words.end())
        return true;
  return false;
}

// The words of a name that carry it: those with a capital, without what stands in brackets ("the Coast Monitor (CM)" →
// "coast-monitor").
std::string slug(std::string_view text, const Knowledge& know) {
  std::string capitals, all;
  bool bracket = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    bracket = bracket || word.front() == '(';
    const std::string folded = folded_words(word);
    if (!folded.empty() && !bracket && !is_of_class(folded, "determiner", know)) {
      std::string& to = is_upper(decode_utf8(word, 0).code) ? capitals : all;
      to += (to.empty() ? "" : " ") + folded;
    }
    if (word.find(')') != std::string_view::npos) bracket = false;
  }
  std::string out = capitals.empty() ? (all.empty() ? folded_words(text) : all) : capitals;
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

struct Use {
  std::map<std::string, int> texts;
  std::map<std::string, int> kinds;
  std::set<std::uint32_t> reports;
  std::optional<Date> last_day;
  int figures = 0;
  bool named = false;
  std::string told;
};

template <class Map>
std::string most_frequent(const Map& counts) {
  std::string best;
  int most = 0;
  for (const auto& [text, n] : counts)
    if (n > most) most = n, best = text;
  return best;
}

const KnownActor* known(const Source& link, const Knowledge& know) {
  const KnownActor* actor = link.entity.empty() ? nullptr : know.actors.find(link.entity);
  if (!actor && link.named) actor = know.actors.find_name(link.text);
  if (actor && !actor->of.empty())
    if (const KnownActor* organisation = know.actors.find(actor->of)) return organisation;
  return actor;
}

// "My mother": whose she is, only the sentence knows.
bool is_possessive(const std::string& text, const Knowledge& know) {
  return is_of_class(folded_words(text.substr(0, text.find(' '))), "possessive", know);
}

// "One resident", "another": of several, who might be any.
bool is_one_of_several(const std::string& text, const Knowledge& know) {
  return is_of_class(folded_words(text.substr(0, text.find(' '))), "true", know, "one_of_several");
}

// Whether a phrase is a determiner and words that the longer one holds too.
bool refers_back(const std::string& text, const std::string& longer, const Knowledge& know) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos || text.size() >= longer.size() ||
      !is_of_class(folded_words(text.substr(0, space)), "determiner", know))
    return false;
  return (" " + folded_words(longer) + " ").find(" " + folded_words(text.substr(space + 1)) + " ") != std::string::npos;
}

// The one short phrase for an unnamed source, where there is one and it is nobody's own.
std::string only_phrase(const Use& use, const Knowledge& know) {
  constexpr std::size_t kLongest = 60;
  std::vector<std::string> texts;
  for (const auto& [text, n] : use.texts) texts.push_back(text);
  // "The source", after "a source in the harbour clinic", is that one again.
  std::erase_if(texts, [&](const std::string& text) {
    return std::any_of(use.texts.begin(), use.texts.end(),
                       [&](const auto& other) { return refers_back(text, other.first, know); });
  });
  if (texts.size() != 1) return {};
  const std::string& text = texts.front();
  const bool names_none = is_of_class(folded_words(text), "determiner", know) || is_one_of_several(text, know);
  const bool plain = text.size() <= kLongest && text.find(',') == std::string::npos && !names_none;
  return plain && !is_possessive(text, know) ? text : std::string();
}

// The unnamed of one kind under one outlet may be many: no phrase for one of them ("a villager") is the name of all. They go by
// their kind and by where they spoke.
std::string unnamed_name(std::string_view kind, const std::string& id, const std::map<std::string, std::string>& homes) {
  static constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"activist", "an activist"},     {"agency", "an agency"},           {"armed_group", "a source in an armed group"},
      {"government", "an official"},   {"media_item", "media items"},     {"international", "a source in an international body"},
      {"medical", "a medical source"}, {"military", "a military source"}, {"monitor", "a monitor"},
      {"ngo", "an aid organisation"},  {"outlet", "an outlet"},           {"person", "a person"},
      {"police", "a police source"},   {"rescue", "a rescue worker"},     {"state_media", "state media"},
      {"witness", "a witness"}};
  std::string_view words = "a source";
  for (const auto& [key, phrase] : kKinds)
    if (key == kind) words = phrase;
  const std::string home = id.substr(std::min(id.find('@'), id.size() - 1) + 1);
  const auto known = homes.find(home);
  return std::string(words) + ", unnamed (" + (known == homes.end() ? home : known->second) + ")";
}

// How the outlets and agencies to which unnamed sources spoke are called, by key.
std::map<std::string, std::string> names_of_homes(const CaseView& view, const std::map<std::string, Use>& uses,
                                                  const Knowledge& know) {
  std::map<std::string, std::string> out;
  for (const std::uint32_t index : view.order) {
    const Report& report = view.report(index);
    const std::string key = outlet_key(report);
    out.emplace(key, report.outlet && !report.outlet->empty() ? *report.outlet : "report " + key.substr(key.find('-') + 1));
  }
  for (const auto& [id, use] : uses) {
    const std::size_t at = id.find('@');
    const std::string home = at == std::string::npos ? id : id.substr(at + 1);
    if (const KnownActor* actor = know.actors.find(home)) out[home] = actor->name;
    else if (use.named && home == id) out.emplace(id, most_frequent(use.texts));
  }
  return out;
}

// "The Hill Front" is the Hill Front wherever it stands; of an outlet the article may be a part of its name.
std::string without_article(const std::string& name, const Knowledge& know) {
  const std::size_t space = name.find(' ');
  if (space == std::string::npos || !is_of_class(folded_words(name.substr(0, space)), "determiner", know)) return name;
  return is_upper(decode_utf8(name, space + 1).code) ? name.substr(space + 1) : name;
}

DossierSource describe(const std::string& id, const Use& use, const std::map<std::string, std::string>& homes,
                       const Knowledge& know) {
  DossierSource out;
  out.id = id;
  out.kind = most_frequent(use.kinds);
  out.name = most_frequent(use.texts);
  if (const KnownActor* actor = know.actors.find(id)) {
    out.name = actor->name;
    if (actor->kind != "person") out.kind = actor->kind;
    if (const auto* party = ActorLists::party_on(*actor, use.last_day)) out.party = *party;
  }
  if (out.kind.empty()) out.kind = "other";
  if (use.named && !know.actors.find(id) && !is_outlet(out.kind)) out.name = without_article(out.name, know);
  out.figures = use.figures;
  out.reports = static_cast<int>(use.reports.size());
  if (!use.named) {
    out.name = only_phrase(use, know);
    if (out.name.empty()) out.name = unnamed_name(out.kind, id, homes);
  }
  const bool secret = !use.named && out.kind == "witness";
  for (const auto& [text, n] : use.texts)
    if (text != out.name && !secret && (use.named || (!is_possessive(text, know) && !is_one_of_several(text, know)))) out.aliases.push_back(text);
  return out;
}

}  // namespace

std::string outlet_key(const Report& report) {
  if (report.outlet && !report.outlet->empty()) {
    std::string key = folded_words(*report.outlet);
    std::replace(key.begin(), key.end(), ' ', '-');
    return key;
  }
  return "report-" + report.id.substr(report.id.size() > 12 ? 7 : 0, 8);
}

SourceId identify(const Source& link, const std::vector<Source>& chain, std::size_t at, const Home& home, const Knowledge& know) {
  if (const KnownActor* actor = known(link, know)) return {actor->id, actor->kind == "person" ? link.kind : actor->kind, true};
  if (!link.entity.empty()) return {link.entity, link.kind, true};
  if (link.named)
    if (std::string id = slug(link.text, know); !id.empty()) return {id, link.kind, true};
  std::string to = home.key;
  for (std::size_t i = 0; i < at; ++i)
    if (const SourceId nearer = identify(speakers(chain[i]).front(), {}, 0, home, know); nearer.named && is_outlet(nearer.kind)) to = nearer.id;
  if (!link.told.empty()) {
    const KnownActor* told = know.actors.find_name(link.told);
    to = told ? told->id : slug(link.told, know);
  }
  return {"unnamed-" + (link.kind.empty() ? "source" : link.kind) + "@" + to, link.kind, false};
}

namespace {

// The origin where `last` stands at the end of the chain. Of several who only pass it on the first one counts.
SourceId origin_through(const std::vector<Source>& chain, const Source& last, const Home& home, const Knowledge& know) {
  SourceId fallback;
  for (std::size_t i = chain.size(); i-- > 0;) {
    const SourceId id = identify(i + 1 == chain.size() ? last : speakers(chain[i]).front(), chain, i, home, know);
    if (id.named) {
      // Past an unnamed informant, only an organisation that is no outlet makes the figure its own.
      if (fallback.id.empty() || fallback.kind == "media_item" || !is_outlet(id.kind)) return id;
    } else if (fallback.id.empty() || fallback.kind == "media_item") {
      fallback = id;
    }
  }
  return fallback;
}

}  // namespace

std::vector<SourceId> origins_of(const Claim& claim, const Home& home, const Knowledge& know) {
  const auto& chain = claim.attribution;
  if (chain.empty() && home.outlet && !is_outlet(home.outlet->kind)) return {{home.outlet->id, home.outlet->kind, true}};
  std::vector<SourceId> out;
  if (chain.empty()) return out;
  for (const Source& last : speakers(chain.back())) {
    SourceId id = origin_through(chain, last, home, know);
    if (std::none_of(out.begin(), out.end(), [&](const SourceId& known) { return known.id == id.id; })) out.push_back(std::move(id));
  }
  return out;
}

void link_sources(const CaseView& view, const std::vector<std::optional<Home>>& homes_of, const Knowledge& know, Links& links) {
  std::map<std::string, Use> uses;
  for (const std::uint32_t index : view.order) {
    const Analysis& analysis = view.analysis(index);
    const Home& home = *homes_of[index];
    const auto note = [&](const Source& link, const SourceId& id, const std::string& text) {
      Use& use = uses[id.id];
      ++use.texts[text];
      if (!id.kind.empty()) ++use.kinds[id.kind];
      use.named = id.named;
      use.told = link.told;
      use.reports.insert(view.same_as(index));
      if (const auto& day = analysis.findings.dates.reference; day && (!use.last_day || *use.last_day < *day)) use.last_day = day;
    };
    const auto read = [&](const Claim& claim) {
      for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
        for (const Source& link : speakers(claim.attribution[i])) {
          const SourceId id = identify(link, claim.attribution, i, home, know);
          note(link, id, link.text);
          if (id.named && id.id != home.key) links.dependencies.push_back({index, id.id, "named", {{index, link.span}}});
        }
      }
      const auto origins = origins_of(claim, home, know);
      Origin& to = links.origins[{index, claim.id}];
      if (!origins.empty()) to = {origins.front().id, !origins.front().named, {}};
      for (const SourceId& one : origins) {
        if (claim.attribution.empty()) note(Source{}, one, home.outlet->name);
        if (claim.count && !view.is_copy(index)) ++uses[one.id].figures;
        if (one.id != to.source) to.with.push_back(one.id);
      }
    };
    for (const Claim& claim : analysis.findings.claims) read(claim);
    for (const Claim& claim : analysis.findings.unquantified) read(claim);
  }
  const auto homes = names_of_homes(view, uses, know);
  for (const auto& [id, use] : uses) links.sources.push_back(describe(id, use, homes, know));
}

}  // namespace attest
