#include "store/person_ids.h"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/hex.h"

namespace attest {
namespace {

constexpr std::string_view kPerson = "person:";

// "person:NAME" under the case's secret; other ids, and people of public lists, as they are.
void key_person(std::string& id, const std::string& secret, const std::function<bool(const std::string&)>& known) {
  if (id.starts_with(kPerson) && !known(id.substr(kPerson.size()))) id = std::string(kPerson) + person_id(secret, id);
}

// Kinds of sources that are, or may be, single people. An unnamed one ("witness@some-outlet") has no name in its id.
bool may_be_person(const DossierSource& source) {
  static const std::set<std::string_view> kKinds = {"person", "witness", "activist", "medical", "rescue", "social_media", "other", ""};
  return kKinds.contains(source.kind) && source.id.find('@') == std::string::npos;
}

}  // namespace

std::string person_id(const std::string& secret, const std::string& id) {
  std::string key = sha256_bytes(secret), mac(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(mac.data()), reinterpret_cast<const unsigned char*>(id.data()), id.size(),
                         reinterpret_cast<const unsigned char*>(key.data()));
  return "p-" + hex(mac).substr(0, 20);
}

void key_person_ids(Links& links, const std::string& secret, const std::function<bool(const std::string&)>& known) {
  std::map<std::string, std::string> keyed;
  for (DossierSource& s : links.sources)
    if (may_be_person(s) && !known(s.id)) keyed[s.id] = person_id(secret, s.id);
  for (Entity& e : links.entities)
    if (e.type == "person" && !known(e.id)) keyed[e.id] = person_id(secret, e.id);
  const auto rename = [&](std::string& id) {
    const auto at = keyed.find(id);
    if (at != keyed.end()) id = at->second;
  };
  for (DossierSource& s : links.sources) rename(s.id);
  for (Entity& e : links.entities) {
    rename(e.id);
    for (auto& id : e.not_same) rename(id);
  }
  for (auto& [claim, origin] : links.origins) {
    rename(origin.source);
    for (auto& id : origin.with) rename(id);
  }
  for (auto* all : {&links.dependencies, &links.figure_dependencies})
    for (Dependency& d : *all) rename(d.to);
  for (LedgerEntry& e : links.words.ledger) key_person(e.actor_key, secret, known);
  for (NamingReferent& r : links.words.naming.rows) key_person(r.id, secret, known);
  std::sort(links.sources.begin(), links.sources.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

void key_person_ids(Findings& findings, const std::string& secret, const std::function<bool(const std::string&)>& known) {
  for (NamingUse& n : findings.naming) key_person(n.referent, secret, known);
  for (Statement& s : findings.statements) key_person(s.actor_entity, secret, known);
  for (Mention& m : findings.mentions) key_person(m.entity, secret, known);
}

}  // namespace attest
