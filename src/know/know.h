#pragma once
// What several steps look up: the language's rules, lists of actors and sources, the gazetteer, and scanners for numbers and dates.
// Loaded once, then read from any number of threads.
#include <memory>

#include "base/base.h"
#include "know/dates.h"
#include "know/gazetteer.h"
#include "know/harm_words.h"
#include "know/lists.h"
#include "know/numbers.h"
#include "know/phrase_table.h"
#include "know/place_words.h"
#include "know/rules.h"
#include "model/model.h"

namespace attest {

struct Knowledge {
  Lexicon lexicon;    // lang/en
  ActorLists actors;  // lists/*.csv and --lists
  Gazetteer gazetteer;  // gazetteer.bin and --gazetteer
  PlaceWords place_words;  // lang/en/places.toml
  NumberScanner numbers;
  HarmWords harm;     // harm.toml, victims.toml, not_harm.toml, clause.toml, means.toml, background.toml, perpetrators.toml
  DateScanner dates;
  std::shared_ptr<const SyntaxReader> syntax;  // null: finders get an empty parse
};

struct KnowledgeOptions {
  std::string data_folder;                   // holds lang/, gazetteer.bin …; "" finds it (see find_data_folder)
  std::vector<std::string> extra_gazetteers; // added ones and --gazetteer FILE: CSV, GeoNames dump (.txt) or compiled (.bin), later ones before
  std::vector<std::string> extra_lists;      // --lists FILE
  std::shared_ptr<const SyntaxReader> syntax;  // as loaded by the step `syntax`
};

Result<std::shared_ptr<const Knowledge>> load_knowledge(const Files& files, const KnowledgeOptions& options);

// Where the data files are: $ATTEST_DATA, else share/attest beside the folder of the running program.
std::string find_data_folder();

// Where `attest gazetteer add` keeps compiled files of places: $ATTEST_PLACES, else attest/places in the user's data folder; "" none.
std::string added_places_folder();
// The files there, in order of their names.
std::vector<std::string> added_places(const std::string& folder);

}  // namespace attest
