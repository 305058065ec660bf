#include "know/gazetteer.h"

#include <gtest/gtest.h>

#include "know/gazetteer_build.h"
#include "text/text.h"

namespace attest {
namespace {

PlaceRow row(std::string name, std::vector<std::string> aliases = {}, std::string country = "XV") {
  PlaceRow out;
  out.name = std::move(name);
  out.aliases = std::move(aliases);
  out.country = std::move(country);
  out.latitude = -43;
  out.longitude = -24.5;
  return out;
}

Gazetteer small() {
  auto bytes = compile_gazetteer({row("Al Qarāyah", {"Karaya"}), row("Dayr az Zarqā’"), row("Port Selwyn"), row("Port"), row("St. Orla", {}, "XW")});
  return std::move(Gazetteer::from_bytes(std::move(bytes.value())).value());
}

std::string name_of(const Gazetteer& gazetteer, std::string_view text) {
  const auto tokens = tokenize(text);
  const auto match = longest_name_at(gazetteer, tokens, 0, tokens.size());
  return match.places.empty() ? "" : std::string(gazetteer.at(match.places[0].place).name) + "/" + std::to_string(match.length);
}

struct LookUp {
  const char *text, *expected;
};
TEST(Gazetteer, FindsTheLongestNameWhateverItsMarks) {
  const auto gazetteer = small();
  const LookUp rows[] = {
      {"Al Qarayah was hit", "Al Qarāyah/2"}, {"Al-Qarayah was hit", "Al Qarāyah/3"}, {"Karaya", "Al Qarāyah/1"}, {"Port Selwyn", "Port Selwyn/2"},
      {"Port Said", "Port/1"},                {"St. Orla", "St. Orla/2"},             {"Saint Orla", "St. Orla/2"}, {"Dayr", ""},
      {"Dayr az-Zarqa'", "Dayr az Zarqā’/5"},
  };
  for (const auto& r : rows) {
    auto got = name_of(gazetteer, r.text);
    EXPECT_EQ(got.substr(0, got.find('/')), std::string(r.expected).substr(0, std::string(r.expected).find('/'))) << r.text;
  }
}

TEST(Gazetteer, NearSpellingsOfOneCountry) {
  const auto gazetteer = small();
  for (const char* spelling : {"Qaraya", "al-Qarayeh", "El Karaia", "القرايه"}) {
    const auto found = gazetteer.near(spelling, "XV", 0.5);
    ASSERT_FALSE(found.empty()) << spelling;
    EXPECT_EQ(gazetteer.at(found[0].place).name, "Al Qarāyah") << spelling;
    EXPECT_TRUE(gazetteer.near(spelling, "XW", 0.5).empty());
  }
}

TEST(Gazetteer, LaterLayersComeFirst) {
  auto gazetteer = small();
  auto bytes = compile_gazetteer({row("Port Selwyn", {}, "XX")});
  gazetteer.add(std::move(Gazetteer::from_bytes(std::move(bytes.value())).value()));
  std::vector<NamedPlace> found;
  gazetteer.exact("port selwyn", found);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(gazetteer.at(found[0].place).country, "XX");
  EXPECT_NE(gazetteer.version().find('+'), std::string::npos);
}

TEST(Gazetteer, RefusesDamage) {
  const auto bytes = compile_gazetteer({row("Port")}).value();
  EXPECT_EQ(Gazetteer::from_bytes("").error().code, "bad_gazetteer");
  EXPECT_EQ(Gazetteer::from_bytes(bytes.substr(0, bytes.size() - 1)).error().code, "bad_gazetteer");
  for (const std::size_t at : {std::size_t{0}, std::size_t{9}, bytes.size() - 3}) {
    auto changed = bytes;
    changed[at] ^= 0x20;
    EXPECT_EQ(Gazetteer::from_bytes(changed).error().code, "bad_gazetteer") << at;
  }
  EXPECT_EQ(compile_gazetteer({row("Port")}).value(), bytes);
}

struct BadCsv {
  const char *name, *csv, *where, *says;
};
TEST(PlaceCsv, SaysWhatIsWrongAndWhere) {
  const BadCsv rows[] = {
      {"no columns", "place,lat\nA,1\n", "p.csv:1", "\"name\""},
      {"latitude", "name,latitude,longitude\nA,91,0\n", "p.csv:2", "latitude \"91\""},
      {"longitude", "name,latitude,longitude\nA,1,0\nB,1,x\n", "p.csv:3", "longitude \"x\""},
      {"class", "name,latitude,longitude,class\nA,1,1,castle\n", "p.csv:2", "castle"},
      {"cells", "name,latitude,longitude\nA,1\n", "p.csv:2", "2 cells"},
      {"quote", "name,latitude,longitude\n\"A,1,1\n", "p.csv:2", "never closed"},
      {"name", "name,latitude,longitude\n ,1,1\n", "p.csv:2", "without a name"},
  };
  for (const auto& r : rows) {
    const auto got = read_place_csv(r.csv, "p.csv");
    ASSERT_FALSE(got) << r.name;
    EXPECT_EQ(got.error().where, r.where) << r.name;
    EXPECT_NE(got.error().message.find(r.says), std::string::npos) << r.name << ": " << got.error().message;
  }
}

TEST(PlaceCsv, ReadsColumnsInAnyOrder) {
  const auto got = read_place_csv("\xEF\xBB\xBFlatitude,name,longitude,aliases,class,own\r\n-43.5,\"Sel, wyn\",24,A; B,point,x\r\n\r\n", "p.csv");
  ASSERT_TRUE(got) << got.error().text();
  ASSERT_EQ(got.value().size(), 1u);
  const PlaceRow& only = got.value()[0];
  EXPECT_EQ(only.name, "Sel, wyn");
  EXPECT_EQ(only.aliases, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(only.precision, Precision::kPoint);
  EXPECT_EQ(only.id, "geo:-43.50000,24.00000");
}

const char kDump[] =
    "11\tSarrath\tSarrath\t\t-43.2\t-24.1\tA\tADM1\tXV\t\t05\t\t\t\t0\t\t1\tEtc/UTC\t2020-01-01\n"
    "12\tDerwāshan\tDerwashan\tDervashan,Dir Washan\t-43.05\t-24.2\tP\tPPLA\tXV\t\t05\t\t\t\t8000\t\t1\tEtc/UTC\t2020-01-01\n"
    "13\tWadi\tWadi\t\t-43.05\t-24.2\tH\tWAD\tXV\t\t05\t\t\t\t0\t\t1\tEtc/UTC\t2020-01-01\n";

TEST(GeonamesDump, ReadsWhatReportsName) {
  const auto got = read_geonames_dump(kDump, "XV.txt");
  ASSERT_TRUE(got) << got.error().text();
  ASSERT_EQ(got.value().size(), 2u);
  const PlaceRow& town = got.value()[1];
  EXPECT_EQ(town.admin1, "Sarrath");
  EXPECT_EQ(town.id, "geonames:12");
  EXPECT_EQ(town.population, 8000u);
  EXPECT_EQ(town.aliases, (std::vector<std::string>{"Derwashan", "Dervashan", "Dir Washan"}));
}

TEST(GeonamesDump, SaysWhatIsWrongAndWhere) {
  const std::string good(kDump);
  const auto changed = [&](std::string from, std::string to) { return std::string(good).replace(good.find(from), from.size(), to); };
  const std::pair<std::string, std::string> rows[] = {
      {changed("12\tDer", "11\tDer"), "XV.txt:2"}, {changed("-43.2", "-93.2"), "XV.txt:1"}, {changed("\tP\tPPLA", "\tPPLA"), "XV.txt:2"},
      {changed("13\t", "x\t"), "XV.txt:3"},        {"a,b,c\n", "XV.txt:1"}};
  for (const auto& [text, where] : rows) {
    const auto got = read_geonames_dump(text, "XV.txt");
    ASSERT_FALSE(got) << where;
    EXPECT_EQ(got.error().where, where) << got.error().message;
  }
}

TEST(GeonamesDump, RegionsAreNamedAsTheShippedFileNamesThem) {
  PlaceRow region = row("Sarrath Shipped");
  region.id = "admin1:XV.05";
  region.precision = Precision::kProvince;
  const auto shipped = std::move(Gazetteer::from_bytes(compile_gazetteer({region}).value()).value());
  const auto got = read_geonames_dump(kDump, "XV.txt", region_names(shipped));
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got.value()[1].admin1, "Sarrath Shipped");
}

TEST(PlaceFile, IsCompiledAsAStream) {
  const auto shipped = small();
  MemoryFiles files;
  files.files["XV.txt"] = kDump;
  files.files["own.csv"] = "name,latitude,longitude,adjectives,class,country\nOrlavia,1,2,Orlavian;Orlavians,country,OV\n";
  files.files["long.txt"] = std::string(5 << 20, 'x');
  files.files["none.txt"] = std::string(kDump).substr(std::string(kDump).find("13\t"));
  auto dump = Gazetteer::from_bytes(compile_place_file(files, "XV.txt", shipped).value());
  ASSERT_TRUE(dump);
  EXPECT_EQ(name_of(dump.value(), "Dir Washan"), "Derwāshan/2");
  EXPECT_FALSE(dump.value().preferred(PlaceRef{0}));
  auto own = Gazetteer::from_bytes(compile_place_file(files, "own.csv", shipped).value());
  ASSERT_TRUE(own);
  EXPECT_TRUE(own.value().preferred(PlaceRef{0}));
  std::vector<NamedPlace> found;
  own.value().exact("orlavians", found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, NameKind::kAdjective);
  const auto cut = compile_place_file(files, "long.txt", shipped);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().where, "long.txt:1");
  EXPECT_EQ(compile_place_file(files, "none.txt", shipped).error().code, "empty");
  EXPECT_EQ(compile_place_file(files, "away.txt", shipped).error().code, "not_found");
}

TEST(Gazetteer, VisitsEveryRowOfEveryLayer) {
  auto gazetteer = small();
  gazetteer.add(std::move(Gazetteer::from_bytes(compile_gazetteer({row("Orlat")}).value()).value()));
  std::string names;
  gazetteer.each([&](const Place& place) { (names += place.name) += ' '; });
  EXPECT_EQ(names, "Al Qarāyah Dayr az Zarqā’ Port Selwyn Port St. Orla Orlat ");
}

// The compiled file that ships: real spellings of real places.
TEST(ShippedGazetteer, SurvivesTransliteration) {
  const auto loaded = Gazetteer::open(ATTEST_BUILD "/share/attest/gazetteer.bin");
  ASSERT_TRUE(loaded) << loaded.error().text();
  const Gazetteer& gazetteer = loaded.value();
  const LookUp rows[] = {{"Banias", "Bāniyās"},    {"Baniyas", "Bāniyās"},  {"بانياس", "Bāniyās"},    {"Tartus", "Ţarţūs"},  {"Tartous", "Ţarţūs"},
                         {"Tartouss", "Ţarţūs"},   {"Lattakia", "Latakia"}, {"Al Ladhiqiyah", "Latakia"}, {"Jableh", "Jablah"}, {"el-Qardaha", "Al Qardāḩah"}};
  for (const auto& r : rows) {
    const auto found = gazetteer.near(r.text, "SY", 0.4);
    ASSERT_FALSE(found.empty()) << r.text;
    EXPECT_EQ(gazetteer.at(found[0].place).name, r.expected) << r.text;
  }
}

}  // namespace
}  // namespace attest
