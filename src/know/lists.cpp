#include "know/lists.h"

#include <algorithm>
#include <array>

#include "know/csv_rows.h"

namespace attest {
namespace {

constexpr std::uint64_t kMaxList = 16 << 20;
constexpr std::array<std::string_view, 18> kKinds = {
    "outlet",  "agency", "state_media", "monitor", "ngo",      "government", "military",      "armed_group",  "police",
    "medical", "rescue", "witness",     "person",  "activist", "media_item", "international", "social_media", "other"};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(separator, at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Error bad_list(std::string_view path, std::uint32_t line, std::string message) {
  return {"bad_list", std::move(message), std::string(path) + ":" + std::to_string(line)};
}

// The columns of a list's rows, by name; absent ones read as "".
class Columns {
 public:
  explicit Columns(const std::vector<std::string>& header) : header_(header) {}
  std::string_view at(const CsvRow& row, std::string_view name) const {
    const auto it = std::find(header_.begin(), header_.end(), name);
    const auto i = static_cast<std::size_t>(it - header_.begin());
    return i < row.cells.size() ? std::string_view(row.cells[i]) : std::string_view();
  }
  bool has(std::string_view name) const { return std::find(header_.begin(), header_.end(), name) != header_.end(); }

 private:
  std::vector<std::string> header_;
};

Result<DossierSource::Party> read_party(const Columns& columns, const CsvRow& row, std::string_view path) {
  DossierSource::Party out{std::string(columns.at(row, "party")), std::string(columns.at(row, "from")),
                           std::string(columns.at(row, "to")), std::string(columns.at(row, "reference"))};
  for (const auto& day : {out.from, out.to})
    if (!day.empty() && !Date::parse(day)) return bad_list(path, row.line, "\"" + day + "\" is no day; write YYYY-MM-DD");
  if (out.reference.empty()) return bad_list(path, row.line, "a party without a reference; say where it is stated");
  return out;
}

// The beginning of the header, for an error.
std::string start_of(std::string_view csv) {
  constexpr std::size_t kShown = 60;
  return std::string(csv.substr(0, std::min(kShown, csv.find_first_of("\r\n"))));
}

// A word between two words in capitals stands in a line of capitals, where "WHO" and "IS" are no names.
bool in_capitals(const Tokens& tokens, std::size_t token) {
  const auto capital = [&](std::size_t i) { return i < tokens.size() && tokens.tokens[i].all_capital; };
  return token > 0 && capital(token - 1) && capital(token + 1);
}

}  // namespace

std::string fold_phrase(std::string_view text) {
  std::string out;
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = decode_utf8(text, at);
    at += size;
    const bool apostrophe = code == U'\'' || code == U'’' || code == U'ʼ';
    const bool possessive =
        apostrophe && at < text.size() && (text[at] == 's' || text[at] == 'S') && (at + 1 == text.size() || text[at + 1] == ' ');
    if (is_space(code)) space();
    else if (code == U'-' || code == U'/' || code == U',' || code == U'&') {
      space();
      append_utf8(out, code);
      space();
    } else if (possessive) {
      space();
      out += '\'';
    } else append_utf8(out, apostrophe ? U'\'' : fold_case(code));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void ActorLists::index_name(std::string_view name, std::uint32_t actor) {
  const auto letters =
      std::count_if(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  const auto lower = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const auto first = decode_utf8(name, 0).code;
  aliases_.push_back({actor, is_upper(first), lower == 0 && letters > 1});
  const auto folded = fold_phrase(name);
  table_.add(folded, static_cast<std::uint32_t>(aliases_.size() - 1));
  const auto known = by_name_.emplace(folded, actor).first;
  known->second = std::min(known->second, actor);  // of two that bear a name the one listed first
}

Result<void> ActorLists::add_csv(std::string_view csv, std::string_view path) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);  // as office programs save it
  if (find_invalid_utf8(csv) != std::string_view::npos) return bad_list(path, 1, "not UTF-8; save the list as CSV in UTF-8");
  const auto rows = read_csv_rows(csv, path);
  if (!rows) return rows.error();
  if (rows->empty()) return bad_list(path, 1, "an empty list; give a header row and at least one actor");
  const Columns columns(rows->front().cells);
  for (std::string_view name : {"id", "name", "kind"})
    if (!columns.has(name))
      return bad_list(
          path, 1,
          "no column \"" + std::string(name) + "\" in the header \"" + start_of(csv) + "\"; columns are separated by commas");
  ActorLists next = *this;
  for (std::size_t r = 1; r < rows->size(); ++r) {
    const CsvRow& row = (*rows)[r];
    const auto id = columns.at(row, "id"), name = columns.at(row, "name"), kind = columns.at(row, "kind");
    if (id.empty()) return bad_list(path, row.line, "a row without an id");
    auto it = std::find_if(next.actors_.begin(), next.actors_.end(), [&](const KnownActor& a) { return a.id == id; });
    if (it == next.actors_.end()) {
      if (name.empty()) return bad_list(path, row.line, "no actor \"" + std::string(id) + "\" above; give its name and kind");
      if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
        return bad_list(path, row.line, "unknown kind \"" + std::string(kind) + "\"");
      next.actors_.push_back({std::string(id),
                              std::string(name),
                              std::string(kind),
                              std::string(columns.at(row, "of")),
                              {},
                              {},
                              std::string(columns.at(row, "source")),
                              std::string(path) + ":" + std::to_string(row.line)});
      it = next.actors_.end() - 1;
    } else if (!name.empty())
      return bad_list(path, row.line, "the id \"" + std::string(id) + "\" stands twice; first at " + it->where);
    const auto index = static_cast<std::uint32_t>(it - next.actors_.begin());
    if (!name.empty()) next.index_name(name, index);
    for (auto& alias : split(columns.at(row, "aliases"), ';')) {
      if (alias.find_first_not_of(' ') == std::string::npos)
        return bad_list(path, row.line, "an empty alias; take out the extra ;");
      next.index_name(alias, index);
      next.actors_[index].aliases.push_back(std::move(alias));
    }
    if (columns.at(row, "party").empty()) {
      if (!columns.at(row, "from").empty() || !columns.at(row, "to").empty())
        return bad_list(path, row.line, "a day without a party; say whose organ it was");
      continue;
    }
    auto party = read_party(columns, row, path);
    if (!party) return party.error();
    next.actors_[index].parties.push_back(std::move(*party));
  }
  for (std::size_t i = actors_.size(); i < next.actors_.size();
       ++i)  // whom a person speaks for must stand in a list, this one or one before it
    if (const KnownActor& a = next.actors_[i]; !a.of.empty() && !next.find(a.of))
      return Error{"bad_list", "no actor \"" + a.of + "\" that \"" + a.id + "\" could speak for", a.where};
  *this = std::move(next);
  return {};
}

ActorLists::Match ActorLists::longest_at(const Tokens& tokens, std::size_t token) const {
  const auto found = table_.longest_at(tokens, token);
  if (!found) return without_apostrophe(tokens, token);
  const Alias& alias = aliases_[found.value];
  const Token& first = tokens.tokens[token];
  if (alias.needs_capital && !first.capital) return {};
  if (alias.needs_all_capital && found.length == 1 && (!first.all_capital || in_capitals(tokens, token))) return {};
  return {&actors_[alias.actor], found.length};
}

// "SANAs correspondent", where a text has lost its apostrophes: the letters that a list has for a name, with an s.
ActorLists::Match ActorLists::without_apostrophe(const Tokens& tokens, std::size_t token) const {
  const auto norm = tokens.norm(token);
  const Token& t = tokens.tokens[token];
  if (norm.size() < 3 || norm.back() != 's' || !t.capital || t.all_capital) return {};
  const auto stem = norm.substr(0, norm.size() - 1);
  const auto known = by_name_.find(std::string(stem));
  if (known == by_name_.end()) return {};
  const KnownActor& actor = actors_[known->second];
  const auto letters = [&](const std::string& name) {
    return fold_phrase(name) == stem && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  const bool listed = letters(actor.name) || std::any_of(actor.aliases.begin(), actor.aliases.end(), letters);
  return listed ? Match{&actor, 1} : Match{};
}

const KnownActor* ActorLists::find_name(std::string_view text) const {
  const auto known = by_name_.find(fold_phrase(text));
  return known == by_name_.end() ? nullptr : &actors_[known->second];
}

const KnownActor* ActorLists::find(std::string_view id) const {
  const auto it = std::find_if(actors_.begin(), actors_.end(), [&](const KnownActor& a) { return a.id == id; });
  return it == actors_.end() ? nullptr : &*it;
}

const DossierSource::Party* ActorLists::party_on(const KnownActor& actor, const std::optional<Date>& day) {
  const DossierSource::Party* latest = nullptr;
  for (const auto& party : actor.parties) {
    const auto from = Date::parse(party.from), to = Date::parse(party.to);
    if (day && ((from && *day < *from) || (to && *day >= *to))) continue;
    latest = &party;
  }
  return latest;
}

Result<ActorLists> load_lists(const Files& files, const std::string& folder, const std::vector<std::string>& extra) {
  ActorLists out;
  const auto names = files.list(folder);
  if (!names) return names.error();
  std::vector<std::string> paths;
  for (const auto& name : *names)
    if (name.ends_with(".csv")) paths.push_back(join_path(folder, name));
  paths.insert(paths.end(), extra.begin(), extra.end());
  for (const auto& path : paths) {
    const auto csv = files.read(path, kMaxList);
    if (!csv) return csv.error();
    if (auto added = out.add_csv(*csv, path); !added) return added.error();
  }
  return out;
}

}  // namespace attest
