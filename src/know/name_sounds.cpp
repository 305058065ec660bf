#include "know/name_sounds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <unordered_map>

namespace attest {
namespace {

constexpr std::size_t kMostLetters = 64;
constexpr std::size_t kLongestGrapheme = 3;

constexpr std::string_view kTable =
#include "name_sounds.inc"
    ;

// Up to two sounds, the first in the low byte; 0: none is heard.
using Sounds = std::uint32_t;
struct Reading {
  Sounds sounds = 0;
  double probability = 0;
};
using Readings = std::vector<Reading>;  // sorted by sounds
using Table = std::unordered_map<std::string, Readings>;  // looked up only

// Adds a probability, or makes a new entry in order.
void add(Readings& readings, Sounds sounds, double probability) {
  const auto it = std::lower_bound(readings.begin(), readings.end(), sounds, [](const Reading& r, Sounds s) { return r.sounds < s; });
  if (it != readings.end() && it->sounds == sounds) it->probability += probability;
  else readings.insert(it, {sounds, probability});
}

Sounds sounds_of(std::string_view letters) {
  Sounds out = 0;
  for (std::size_t i = letters.size(); i-- > 0;) out = out << 8 | static_cast<unsigned char>(letters[i]);
  return out;
}

// Letters that write a vowel: everywhere the carrier of a vowel, w and y unless they begin the word.
bool is_vowel_letter(char c, bool begins) { return c == 'a' || ((c == 'w' || c == 'y') && !begins); }

std::string consonants_of(std::string_view letters, bool word_begins) {
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i)
    if (!is_vowel_letter(letters[i], word_begins && i == 0) && (out.empty() || out.back() != letters[i])) out += letters[i];
  return out;
}

struct Tables {
  Table all, consonants;
};

const Tables& tables() {
  static const Tables loaded = [] {
    Tables out;
    for (std::string_view rest = kTable; !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const auto one = line.find('\t'), two = line.find('\t', one + 1);
      if (two == std::string_view::npos) continue;
      const std::string grapheme(line.substr(0, one));
      const auto letters = line.substr(one + 1, two - one - 1);
      double probability = 0;
      std::from_chars(line.data() + two + 1, line.data() + line.size(), probability);
      add(out.all[grapheme], sounds_of(letters), probability);
      add(out.consonants[grapheme], sounds_of(consonants_of(letters, grapheme.front() == '^')), probability);
    }
    return out;
  }();
  return loaded;
}

// The sound of an Arabic letter, as tools/names/train.py has it; '\0': of another script.
char arabic_sound(char32_t c) {
  static constexpr std::string_view kRow = "..aawayabatTjhxdzrzsSsdtzag......fkklmnhway";  // U+0620 …; '.': none, ta marbuta is 'a'
  if (c >= 0x620 && c < 0x620 + kRow.size()) return kRow[c - 0x620];
  switch (c) {
    case 0x67E: return 'b';
    case 0x686: return 'S';
    case 0x698: return 'j';
    case 0x6A4: return 'f';
    case 0x6A9: return 'k';
    case 0x6AF: return 'g';
    case 0x6CC: return 'y';
    default: return '\0';
  }
}

struct Edge {
  std::size_t to;
  const Readings* readings;
};

// The ways to read a name from left to right, as graphemes between letters.
struct Lattice {
  std::vector<std::vector<Edge>> from;
  std::vector<std::unique_ptr<Readings>> own;  // of letters that the table does not have
};

void add_own(Lattice& lattice, std::size_t at, Sounds sounds) {
  lattice.own.push_back(std::make_unique<Readings>(Readings{{sounds, 1}}));
  lattice.from[at].push_back({at + 1, lattice.own.back().get()});
}

void add_latin(Lattice& lattice, std::string_view word, std::size_t offset, const Table& table) {
  std::string grapheme;
  for (std::size_t i = 0; i < word.size(); ++i) {
    for (std::size_t n = 1; n <= std::min(kLongestGrapheme, word.size() - i); ++n) {
      grapheme.assign(i == 0 ? 1 : 0, '^');
      grapheme += word.substr(i, n);
      if (i + n == word.size()) grapheme += '$';
      const auto found = table.find(grapheme);
      if (found != table.end()) lattice.from[offset + i].push_back({offset + i + n, &found->second});
    }
    if (lattice.from[offset + i].empty()) add_own(lattice, offset + i, static_cast<unsigned char>(word[i]));
  }
}

Lattice lattice_of(const std::vector<std::string>& words, bool consonants) {
  Lattice out;
  for (const auto& word : words) {
    const auto offset = out.from.size();
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
      const auto letters = std::string_view(word).substr(0, kMostLetters - std::min(kMostLetters, offset));
      out.from.resize(offset + letters.size());
      add_latin(out, letters, offset, consonants ? tables().consonants : tables().all);
      continue;
    }
    for (std::size_t i = 0; i < word.size() && out.from.size() < kMostLetters;) {
      const Decoded d = decode_utf8(word, i);
      const char sound = arabic_sound(d.code);
      const bool silent = sound == '.' || (consonants && is_vowel_letter(sound, i == 0));
      out.from.emplace_back();
      add_own(out, out.from.size() - 1, silent ? 0 : sound ? static_cast<unsigned char>(sound) : static_cast<Sounds>(d.code) << 8);
      i += d.size;
    }
  }
  out.from.emplace_back();
  return out;
}

double silent(const Readings& readings) { return !readings.empty() && readings.front().sounds == 0 ? readings.front().probability : 0; }

double same_sound(const Readings& a, const Readings& b) {
  double out = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->sounds < j->sounds) ++i;
    else if (j->sounds < i->sounds) ++j;
    else {
      if (i->sounds) out += i->probability * j->probability;
      ++i, ++j;
    }
  }
  return out;
}

// K: the sum over all pairs of readings. Silent graphemes of `a` come before those of `b`, so that no pair is counted twice.
double kernel(const Lattice& a, const Lattice& b) {
  const auto rows = a.from.size(), columns = b.from.size();
  struct Cell {
    double open = 0, b_silent = 0;  // b_silent: a silent grapheme of b was read last
  };
  std::vector<Cell> cells(rows * columns);
  cells[0].open = 1;
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < columns; ++j) {
      const Cell now = cells[i * columns + j];
      const double both = now.open + now.b_silent;
      if (both == 0) continue;
      for (const Edge& e : a.from[i]) cells[e.to * columns + j].open += now.open * silent(*e.readings);
      for (const Edge& e : b.from[j]) cells[i * columns + e.to].b_silent += both * silent(*e.readings);
      for (const Edge& e : a.from[i])
        for (const Edge& f : b.from[j]) cells[e.to * columns + f.to].open += both * same_sound(*e.readings, *f.readings);
    }
  return cells.back().open + cells.back().b_silent;
}

double cosine(const std::vector<std::string>& a, const std::vector<std::string>& b, bool consonants) {
  const Lattice la = lattice_of(a, consonants), lb = lattice_of(b, consonants);
  const double self = std::sqrt(kernel(la, la)) * std::sqrt(kernel(lb, lb));
  return self > 0 ? std::min(1.0, kernel(la, lb) / self) : 0;
}

}  // namespace

double same_sounds(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  return std::sqrt(cosine(a, b, false) * cosine(a, b, true));
}

}  // namespace attest
