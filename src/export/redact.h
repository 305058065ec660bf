#pragma once
// Takes out of a shared output what could find a private person (METHOD 10). Everything that a shared page prints and that came from a
// report goes through here, once, when the page's view is built; the writers of pages never see a report's text.
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/export.h"
#include "export/privacy.h"
#include "model/model.h"

namespace attest {

// A run of words of a report. `mark` is the index of the claim (in Findings::claims) whose span the words belong to, -1 none.
struct Piece {
  std::string text;
  int mark = -1;
  bool number = false;    // the claim's number itself
  bool redacted = false;  // stands in brackets for what was taken out
  friend bool operator==(const Piece&, const Piece&) = default;
};
using Passage = std::vector<Piece>;
std::string plain(const Passage& passage);

// One replacement in a report's text; the text outside edits is kept as it is.
struct Edit {
  Span span;
  std::string text;  // "[a resident]"
};

class Redactor {
 public:
  // Lets everything through: for restricted outputs.
  static Redactor restricted(std::span<const Analysis> analyses);
  static Redactor shared(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon, ShownNames names = ShownNames::kNone);
  ~Redactor();
  Redactor(Redactor&&) noexcept;

  bool is_shared() const;
  // Words of a report with private people's names, handles and words replaced. A withheld sentence gives "[withheld]" once.
  Passage passage(std::uint32_t report, Span span, const std::vector<int>& marks = {}) const;
  bool withheld(std::uint32_t report, Span span) const;
  // Whether a place told in these words is one that a shared page does not give exactly: a refuge, hospital, prison, grave.
  bool sensitive_place(std::uint32_t report, Span span) const;
  // Whether the report is too young for such a place to be given even by its district or province.
  bool place_too_early(std::uint32_t report) const;
  bool tells_of_sexual_violence(std::uint32_t report, Span span) const;
  // Whether a claim counts so few of a special kind, of kin or of a trade, that the number could point to one person (METHOD 10).
  bool counts_few(const Claim& claim) const;
  // A name, title or other short string that came from a report or was made from one.
  std::string label(std::string_view text) const;
  // The last part of an input's name; names of people are taken out, numbers stay.
  std::string file(std::string_view input) const;
  // The name of a source: its role and number where it is a private person.
  std::string source(const DossierSource& source) const;
  // An address of a report, or "" where it would find a private person.
  std::string address(std::string_view url) const;
  // How many places were changed in the reports' texts.
  int edits() const;

 private:
  struct State;
  explicit Redactor(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace attest
