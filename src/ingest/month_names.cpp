#include <algorithm>

#include "base/base.h"
#include "ingest/date_text.h"

namespace attest {
namespace {

struct MonthName {
  std::string_view name;  // lower case, Latin letters without diacritics
  int month;
};

// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Russian, Arabic (both series), Indonesian,
// Nordic. Where two names begin alike the earlier row has the abbreviation.
constexpr MonthName kMonths[] = {{"january", 1},   {"januar", 1},     {"janvier", 1},   {"enero", 1},         {"janeiro", 1},
                                 {"gennaio", 1},   {"januari", 1},    {"stycznia", 1},  {"ocak", 1},          {"января", 1},
                                 {"يناير", 1},     {"janner", 1},     {"february", 2},  {"februar", 2},       {"fevrier", 2},
                                 {"febrero", 2},   {"fevereiro", 2},  {"febbraio", 2},  {"februari", 2},      {"lutego", 2},
                                 {"subat", 2},     {"февраля", 2},    {"فبراير", 2},    {"شباط", 2},          {"march", 3},
                                 {"marz", 3},      {"maerz", 3},      {"mars", 3},      {"marzo", 3},         {"marco", 3},
                                 {"maart", 3},     {"marca", 3},      {"mart", 3},      {"марта", 3},         {"مارس", 3},
                                 {"آذار", 3},      {"maret", 3},      {"marts", 3},     {"mrz", 3},           {"april", 4},
                                 {"avril", 4},     {"abril", 4},      {"aprile", 4},    {"kwietnia", 4},      {"nisan", 4},
                                 {"апреля", 4},    {"أبريل", 4},      {"نيسان", 4},     {"may", 5},           {"mai", 5},
                                 {"mayo", 5},      {"maio", 5},       {"maggio", 5},    {"mei", 5},           {"maja", 5},
                                 {"mayis", 5},     {"мая", 5},        {"مايو", 5},      {"أيار", 5},          {"maj", 5},
                                 {"june", 6},      {"juni", 6},       {"juin", 6},      {"junio", 6},         {"junho", 6},
                                 {"giugno", 6},    {"czerwca", 6},    {"haziran", 6},   {"июня", 6},          {"يونيو", 6},
                                 {"حزيران", 6},    {"july", 7},       {"juli", 7},      {"juillet", 7},       {"julio", 7},
                                 {"julho", 7},     {"luglio", 7},     {"lipca", 7},     {"temmuz", 7},        {"июля", 7},
                                 {"يوليو", 7},     {"تموز", 7},       {"august", 8},    {"aout", 8},          {"agosto", 8},
                                 {"augustus", 8},  {"sierpnia", 8},   {"agustos", 8},   {"августа", 8},       {"أغسطس", 8},
                                 {"آب", 8},        {"agustus", 8},    {"september", 9}, {"septembre", 9},     {"septiembre", 9},
                                 {"setembro", 9},  {"settembre", 9},  {"wrzesnia", 9},  {"eylul", 9},         {"сентября", 9},
                                 {"سبتمبر", 9},    {"أيلول", 9},      {"october", 10},  {"oktober", 10},      {"octobre", 10},
                                 {"octubre", 10},  {"outubro", 10},   {"ottobre", 10},  {"pazdziernika", 10}, {"ekim", 10},
                                 {"октября", 10},  {"أكتوبر", 10},    {"november", 11}, {"novembre", 11},     {"noviembre", 11},
                                 {"novembro", 11}, {"listopada", 11}, {"kasim", 11},    {"ноября", 11},       {"نوفمبر", 11},
                                 {"december", 12}, {"dezember", 12},  {"decembre", 12}, {"diciembre", 12},    {"dezembro", 12},
                                 {"dicembre", 12}, {"grudnia", 12},   {"aralik", 12},   {"декабря", 12},      {"ديسمبر", 12},
                                 {"desember", 12}};

}  // namespace

int month_of(std::string_view word) {
  std::string key;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size() && letters < 16; ++letters) {
    const Decoded d = decode_utf8(word, i);
    append_utf8(key, fold_case(d.code));
    i += d.size;
  }
  const auto row = std::find_if(std::begin(kMonths), std::end(kMonths), [&](const MonthName& m) {
    if (m.name == key) return true;
    return letters >= 3 && letters <= 5 && static_cast<unsigned char>(key[0]) < 0x80 && m.name.starts_with(key);
  });
  return row == std::end(kMonths) ? 0 : row->month;
}

}  // namespace attest
