// A user's file of places as a stream: no more is held than a line and what has been compiled.
#include <algorithm>

#include "know/gazetteer_build.h"

namespace attest {
namespace {

constexpr std::uint64_t kMaxCsv = 256 << 20;
constexpr std::size_t kPiece = 1 << 20;
constexpr std::size_t kMaxLine = 1 << 20;

// Calls visit(line, number) until it gives an Error. A line of over 1 MB is given cut, so that its reader refuses it.
template <class Visit>
Result<void> each_line(const Files& files, const std::string& path, Visit visit) {
  auto stream = files.open(path);
  if (!stream) return stream.error();
  std::string piece(kPiece, '\0'), held;
  std::size_t number = 0;
  for (;;) {
    const auto size = (*stream)->read(piece.data(), piece.size());
    if (!size) return size.error();
    std::string_view rest(piece.data(), *size);
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      held += rest.substr(0, end);
      rest.remove_prefix(std::min(end == std::string_view::npos ? rest.size() : end + 1, rest.size()));
      if (end == std::string_view::npos && held.size() <= kMaxLine) break;
      if (auto seen = visit(std::string_view(held), ++number); !seen) return seen;
      held.clear();
    }
    if (*size == 0) return held.empty() ? Result<void>() : visit(std::string_view(held), ++number);
  }
}

Result<std::string> compile_dump(const Files& files, const std::string& path, const Gazetteer& shipped) {
  GeonamesReader reader(region_names(shipped));
  auto checked = each_line(files, path, [&](std::string_view line, std::size_t number) { return reader.check(line, path, number); });
  if (checked) checked = reader.finish_check();
  if (!checked) return checked.error();
  GazetteerBuilder builder;
  const auto read = each_line(files, path, [&](std::string_view line, std::size_t) {
    if (const auto row = reader.row(line)) builder.add(*row);
    return Result<void>();
  });
  if (!read) return read.error();
  if (builder.size() == 0) return Error{"empty", "no settlement, region, airport, base, prison or camp in it", path};
  return builder.finish();
}

}  // namespace

Result<std::string> compile_place_file(const Files& files, const std::string& path, const Gazetteer& shipped) {
  if (path.ends_with(".txt")) return compile_dump(files, path, shipped);
  const auto text = files.read(path, kMaxCsv);
  if (!text) return text.error();
  const auto rows = read_place_csv(*text, path);
  if (!rows) return rows.error();
  return compile_gazetteer(*rows, PlaceSource::kOwnList);
}

}  // namespace attest
